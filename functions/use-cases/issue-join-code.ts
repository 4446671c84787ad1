import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { nameJoinCode } from '../store/identities'
import { keys } from '../store/keys'
import { putItem } from '../store/table'
import { instantOf } from './context'
import { newCode } from './give-binding-code'

const lifeMs = 15 * 60_000

/** A code for another WeChat identity of the same user, their computer say: it opens the same people. Once, within 15 minutes; earlier ones end. */
export const issueJoinCode: UseCase<'issueJoinCode'> = async (context, _input, { actor }) => {
  if (actor.identity === undefined) return refuse('not-found')
  const { code, hash } = newCode(context)
  const ends = context.now() + lifeMs
  await putItem(context.table, { ...keys.bindingCode(hash), joins: actor.identity, issuedBy: actor.personId, ends, expiresAt: Math.ceil(ends / 1000) })
  return (await nameJoinCode(context.table, actor.identity, hash)) ? { code, expiresAt: instantOf(ends) } : refuse('not-found')
}
