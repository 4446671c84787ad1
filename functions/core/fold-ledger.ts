import type { DecisionEntry, ExamEntry, FoldedRecord, LedgerEntry, ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { contentOf } from './content-of'
import { byStart, cutOverlaps } from './cut-overlaps'
import { foldAttendance } from './fold-attendance'
import { foldExams } from './fold-exams'
import { placeUntimed } from './place-untimed'

export interface FoldedLedger {
  /** Every record, by start and then id: submitted, imported, granted, and those that scans add up to. */
  records: FoldedRecord[]
  /** The scores that stand: of each exam the latest correction, none where it was taken back. */
  exams: ExamEntry[]
  /** How many decisions there are: the next one is number `decisions + 1`. */
  decisions: number
  /** How many entries were folded, scans and checks of them left out: most change no figure, and then nothing is written for them. One taken back counts: figures that come back are not those of before. */
  entries: number
}

const statusAfter = { approved: 'approved', rejected: 'rejected', appealed: 'pending', withdrawn: 'withdrawn', revoked: 'revoked', corrected: 'approved', kept: 'approved' } as const

/** The state of one person's ledger. The order of `entries` does not matter: decisions carry their number. */
export const foldLedger = (entries: readonly LedgerEntry[]): FoldedLedger => {
  const decisions = entries.filter((e): e is DecisionEntry => e.type === 'decision').sort((a, b) => a.n - b.n)
  const byRecord = new Map<string, DecisionEntry[]>()
  for (const decision of decisions) byRecord.set(decision.recordId, [...(byRecord.get(decision.recordId) ?? []), decision])

  const records: FoldedRecord[] = []
  const scans: (ScanEntry | ScanUndoneEntry)[] = []
  const exams: ExamEntry[] = []
  for (const entry of entries) {
    if (entry.type === 'scan' || entry.type === 'scan-undone') scans.push(entry)
    else if (entry.type === 'exam') exams.push(entry)
    else if (entry.type === 'record') {
      const { type, recordId, at, by, ...rest } = entry
      records.push({ ...rest, id: recordId, status: entry.source === 'self-reported' || entry.source === 'on-behalf' ? 'pending' : 'approved', submittedAt: at, submittedBy: by, decisions: [] })
    }
  }
  records.push(...foldAttendance(scans))
  for (const record of records) {
    record.decisions = byRecord.get(record.id) ?? []
    const last = record.decisions.at(-1)
    if (last) record.status = statusAfter[last.verdict]
    const corrected = record.decisions.findLast(({ correction }) => correction !== undefined)
    if (corrected?.correction) Object.assign(record, contentOf(corrected.correction.to))
  }
  // An exam counts by its last correction, unless that took it back.
  const standing = foldExams(exams).flatMap(({ last }) => (last.correction?.takenBack ? [] : [last])).sort((a, b) => Date.parse(a.takenAt) - Date.parse(b.takenAt) || (a.examId < b.examId ? -1 : 1))
  return { records: cutOverlaps(placeUntimed(records)).sort(byStart), exams: standing, decisions: decisions.length, entries: entries.filter(({ type }) => type !== 'scan' && type !== 'scan-checked').length }
}

const folds = new WeakMap<readonly LedgerEntry[], FoldedLedger>()

/** The same, kept for as long as the very list is: where each of many rows asks of a ledger that is replaced and never changed. */
export const foldOnce = (entries: readonly LedgerEntry[]): FoldedLedger => {
  const folded = folds.get(entries) ?? foldLedger(entries)
  folds.set(entries, folded)
  return folded
}
