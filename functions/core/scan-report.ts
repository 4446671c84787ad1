import type { ManagerScans } from '@shared/model/event'
import type { ScanCheckedEntry, ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'

const nothing: ManagerScans = { scans: 0, byList: 0, confirmed: 0, doubted: 0 }
/** Who let people in by a scan of their own making; a member's own scan of the venue's code, and what a close made, is nobody's. */
const ways: readonly ScanEntry['way'][] = ['pass', 'card', 'list']
/** At their word alone: a card is held up by whoever has it, as a name is called. */
const atTheirWord: readonly ScanEntry['way'][] = ['card', 'list']

/** What one more person's scans at an event add to those of who made them: how many, how many by the list or a card, and what the level above said of its sample. */
export const addScans = (sum: Record<string, ManagerScans>, entries: readonly (ScanEntry | ScanUndoneEntry)[], checks: readonly ScanCheckedEntry[]): Record<string, ManagerScans> => {
  const next = { ...sum }
  for (const scan of entries) {
    if (scan.type !== 'scan' || !ways.includes(scan.way) || scan.scanId.startsWith('close-')) continue
    const before = next[scan.by] ?? nothing
    const check = checks.find(({ scanId }) => scanId === scan.scanId)
    next[scan.by] = {
      scans: before.scans + 1, byList: before.byList + Number(atTheirWord.includes(scan.way)),
      confirmed: before.confirmed + Number(check?.confirmed === true), doubted: before.doubted + Number(check?.confirmed === false),
    }
  }
  return next
}

/** Those of several events together. */
export const sumScans = (all: readonly Record<string, ManagerScans>[]): Record<string, ManagerScans> => {
  const sum: Record<string, ManagerScans> = {}
  for (const [by, one] of all.flatMap((each) => Object.entries(each))) {
    const before = sum[by] ?? nothing
    sum[by] = { scans: before.scans + one.scans, byList: before.byList + one.byList, confirmed: before.confirmed + one.confirmed, doubted: before.doubted + one.doubted }
  }
  return sum
}
