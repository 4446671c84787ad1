import type { EventSummary, SignUp } from '@shared/model/event'
import type { ScanCheckedEntry, ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { attendanceOf } from './attendance-of'
import { standingScans } from './fold-attendance'
import { addScans } from './scan-report'

/** What people at an event add up to, one after the other. */
export type EventSum = Pick<EventSummary, 'came' | 'noShow' | 'minutes' | 'byList' | 'missingExits' | 'managers'>
export const nobodyYet: EventSum = { came: 0, noShow: 0, minutes: 0, byList: 0, missingExits: 0 }

/** One more person, by their sign-up and their scans at the event. Not to have come has no consequence: it is counted, and kept about nobody. */
export const addAttendee = (sum: EventSum, { state }: SignUp, entries: readonly (ScanEntry | ScanUndoneEntry)[], checks: readonly ScanCheckedEntry[] = []): EventSum => {
  const managers = addScans(sum.managers ?? {}, entries, checks)
  const { entryAt, exitAt, minutes } = attendanceOf(entries)
  if (entryAt === undefined) return state === 'signed-up' ? { ...sum, managers, noShow: sum.noShow + 1 } : { ...sum, managers }
  const first = standingScans(entries).filter(({ direction }) => direction === 'entry').sort((a, b) => Date.parse(a.time) - Date.parse(b.time))[0]
  return {
    managers,
    came: sum.came + 1,
    noShow: sum.noShow,
    minutes: sum.minutes + (minutes ?? 0),
    byList: sum.byList + (first?.way === 'list' || first?.way === 'card' ? 1 : 0),
    // Where lessons or visits are credited, nothing depends on the exit.
    missingExits: sum.missingExits + (exitAt === undefined && minutes !== undefined ? 1 : 0),
  }
}
