import type { ScanView } from '@shared/contract/conflicts'
import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'

/** A person's scans at one event as answers show them, by corrected time: each with who scanned, decided and took back, by name. */
export const scanViews = (entries: readonly (ScanEntry | ScanUndoneEntry)[], nameOf: ReadonlyMap<string, string>): ScanView[] => {
  const undone = new Map(entries.flatMap((one) => (one.type === 'scan-undone' ? [[one.scanId, one] as const] : [])))
  const byName = (by: string) => nameOf.get(by) ?? ''
  const view = ({ scanId, direction, way, verdict, note, time, deviceTime, skewMs, at, by, decided }: ScanEntry): ScanView => {
    const back = undone.get(scanId)
    return {
      scanId, direction, way, verdict, ...(note && { note }), time, deviceTime, skewMs, at, byName: byName(by), ...(scanId.startsWith('close-') && { closing: true }),
      ...(decided && { decided: { at: decided.at, byName: byName(decided.by), ...(decided.words !== undefined && { words: decided.words }) } }),
      ...(back && { undone: { at: back.at, byName: byName(back.by), ...(back.words !== undefined && { words: back.words }) } }),
    }
  }
  return entries.flatMap((one) => (one.type === 'scan' ? [view(one)] : [])).sort((a, b) => Date.parse(a.time) - Date.parse(b.time) || (a.scanId < b.scanId ? -1 : 1))
}

/** Everybody whom scans name: who scanned, decided, took back. */
export const namedIn = (entries: readonly (ScanEntry | ScanUndoneEntry)[]): string[] => entries.flatMap((one) => [one.by, ...(one.type === 'scan' && one.decided ? [one.decided.by] : [])])
