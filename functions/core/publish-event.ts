import { longestEventMs, type PublishedEvent, publishLateMs } from '@shared/model/event'
import type { FieldError } from '@shared/model/refusal'

type Draft = Omit<PublishedEvent, 'state' | 'shards' | 'publishedAt' | 'publishedBy' | 'closing'>

/** What is wrong with an event's fields; instants in UTC. */
export const faultsOfEvent = (draft: Draft): FieldError[] => {
  const errors: FieldError[] = []
  const [from, to] = [Date.parse(draft.startsAt), Date.parse(draft.endsAt)]
  if (to <= from) errors.push({ path: 'endsAt', code: 'not-after-start', message: 'endsAt is not after startsAt' })
  else if (to - from > longestEventMs) errors.push({ path: 'endsAt', code: 'too-long', message: 'An event lasts at most 24 hours' })
  let last = from
  for (const [i, pause] of [...draft.breaks].sort((a, b) => a.from.localeCompare(b.from)).entries()) {
    if (pause.to <= pause.from) errors.push({ path: `breaks[${i}].to`, code: 'not-after-start', message: 'A break ends after it begins' })
    else if (Date.parse(pause.from) < last || Date.parse(pause.to) > to) errors.push({ path: `breaks[${i}]`, code: i > 0 && Date.parse(pause.from) >= from && Date.parse(pause.to) <= to ? 'overlaps' : 'outside-event', message: 'A break lies within the event and apart from the others' })
    last = Math.max(last, Date.parse(pause.to))
  }
  if (draft.category === 'volunteering' && draft.quantity !== undefined) errors.push({ path: 'quantity', code: 'not-for-minutes', message: 'Volunteering is credited in minutes, from entry to exit' })
  if (to > from && draft.minimumMinutes * 60_000 > to - from) errors.push({ path: 'minimumMinutes', code: 'too-long', message: 'minimumMinutes is longer than the event' })
  return errors
}

/** Whether an event is over, or began too long ago to be published. */
export const isPast = (draft: Draft, now: number): boolean => Date.parse(draft.endsAt) <= now || Date.parse(draft.startsAt) < now - publishLateMs

/** What of an event its publisher said: the same id may only say the same. */
export const saidOf = ({ host, title, category, startsAt, endsAt, place, description, capacity, quantity, distinctKey, minimumMinutes, breaks }: Draft): string =>
  JSON.stringify([host, title, category, startsAt, endsAt, place, description, capacity, quantity, distinctKey, minimumMinutes, breaks.map(({ from, to }) => [from, to])])
