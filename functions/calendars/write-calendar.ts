import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** What goes into somebody's own calendar. Instants in epoch milliseconds. */
export interface CalendarEntry {
  /** Stable: the same again replaces what is there, if `sequence` is not less. */
  uid: string
  sequence: number
  title: string
  place: string
  note: string
  startsMs: number
  endsMs: number
  status: 'confirmed' | 'tentative' | 'cancelled'
}

const statuses = { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED }

/** One event as an iCalendar file (RFC 5545), its times in UTC, with an alarm an hour before. `now`: when it is written. */
export const writeCalendar = ({ uid, sequence, title, place, note, startsMs, endsMs, status }: CalendarEntry, now: number): string =>
  ical({
    prodId: { company: 'qingcheng', product: 'events', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    events: [{
      id: uid, sequence, stamp: new Date(now), start: new Date(startsMs), end: new Date(endsMs), summary: title, location: place, description: note, status: statuses[status],
      alarms: [{ type: ICalAlarmType.display, trigger: 3600, description: title }],
    }],
  }).toString()
