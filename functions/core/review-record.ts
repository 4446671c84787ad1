import type { DecisionEntry, FoldedRecord } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
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

const shown = ({ id, title, startedAt, endedAt }: FoldedRecord) => ({ recordId: id, title, startedAt, endedAt })

/** The decision to append, as number `folded.decisions + 1`; or why there is none. The same decision again gives the one that stands. */
export const reviewRecord = (personId: string, folded: FoldedLedger, review: Review): { append: DecisionEntry } | { stands: DecisionEntry } | Refusal => {
  const record = folded.records.find(({ id }) => id === review.recordId)
  if (!record) return refuse('not-found')
  const again = folded.records.flatMap(({ decisions }) => decisions).find(({ decisionId }) => decisionId === review.decisionId)
  if (again) return again.recordId === review.recordId && again.verdict === review.verdict ? { stands: again } : refuse('id-reused')
  const own = review.by === personId
  if (own && review.verdict !== 'withdrawn') return refuse('own-record')
  const expects = review.verdict === 'revoked' ? 'approved' : 'pending'
  if (record.status !== expects) {
    const last = record.decisions.at(-1)
    return last ? refuse('already-decided', { conflict: { verdict: last.verdict, by: last.by, at: last.at } }) : refuse('not-pending')
  }
  if (review.verdict === 'approved') {
    const collisions = collisionsOf(record, folded)
    if (collisions.length) return refuse('overlaps', { collisions: collisions.map(shown) })
  }
  const { decisionId, recordId, verdict, reason, words, evidence, at, by } = review
  return { append: { type: 'decision', n: folded.decisions + 1, decisionId, recordId, verdict, reason, words, evidence, at, by } }
}
