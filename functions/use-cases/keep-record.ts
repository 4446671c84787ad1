import { isRefusal } from '@shared/model/refusal'
import { keepRecord as decide } from '../core/keep-record'
import type { UseCase } from '../http/app'
import { appendDecision } from './decide-record'
import { withName } from './names-of'
import { showRecord } from './show-record'

/** That a report and the attendance beside it are both true: one numbered decision, as any about a record. */
export const keepRecord: UseCase<'keepRecord'> = async (context, { personId, recordId, id, words }, caller) => {
  const decided = await appendDecision(context, personId, recordId, (folded, seen) => decide(personId, folded, { decisionId: id, recordId, words, by: caller.actor.personId, ...seen }))
  return isRefusal(decided) ? withName(context, decided) : showRecord(context, { personId, recordId }, caller)
}
