import type { EventView } from '@shared/contract/events'
import type { Direction, VenueScan } from './venue-scans'

/** The doors open an hour before an event, and close an hour after it. */
export const doorsMs = 3_600_000
export type Attendance = NonNullable<EventView['attendance']>

/** Scans are taken from an hour before the event until an hour after it. `now`: epoch milliseconds by the server's clock. */
export const doorsOpen = ({ state, startsAt, endsAt }: EventView, now: number): boolean => state === 'open' && Date.parse(startsAt) - doorsMs <= now && now <= Date.parse(endsAt) + doorsMs

/** Whether the member may scan the venue's code there: with a seat, or where seats are not counted. */
export const mayScan = (event: EventView, now: number): boolean => doorsOpen(event, now) && (event.signUp?.state === 'signed-up' || (event.capacity === undefined && event.signUp?.state !== 'waiting'))

/** Whether an exit is missing: the event is over, minutes are counted, and nobody saw the member leave. */
export const exitMissing = ({ attendance, state, endsAt, quantity }: EventView, now: number): boolean =>
  attendance?.entryAt !== undefined && attendance.exitAt === undefined && quantity === undefined && (state === 'closed' || Date.parse(endsAt) <= now)

export const ofEvent = ({ eventId }: EventView, scans: readonly VenueScan[]): VenueScan[] => scans.filter((one) => (one.verdict?.eventId ?? one.eventId) === eventId)

/** What comes next: out after in. By what the server knows and what this phone scanned since. */
export const nextDirection = (event: EventView, scans: readonly VenueScan[]): Direction => {
  const { entryAt, exitAt, looks = [] } = event.attendance ?? {}
  const acts = [
    ...(entryAt ? [[Date.parse(entryAt), 'entry'] as const] : []), ...(exitAt ? [[Date.parse(exitAt), 'exit'] as const] : []),
    ...looks.flatMap(({ time, direction, decided }) => (decided ? [] : [[Date.parse(time), direction] as const])),
    ...ofEvent(event, scans).flatMap(({ at, scan, verdict, aside }) => (verdict?.verdict === 'rejected' || aside ? [] : [[at, scan.direction] as const])),
  ]
  return acts.sort(([a], [b]) => a - b).at(-1)?.[1] === 'entry' ? 'exit' : 'entry'
}
