import { type Refusal, refuse } from '@shared/model/refusal'
import { mayGiveCode } from '../core/may-give-code'
import type { UseCase } from '../http/app'
import { unbind } from '../store/bindings'
import { readIdentity } from '../store/identities'
import { type Me, readMe } from '../store/people'
import type { Context } from './context'
import { untilDecided } from './until-decided'

/** Ends a person's binding; the epoch goes up with it, so every session ends at once. Others of the same identity stay bound. Unbound already: the same answer. `may`: whether it may be done to them. */
export const endBinding = (context: Context, personId: string, may: (me: Me) => boolean = () => true): Promise<{ unbound: boolean } | Refusal> =>
  untilDecided<{ unbound: boolean } | Refusal>(context, async () => {
    const me = await readMe(context.table, personId, true)
    if (!me) return refuse('not-found')
    if (!may(me)) return refuse('not-allowed')
    if (!me.identity) return { unbound: true }
    return (await unbind(context.table, personId, me.identity, await readIdentity(context.table, me.identity))) ? { unbound: true } : undefined
  })

/** Unbinds a person. Who could not give them a new code does not shut them out. */
export const unbindPerson: UseCase<'unbindPerson'> = (context, { personId }, { actor }) => endBinding(context, personId, (me) => personId === actor.personId || mayGiveCode(actor.roles, me.roles))
