import { inScope } from '@shared/model/org'
import { mayGrant } from '@shared/rules/may-grant'
import { may } from '../core/may'
import { mayGiveCode } from '../core/may-give-code'
import { holds } from '../core/role-grants'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import type { Me } from '../store/people'
import { type RoleHolder, readRoleHoldersPage } from '../store/role-trail'
import { getItems } from '../store/table'
import { pageAcross } from './page-across'
import { orgName } from './show-person'

/** Who holds which staff role at and below an organisation, by organisation, with what the caller can do about each. */
export const listRoleHolders: UseCase<'listRoleHolders'> = async (context, { org, cursor, limit }, { actor }) => {
  const show = async (holders: RoleHolder[]) => {
    const accounts = await getItems<Me>(context.table, holders.map(({ personId }) => keys.me(personId)))
    return Promise.all(
      holders.map(async ({ personId, role, scope, since }, i) => {
        const me = accounts[i]
        if (!me || !inScope(org, scope) || !holds(me.roles, role, scope)) return undefined
        const own = personId === actor.personId
        const [bound, branch] = [me.identity !== undefined, me.branch !== undefined]
        const near = !own && !branch && mayGrant(actor.roles, role, scope) && mayGiveCode(actor.roles, me.roles)
        return {
          personId, name: me.name, role, scope, scopeName: await orgName(context, scope), since, bound, branch, own,
          mayCode: near && !bound, mayUnbind: near && bound, mayRemove: !own && may(actor.roles, ['county-committee'], scope),
        }
      }),
    )
  }
  return pageAcross([org], cursor, limit, (at, most, after) => readRoleHoldersPage(context.table, at, most, after), show)
}
