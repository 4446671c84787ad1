import type { DecisionEntry, FoldedRecord, RecordContent } from '@shared/model/ledger'
import { type FieldError, type Refusal, refuse } from '@shared/model/refusal'
import { contentOf, sameContent } from './content-of'
import { standsUncovered } from './cut-overlaps'
import type { FoldedLedger } from './fold-ledger'
import { faultsOfRoll } from './grant-roll'
import { isOwn, madeBefore, refuseDecided, refuseOverlap } from './review-record'
import { faultsOfRecord } from './submit-record'

export interface Correction {
  decisionId: string
  recordId: string
  /** How many decisions the record had when the corrector read it. */
  version: number
  to: RecordContent
  /** To the student: why. */
  words: string
  evidence: string[]
  at: string
  by: string
}

/** What a record says, hours that yielded to others as they were given. */
const saidBy = (record: FoldedRecord): RecordContent => contentOf({ ...record, ...record.asGiven })

/** What stands approved, or would but for others that cover it. Attendance follows from scans. */
const correctable = (record: FoldedRecord): boolean => record.source !== 'attendance' && standsUncovered(record)

/** What is wrong with the new content, by field: the rules the record came in by, its age as of then. */
const faultsOf = (record: FoldedRecord, to: RecordContent, now: number): FieldError[] => {
  if (sameContent(saidBy(record), to)) return [{ path: '', code: 'no-change', message: 'The record says this already' }]
  return record.source === 'granted' || record.source === 'imported' ? faultsOfRoll(to, now) : faultsOfRecord(to, now, Date.parse(record.submittedAt))
}

/**
 * The decision to append, as number `folded.decisions + 1`: from it on, an approved record says `to`, and everything that reads the fold goes by that. Held to
 * what approving the new content would be: nobody's own, no minute twice, and on the record as it was read.
 */
export const correctRecord = (personId: string, folded: FoldedLedger, correction: Correction): { append: DecisionEntry } | { stands: DecisionEntry } | Refusal => {
  const { decisionId, recordId, version, words, evidence, at, by } = correction
  const to = contentOf(correction.to)
  const record = folded.records.find(({ id }) => id === recordId)
  if (!record) return refuse('not-found')
  const again = madeBefore(folded, decisionId, (made) => made.recordId === recordId && made.words === words && made.correction !== undefined && sameContent(made.correction.to, to))
  if (again) return again
  if (isOwn(personId, record, by)) return refuse('own-record')
  const last = record.decisions.at(-1)
  if (last && record.decisions.length !== version) return refuseDecided(last)
  if (!correctable(record)) return refuse('not-correctable')
  const errors = faultsOf(record, to, Date.parse(at))
  if (errors.length) return { refused: 'invalid-input', errors }
  const overlap = refuseOverlap({ ...record, ...to }, folded)
  if (overlap) return overlap
  return { append: { type: 'decision', n: folded.decisions + 1, decisionId, recordId, verdict: 'corrected', words, correction: { from: saidBy(record), to }, evidence, at, by } }
}
