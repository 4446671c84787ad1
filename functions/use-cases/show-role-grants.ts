import { grantEnds, type RoleStep } from '@shared/model/role-trail'
import { mayGrant } from '@shared/rules/may-grant'
import { grantIdOf } from '../core/role-grants'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { type Actor, type Context, instantOf } from './context'
import { orgName } from './show-person'

/** A step of the trail as it is answered. */
export const showStep = async (context: Context, { n, kind, at, byName, personId, name, role, scope, why, proposal, replaces, note }: RoleStep) =>
  ({ n, kind, at, byName, personId, name, role, scope, scopeName: await orgName(context, scope), why, proposal, replaces, note })

/** Proposals as they are answered to `actor`: what they can do about each. */
export const showGrants = async (context: Context, proposals: readonly RoleStep[], actor: Actor) => {
  const proposers = await getItems<Me>(context.table, proposals.map(({ by = '' }) => keys.me(by)), true)
  return Promise.all(
    proposals.map(async (step, i) => {
      const { personId, name, role, scope, why = '', byName = '', at, by, newPerson = false, replaces, note } = step
      const lapsed = !mayGrant(proposers[i]?.roles ?? [], role, scope)
      const mine = by === actor.personId
      return {
        grantId: grantIdOf(step), personId, name, newPerson, role, scope, scopeName: await orgName(context, scope), why, byName, at, expiresAt: instantOf(grantEnds(at)),
        ...(replaces && { replaces }), ...(note !== undefined && { note }), lapsed, mine, mayDecide: !mine && personId !== actor.personId && replaces?.personId !== actor.personId && mayGrant(actor.roles, role, scope),
      }
    }),
  )
}
