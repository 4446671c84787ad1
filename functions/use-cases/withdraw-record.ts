import { isRefusal } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { decideRecord } from './decide-record'
import { showRecord } from './show-record'

/** A student takes back a record that still waits. */
export const withdrawRecord: UseCase<'withdrawRecord'> = async (context, { id, recordId }, caller) => {
  const { personId } = caller.actor
  const decided = await decideRecord(context, personId, { decisionId: id, recordId, verdict: 'withdrawn', by: personId })
  return isRefusal(decided) ? decided : showRecord(context, { personId, recordId }, caller)
}
