import type { RecordOrigin } from './import'

/** The ledger's entries as they lie in a person's partition. Instants are RFC 3339 in UTC with milliseconds; nothing here is ever changed or removed. */

export type RecordSource = 'self-reported' | 'on-behalf' | 'attendance' | 'imported' | 'granted'

/** What was done: all of a record that counts, and all of it that a correction can change. */
export interface RecordContent {
  category: string
  startedAt: string
  endedAt: string
  /** Positive integer in the category's unit. */
  quantity: number
  distinctKey?: string
  title: string
  place?: string
}

/** A record as it was submitted, by the student or on their behalf (pending until decided), imported or granted by a class roll (approved from the start). */
export interface RecordEntry extends RecordContent {
  type: 'record'
  recordId: string
  source: Exclude<RecordSource, 'attendance'>
  description?: string
  photoIds: string[]
  /** Why somebody else entered it, with `on-behalf`. */
  why?: string
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

/** How a person was known: by the code on their phone, their printed card, the list, the venue's code that they scanned, or their own word, which a manager confirmed. */
export type ScanWay = 'pass' | 'card' | 'list' | 'venue' | 'claim'

export interface ScanEntry {
  type: 'scan'
  /** Holds the hash of what was scanned (shared/pass/scan-id.ts); of an exit made by a close, the close's id. */
  scanId: string
  eventId: string
  direction: 'entry' | 'exit'
  way: ScanWay
  /** `duplicate`: it changed no stay when it came. */
  verdict: 'accepted' | 'duplicate'
  /** What is to be known of an accepted scan: it waits for its entry, or lies beyond what a day counts. */
  note?: ScanNote
  /** Corrected time. */
  time: string
  deviceTime: string
  /** `time` less `deviceTime`. */
  skewMs: number
  credit: EventCredit
  at: string
  by: string
  /** Taken in by a manager who looked at it, after it was a conflict. */
  decided?: { by: string; at: string; words?: string }
}
export type ScanNote = 'no-entry-yet' | 'beyond-three-stays'

/** A scan that a manager took back within the event's day (spec/check-in.md, 9). The scan stays where it is. */
export interface ScanUndoneEntry {
  type: 'scan-undone'
  scanId: string
  eventId: string
  id: string
  /** Why, of one that the level above doubted. */
  words?: string
  at: string
  by: string
}

/** That the level above looked at a scan by the list, one of the sample: it was so, or it is doubted, and taken back. */
export interface ScanCheckedEntry {
  type: 'scan-checked'
  scanId: string
  eventId: string
  id: string
  confirmed: boolean
  words?: string
  at: string
  by: string
}

/** A decision about one of the person's records, numbered over all of the person's records. Appealing is the student's, and so is withdrawing, or of whoever entered the record for them. */
export interface DecisionEntry {
  type: 'decision'
  n: number
  decisionId: string
  recordId: string
  verdict: 'approved' | 'rejected' | 'appealed' | 'withdrawn' | 'revoked' | 'corrected' | 'kept'
  /** `import-undone`: the import that brought the record was undone. */
  reason?: ReviewReason | 'import-undone'
  /** To the student; of an appeal, the student's own. */
  words?: string
  /** With `corrected`: what the record said until then, and what it says from then on. The entry it corrects stays as it is. */
  correction?: { from: RecordContent; to: RecordContent }
  /** With `kept`: the events whose attendance covers time of the report, and that it stands beside. */
  beside?: string[]
  /** SHA-256 of each photo as the reviewer saw it. */
  evidence: string[]
  at: string
  by: string
}

export const reviewReasons = ['photo-unclear', 'photo-not-of-this', 'photo-used-before', 'time-wrong', 'not-volunteering', 'duplicate', 'needs-more-evidence', 'other'] as const
export type ReviewReason = (typeof reviewReasons)[number]

/** A score of a course's exam, 0–100: of a paper exam, entered by a secretary; of an online exam, by the server when it ends. */
export interface ExamEntry {
  type: 'exam'
  /** A correction's is that of the exam it corrects, a dot and its number. */
  examId: string
  course: string
  takenAt: string
  score: number
  /** Scored by the server: no hand changes it, only takes it back. */
  online?: true
  /** Correction number n (from 2) of the exam named by `of`; the latest stands. `takenBack`: the exam counts no longer. `id` is the client's. */
  correction?: { of: string; n: number; id: string; reason: string; takenBack?: true }
  at: string
  by: string
}

export type LedgerEntry = RecordEntry | ScanEntry | ScanUndoneEntry | ScanCheckedEntry | DecisionEntry | ExamEntry

/** An approved record that covers time of another. */
export interface Covering {
  recordId: string
  title: string
  startedAt: string
  endedAt: string
}

/** A record as the fold shows it: what was done (as last corrected), where it came from, and where it stands. */
export interface FoldedRecord extends RecordContent {
  id: string
  source: RecordSource
  status: 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'revoked'
  description?: string
  why?: string
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
