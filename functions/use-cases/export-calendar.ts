import { refuse } from '@shared/model/refusal'
import { writeCalendar } from '../calendars/write-calendar'
import { calendarEntry } from '../core/calendar-entry'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { orgName } from './show-person'
import { readSignUp } from './sign-up'

/** An event as a file for the caller's calendar; the same again, after a change, replaces it there. */
export const exportCalendar: UseCase<'exportCalendar'> = async (context, { eventId }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const [hostName, signUp] = await Promise.all([orgName(context, event.host), readSignUp(context, event, actor.personId)])
  return { fileName: `qingcheng-${event.startsAt.slice(0, 10)}.ics`, content: writeCalendar(calendarEntry(event, hostName, signUp), context.now()) }
}
