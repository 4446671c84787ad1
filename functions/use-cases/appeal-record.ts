import { isRefusal } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { decideRecord } from './decide-record'
import { withName } from './names-of'
import { showRecord } from './show-record'

/** A student appeals a rejected record, in words; it waits for review again. */
export const appealRecord: UseCase<'appealRecord'> = async (context, { id, recordId, words }, caller) => {
  const { personId } = caller.actor
  const decided = await decideRecord(context, personId, { decisionId: id, recordId, verdict: 'appealed', words, by: personId })
  return isRefusal(decided) ? withName(context, decided) : showRecord(context, { personId, recordId }, caller)
}
