import type { RecordContent } from '@shared/model/ledger'
import { isRefusal } from '@shared/model/refusal'
import { correctRecord as decide } from '../core/correct-record'
import type { UseCase } from '../http/app'
import { instantOf } from './context'
import { type Append, appendDecision } from './decide-record'
import { withName } from './names-of'
import { showRecord } from './show-record'

/** An approved record says something else from now on: one numbered decision, on the record as it was read. `append` as in decide-record. */
export const correctRecordBy = (append?: Append): UseCase<'correctRecord'> => async (context, { personId, recordId, id, version, words, ...content }, caller) => {
  const to: RecordContent = { ...content, startedAt: instantOf(Date.parse(content.startedAt)), endedAt: instantOf(Date.parse(content.endedAt)) }
  const correction = { decisionId: id, recordId, version, to, words, by: caller.actor.personId }
  const decided = await appendDecision(context, personId, recordId, (folded, seen) => decide(personId, folded, { ...correction, ...seen }), append)
  return isRefusal(decided) ? withName(context, decided) : showRecord(context, { personId, recordId }, caller)
}

export const correctRecord = correctRecordBy()
