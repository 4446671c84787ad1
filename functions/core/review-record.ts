import { appealEnds } from '@shared/model/appeal'
import type { DecisionEntry, FoldedRecord } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import { covering, standsUncovered } from './cut-overlaps'
import type { FoldedLedger } from './fold-ledger'

export interface Review {
  decisionId: string
  recordId: string
  verdict: Exclude<DecisionEntry['verdict'], 'corrected' | 'kept'>
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

/** Whether this record is not for `by` to decide on: the student's own, or one that `by` entered for the student. */
export const isOwn = (personId: string, { source, submittedBy }: Pick<FoldedRecord, 'source' | 'submittedBy'>, by: string): boolean => by === personId || (source === 'on-behalf' && by === submittedBy)

/** The decision of this id, if it was made before: it stands where it is the same. */
export const madeBefore = (folded: FoldedLedger, decisionId: string, same: (decision: DecisionEntry) => boolean): { stands: DecisionEntry } | Refusal | undefined => {
  const again = folded.records.flatMap(({ decisions }) => decisions).find((decision) => decision.decisionId === decisionId)
  return again && (same(again) ? { stands: again } : refuse('id-reused'))
}

/** Two approved records, attendance aside, never cover the same minute: hours that yield are cut in the fold, others are refused. */
export const refuseOverlap = (record: FoldedRecord, folded: FoldedLedger): Refusal | undefined => {
  if (record.yields) return undefined
  const collisions = collisionsOf(record, folded)
  return collisions.length ? refuse('overlaps', { collisions: collisions.map(covering) }) : undefined
}

export const refuseDecided = ({ verdict, by, at }: DecisionEntry): Refusal => refuse('already-decided', { conflict: { verdict, by, at } })

/** Why an appeal made at `at` cannot be heard, if it cannot. */
const refuseAppeal = ({ decisions }: FoldedRecord, at: string): Refusal | undefined => {
  const ends = appealEnds(decisions)
  if (ends === undefined) return refuse('appeal-not-open')
  return Date.parse(at) > ends ? refuse('appeal-too-late') : undefined
}

/** Why a record does not stand where this verdict expects it, if so: another decision came first. */
const refuseStatus = (record: FoldedRecord, verdict: Exclude<Review['verdict'], 'appealed'>): Refusal | undefined => {
  // What others cover now may count again later, unless it is taken back.
  if (verdict === 'revoked' ? standsUncovered(record) : record.status === 'pending') return undefined
  const last = record.decisions.at(-1)
  return last ? refuseDecided(last) : refuse('not-pending')
}

/** The decision to append, as number `folded.decisions + 1`; or why there is none. The same decision again gives the one that stands. */
export const reviewRecord = (personId: string, folded: FoldedLedger, review: Review): { append: DecisionEntry } | { stands: DecisionEntry } | Refusal => {
  const record = folded.records.find(({ id }) => id === review.recordId)
  if (!record) return refuse('not-found')
  const again = madeBefore(folded, review.decisionId, (made) => made.recordId === review.recordId && made.verdict === review.verdict && made.words === review.words)
  if (again) return again
  const { decisionId, recordId, verdict, reason, words, evidence, at, by } = review
  if (verdict === 'appealed' || verdict === 'withdrawn') {
    if (!(verdict === 'appealed' ? by === personId : isOwn(personId, record, by))) return refuse('not-allowed')
  } else if (isOwn(personId, record, by)) return refuse('own-record')
  const unfit = verdict === 'appealed' ? refuseAppeal(record, at) : refuseStatus(record, verdict)
  if (unfit) return unfit
  const overlap = verdict === 'approved' && refuseOverlap(record, folded)
  if (overlap) return overlap
  return { append: { type: 'decision', n: folded.decisions + 1, decisionId, recordId, verdict, reason, words, evidence, at, by } }
}
