import { countyOf } from '@shared/model/org'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { Role } from '@shared/model/role'
import type { RoleStep } from '@shared/model/role-trail'
import { may } from '../core/may'
import { holds, nextNumber } from '../core/role-grants'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { appendRoleStep, readRoleTail } from '../store/role-trail'
import { type Context, instantOf } from './context'
import type { AppendRoleStep } from './decide-role-grant'
import { showRoles } from './show-person'
import { untilDecided } from './until-decided'

type Removal = Pick<RoleStep, 'personId' | 'role' | 'scope'> & { why: string }

/**
 * Takes a role away, by a step of the county's trail that ends the person's sessions with it, and gives the roles that are left. Two who would remove each
 * other meet at the trail: the second is no longer a secretary, so that a county never loses its last one.
 */
export const takeRole = (context: Context, { personId, role, scope, why }: Removal, by: string, append: AppendRoleStep = appendRoleStep): Promise<Role[] | Refusal> =>
  untilDecided<Role[] | Refusal>(context, async () => {
    const tail = await readRoleTail(context.table, countyOf(scope), context.now())
    const [me, actor] = await Promise.all([readMe(context.table, personId, true), readMe(context.table, by, true)])
    if (!actor || !may(actor.roles, ['county-committee'], scope)) return refuse('not-allowed')
    if (personId === by) return refuse('own-role')
    if (!me) return refuse('not-found')
    if (!holds(me.roles, role, scope)) return me.roles
    const step: RoleStep = { n: nextNumber(tail), kind: 'removed', at: instantOf(context.now()), by, byName: actor.name, personId, name: me.name, role, scope, why }
    const left = me.roles.filter((held) => held.name !== role || held.scope !== scope)
    return (await append(context.table, step, { change: { take: { name: role, scope }, me } })) ? left : undefined
  })

/** Takes a role away; the same again gives the same answer. Of the roles that are left, those in the county are told. */
export const removeRole: UseCase<'removeRole'> = async (context, input, { actor }) => {
  const left = await takeRole(context, input, actor.personId)
  if (isRefusal(left)) return left
  return { roles: await showRoles(context, left.filter(({ scope }) => countyOf(scope) === countyOf(input.scope))) }
}
