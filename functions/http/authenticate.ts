import type { Access } from '@shared/contract/endpoint'
import { type Refusal, refuse } from '@shared/model/refusal'
import type { Actor, Context } from '../use-cases/context'
import { readToken } from '../use-cases/session-token'
import { readMe } from '../store/people'

export type Caller = { actor: Actor } | { identity: string; unionId?: string } | Record<string, never>

/**
 * Who is asking. The account is read once, and that read is the session check: an epoch other than the token's means that the person
 * was unbound or lost a role since. An eventually consistent read is enough: it costs 0.5 and lags by well under a second.
 */
export const authenticate = async (context: Context, access: Access, authorization: string | undefined): Promise<Caller | Refusal> => {
  if (access.who === 'anyone') return {}
  const token = authorization?.match(/^Bearer (\S+)$/i)?.[1]
  if (!token) return refuse('not-signed-in')
  const claims = await readToken(context, token)
  if (!claims) return refuse('session-ended')
  const binds = access.who === 'identity'
  if ('identity' in claims) return binds ? claims : refuse('not-allowed')
  const actor = await readMe(context.table, claims.personId)
  if (actor?.epoch !== claims.epoch) return refuse('session-ended')
  // Whoever is bound may bind a brother or sister to the same identity.
  if (!binds) return { actor }
  return actor.identity === undefined ? refuse('not-allowed') : { identity: actor.identity }
}
