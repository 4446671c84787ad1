import { countyOf } from '@shared/model/org'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { RoleStep } from '@shared/model/role-trail'
import { mayGrant } from '@shared/rules/may-grant'
import { mayGiveCode } from '../core/may-give-code'
import { holds, nextNumber } from '../core/role-grants'
import type { UseCase } from '../http/app'
import { type Me, readMe } from '../store/people'
import { appendRoleStep, readRoleTail } from '../store/role-trail'
import { type Actor, type Context, instantOf } from './context'
import { giveBindingCode } from './give-binding-code'
import { untilDecided } from './until-decided'

type Held = Pick<RoleStep, 'personId' | 'role' | 'scope'>

/** The holder of a role whom `actor` may give codes: somebody else, without a branch (which would), within what they may grant, and not their equal. */
export const staffWithoutBranch = async (context: Context, { personId, role, scope }: Held, actor: Actor): Promise<Me | Refusal> => {
  if (personId === actor.personId) return refuse('own-role')
  if (!mayGrant(actor.roles, role, scope)) return refuse('not-allowed')
  const me = await readMe(context.table, personId, true)
  if (!me || !holds(me.roles, role, scope)) return refuse('not-found')
  return me.branch === undefined && mayGiveCode(actor.roles, me.roles) ? me : refuse('not-allowed')
}

/** Says in the trail what is about to be done to a holder's binding; throws where it cannot, so that nothing is done unseen. */
export const noteStaff = (context: Context, kind: 'code-issued' | 'unbound', { personId, role, scope }: Held, name: string, by: Pick<Actor, 'personId' | 'name'> | undefined): Promise<true> =>
  untilDecided(context, async () => {
    const tail = await readRoleTail(context.table, countyOf(scope), context.now())
    const step: RoleStep = { n: nextNumber(tail), kind, at: instantOf(context.now()), ...(by && { by: by.personId, byName: by.name }), personId, name, role, scope }
    return (await appendRoleStep(context.table, step)) || undefined
  })

/** A new one-time code for a holder of a role without a branch; earlier ones end. */
export const issueStaffCode: UseCase<'issueStaffCode'> = async (context, { id: _, ...held }, caller) => {
  const me = await staffWithoutBranch(context, held, caller.actor)
  if (isRefusal(me)) return me
  if (me.identity) return refuse('identity-bound')
  await noteStaff(context, 'code-issued', held, me.name, caller.actor)
  return giveBindingCode(context, held.personId, caller.actor.personId)
}
