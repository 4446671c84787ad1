import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { rememberPerson } from '../store/identities'
import { readMe } from '../store/people'
import { openSession } from './open-session'

/** A session of somebody else who is bound to the caller's WeChat identity; the next sign-in opens them. Anyone else is as unknown. */
export const switchPerson: UseCase<'switchPerson'> = async (context, { personId }, { actor }) => {
  const me = await readMe(context.table, personId, true)
  const shared = actor.identity !== undefined && me?.identity === actor.identity
  if (!me || (!shared && personId !== actor.personId)) return refuse('not-found')
  if (me.identity !== undefined) await rememberPerson(context.table, me.identity, personId)
  return openSession(context, me)
}
