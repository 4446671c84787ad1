import { refuse } from '@shared/model/refusal'
import { mayGiveCode } from '../core/may-give-code'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { giveBindingCode } from './give-binding-code'

/** A new one-time code for one person; earlier ones end. */
export const issueBindingCode: UseCase<'issueBindingCode'> = async (context, { personId }, { actor }) => {
  const me = await readMe(context.table, personId)
  if (!me) return refuse('not-found')
  if (!mayGiveCode(actor.roles, me.roles)) return refuse('not-allowed')
  return giveBindingCode(context, personId, actor.personId)
}
