import type { DecisionEntry } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import { attendanceCollisions } from './attendance-collisions'
import type { FoldedLedger } from './fold-ledger'
import { isOwn, madeBefore } from './review-record'

export interface Keeping {
  decisionId: string
  recordId: string
  words?: string | undefined
  evidence: string[]
  at: string
  by: string
}

/** The decision that a report stands beside the attendance that covers time of it: both are true, and the rules count the time once. */
export const keepRecord = (personId: string, folded: FoldedLedger, { decisionId, recordId, words, evidence, at, by }: Keeping): { append: DecisionEntry } | { stands: DecisionEntry } | Refusal => {
  const record = folded.records.find(({ id }) => id === recordId)
  if (!record) return refuse('not-found')
  const again = madeBefore(folded, decisionId, (made) => made.recordId === recordId && made.verdict === 'kept' && made.words === words)
  if (again) return again
  if (isOwn(personId, record, by)) return refuse('own-record')
  const collision = attendanceCollisions(folded).find((one) => one.record.id === recordId)
  if (!collision) {
    const last = record.decisions.at(-1)
    return refuse('conflict-not-open', { state: record.status, ...(last && { conflict: { verdict: last.verdict, by: last.by, at: last.at } }) })
  }
  const beside = [...new Set(collision.attendance.flatMap(({ eventId }) => eventId ?? []))]
  return { append: { type: 'decision', n: folded.decisions + 1, decisionId, recordId, verdict: 'kept', beside, ...(words !== undefined && { words }), evidence, at, by } }
}
