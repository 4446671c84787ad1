import { appealEnds } from '@shared/model/appeal'
import type { DecisionEntry, FoldedRecord } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import { covering } from './cut-overlaps'
import type { FoldedLedger } from './fold-ledger'

export interface Review {
  decisionId: string
  recordId: string
  verdict: DecisionEntry['verdict']
  reason?: DecisionEntry['reason']
  words?: string
  /** SHA-256 of each photo as the reviewer sees it. */
  evidence: string[]
  at: string
  by: string
}

/** What this person's approved volunteer records, attendance aside, already cover of a record's minutes (issue: "never cover the same minute"). */
export const collisionsOf = (record: FoldedRecord, folded: FoldedLedger): FoldedRecord[] =>
  record.category !== 'volunteering'
    ? []
    : folded.records.filter(
        (other) =>
          other.id !== record.id && other.category === 'volunteering' && other.status === 'approved' && other.source !== 'attendance' &&
          Date.parse(other.startedAt) < Date.parse(record.endedAt) && Date.parse(other.endedAt) > Date.parse(record.startedAt),
      )

/** Why an appeal made at `at` cannot be heard, if it cannot. */
const refuseAppeal = ({ decisions }: FoldedRecord, at: string): Refusal | undefined => {
  const ends = appealEnds(decisions)
  if (ends === undefined) return refuse('appeal-not-open')
  return Date.parse(at) > ends ? refuse('appeal-too-late') : undefined
}

/** Why a record does not stand where this verdict expects it, if so: another decision came first. */
const refuseStatus = (record: FoldedRecord, verdict: Exclude<DecisionEntry['verdict'], 'appealed'>): Refusal | undefined => {
  if (record.status === (verdict === 'revoked' ? 'approved' : 'pending')) return undefined
  // What others cover now may count again later, unless it is taken back.
  if (verdict === 'revoked' && record.coveredBy && record.status === 'rejected') return undefined
  const last = record.decisions.at(-1)
  return last ? refuse('already-decided', { conflict: { verdict: last.verdict, by: last.by, at: last.at } }) : refuse('not-pending')
}

/** The decision to append, as number `folded.decisions + 1`; or why there is none. The same decision again gives the one that stands. */
export const reviewRecord = (personId: string, folded: FoldedLedger, review: Review): { append: DecisionEntry } | { stands: DecisionEntry } | Refusal => {
  const record = folded.records.find(({ id }) => id === review.recordId)
  if (!record) return refuse('not-found')
  const again = folded.records.flatMap(({ decisions }) => decisions).find(({ decisionId }) => decisionId === review.decisionId)
  if (again) return again.recordId === review.recordId && again.verdict === review.verdict && again.words === review.words ? { stands: again } : refuse('id-reused')
  const { decisionId, recordId, verdict, reason, words, evidence, at, by } = review
  if (by === personId && verdict !== 'withdrawn' && verdict !== 'appealed') return refuse('own-record')
  const unfit = verdict === 'appealed' ? refuseAppeal(record, at) : refuseStatus(record, verdict)
  if (unfit) return unfit
  if (verdict === 'approved' && !record.yields) {
    const collisions = collisionsOf(record, folded)
    if (collisions.length) return refuse('overlaps', { collisions: collisions.map(covering) })
  }
  return { append: { type: 'decision', n: folded.decisions + 1, decisionId, recordId, verdict, reason, words, evidence, at, by } }
}
