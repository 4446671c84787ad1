import type { RecordOrigin } from './import'

/** The ledger's entries as they lie in a person's partition. Instants are RFC 3339 in UTC with milliseconds; nothing here is ever changed or removed. */

export type RecordSource = 'self-reported' | 'attendance' | 'imported' | 'granted'

/** A record as it was submitted (pending until decided), imported or granted by a class roll (approved from the start). */
export interface RecordEntry {
  type: 'record'
  recordId: string
  source: Exclude<RecordSource, 'attendance'>
  category: string
  startedAt: string
  endedAt: string
  /** Positive integer in the category's unit. */
  quantity: number
  distinctKey?: string
  title: string
  place?: string
  description?: string
  photoIds: string[]
  /** Hours of a roll or an import: what other approved records cover is cut from them (functions/core/cut-overlaps.ts). */
  yields?: true
  /** Imported: from which platform, by which import. */
  origin?: RecordOrigin
  at: string
  by: string
}

/** What an event credits, copied into each scan so that a person's partition is enough to rebuild. */
export interface EventCredit {
  title: string
  place?: string
  category: string
  startsAt: string
  endsAt: string
  /** Lessons, activities, visits; left out for minutes, which come from entry and exit. */
  quantity?: number
  distinctKey?: string
  /** Minutes given where the exit is missing; 0 unless declared. */
  minimumMinutes: number
  breaks: { from: string; to: string }[]
}

export interface ScanEntry {
  type: 'scan'
  scanId: string
  eventId: string
  direction: 'entry' | 'exit'
  way: 'pass' | 'list'
  /** Corrected time: the device's, less the skew the server saw. */
  time: string
  deviceTime: string
  skewMs: number
  credit: EventCredit
  at: string
  by: string
}

/** A decision about one of the person's records, numbered over all of the person's records. Withdrawing and appealing are the student's. */
export interface DecisionEntry {
  type: 'decision'
  n: number
  decisionId: string
  recordId: string
  verdict: 'approved' | 'rejected' | 'appealed' | 'withdrawn' | 'revoked'
  /** `import-undone`: the import that brought the record was undone. */
  reason?: ReviewReason | 'import-undone'
  /** To the student; of an appeal, the student's own. */
  words?: string
  /** SHA-256 of each photo as the reviewer saw it. */
  evidence: string[]
  at: string
  by: string
}

export const reviewReasons = ['photo-unclear', 'photo-not-of-this', 'photo-used-before', 'time-wrong', 'not-volunteering', 'duplicate', 'needs-more-evidence', 'other'] as const
export type ReviewReason = (typeof reviewReasons)[number]

export interface ExamEntry {
  type: 'exam'
  examId: string
  course: string
  takenAt: string
  score: number
  at: string
  by: string
}

export type LedgerEntry = RecordEntry | ScanEntry | DecisionEntry | ExamEntry

/** An approved record that covers time of another. */
export interface Covering {
  recordId: string
  title: string
  startedAt: string
  endedAt: string
}

/** A record as the fold shows it: what was done, where it came from, and where it stands. */
export interface FoldedRecord {
  id: string
  source: RecordSource
  category: string
  status: 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'revoked'
  startedAt: string
  endedAt: string
  quantity: number
  distinctKey?: string
  title: string
  place?: string
  description?: string
  eventId?: string
  origin?: RecordOrigin
  photoIds: string[]
  submittedAt: string
  submittedBy: string
  decisions: DecisionEntry[]
  yields?: true
  /** Of a record that yielded: to which ones, and what it was before. */
  coveredBy?: Covering[]
  asGiven?: { startedAt: string; endedAt: string; quantity: number }
}
