import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { localDateIn } from '@shared/rules/local-date-in'
import { foldAttendance, standingScans, staysOf } from './fold-attendance'

/** The month (YYYY-MM, Asia/Shanghai) of an event. */
export const monthOf = ({ startsAt }: { startsAt: string }): string => localDateIn('Asia/Shanghai', Date.parse(startsAt)).slice(0, 7)

/** A person's scans at one event as a manager sees them: the latest stay, and the minutes credited so far where minutes are. */
export const attendanceOf = (entries: readonly (ScanEntry | ScanUndoneEntry)[]): { entryAt?: string; exitAt?: string; minutes?: number } => {
  const scans = standingScans(entries)
  const last = staysOf(scans).at(-1)
  if (!last) return {}
  const minutes = last.entry.credit.quantity === undefined ? foldAttendance(scans).reduce((sum, { quantity }) => sum + quantity, 0) : undefined
  return { entryAt: last.entry.time, ...(last.exit && { exitAt: last.exit.time }), ...(minutes !== undefined && { minutes }) }
}

/** Whether somebody came to any event of a month (YYYY-MM, Asia/Shanghai), by scans that nobody took back. */
export const cameInMonth = (entries: readonly (ScanEntry | ScanUndoneEntry)[], month: string): boolean =>
  standingScans(entries).some(({ direction, credit }) => direction === 'entry' && monthOf(credit) === month)
