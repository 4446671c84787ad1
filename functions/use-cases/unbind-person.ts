import { refuse } from '@shared/model/refusal'
import { mayGiveCode } from '../core/may-give-code'
import type { UseCase } from '../http/app'
import { unbind } from '../store/bindings'
import { readIdentity } from '../store/identities'
import { readMe } from '../store/people'
import { untilDecided } from './until-decided'

/** Unbinds a person; the epoch goes up with it, so every session ends at once. Others of the same identity stay bound. Unbound already: the same answer. */
export const unbindPerson: UseCase<'unbindPerson'> = (context, { personId }, { actor }) =>
  untilDecided(context, async () => {
    const me = await readMe(context.table, personId, true)
    if (!me) return refuse('not-found')
    // Who could not give them a new code does not shut them out.
    if (personId !== actor.personId && !mayGiveCode(actor.roles, me.roles)) return refuse('not-allowed')
    if (!me.identity) return { unbound: true }
    return (await unbind(context.table, personId, me.identity, await readIdentity(context.table, me.identity))) ? { unbound: true } : undefined
  })
