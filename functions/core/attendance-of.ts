import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { foldAttendance, standingScans, staysOf } from './fold-attendance'

/** A person's scans at one event as a manager sees them: the latest stay, and the minutes credited so far where minutes are. */
export const attendanceOf = (entries: readonly (ScanEntry | ScanUndoneEntry)[]): { entryAt?: string; exitAt?: string; minutes?: number } => {
  const scans = standingScans(entries)
  const last = staysOf(scans).at(-1)
  if (!last) return {}
  const minutes = last.entry.credit.quantity === undefined ? foldAttendance(scans).reduce((sum, { quantity }) => sum + quantity, 0) : undefined
  return { entryAt: last.entry.time, ...(last.exit && { exitAt: last.exit.time }), ...(minutes !== undefined && { minutes }) }
}
