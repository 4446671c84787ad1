import { isRefusal } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { decideRecord } from './decide-record'
import { withName } from './names-of'
import { showRecord } from './show-record'

/** Who entered a record for a member takes it back while it waits. */
export const withdrawRecordFor: UseCase<'withdrawRecordFor'> = async (context, { personId, recordId, id }, caller) => {
  const decided = await decideRecord(context, personId, { decisionId: id, recordId, verdict: 'withdrawn', by: caller.actor.personId })
  return isRefusal(decided) ? withName(context, decided) : showRecord(context, { personId, recordId }, caller)
}
