import { calendarNote, type PublishedEvent, type SignUp } from '@shared/model/event'

const statusOf = { 'signed-up': 'confirmed', waiting: 'tentative', cancelled: 'cancelled', 'walk-in': 'confirmed' } as const

/** An event for the calendar of somebody with this sign-up, or none. The sequence grows with each change of it: the seconds from the event's publication. */
export const calendarEntry = (event: PublishedEvent, hostName: string, signUp: SignUp | undefined) => {
  const { eventId, title, place, startsAt, endsAt, publishedAt } = event
  const changedAt = [publishedAt, signUp?.at ?? '', signUp?.movedUpAt ?? ''].sort().at(-1) as string
  return {
    uid: `${eventId}@qingcheng`, sequence: Math.max(0, Math.floor((Date.parse(changedAt) - Date.parse(publishedAt)) / 1000)), title, place, note: calendarNote({ ...event, hostName }),
    startsMs: Date.parse(startsAt), endsMs: Date.parse(endsAt), status: signUp ? statusOf[signUp.state] : ('confirmed' as const),
  }
}
