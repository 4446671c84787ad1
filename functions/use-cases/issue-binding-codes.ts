import { countyOf } from '@shared/model/org'
import { isRefusal } from '@shared/model/refusal'
import { bindingCodeDays } from '../core/binding-code'
import { mayGiveCode } from '../core/may-give-code'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readMembersPage } from '../store/members'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import { instantOf } from './context'
import { eachOf } from './each-of'
import { giveBindingCode } from './give-binding-code'
import { lacksGuardian } from './lacks-guardian'

const perCall = 100
const width = 10

/**
 * Slips for a branch or one of its classes: a new code for each member who is not bound, the next hundred members of the roster a call; earlier codes end. `elsewhere`: members whose
 * staff role makes their code somebody else's to give. Codes are sent once and stored as hashes: the same again makes new ones.
 */
export const issueBindingCodes: UseCase<'issueBindingCodes'> = async (context, { org, className, after }, { actor }) => {
  if ((await context.orgs(countyOf(org))).get(org)?.kind !== 'branch') return { refused: 'invalid-input', errors: [{ path: 'org', code: 'not-a-branch', message: 'Slips are made for a branch' }] }
  const { items, next } = await readMembersPage(context.table, org, perCall, after && keys.member(org, after).sk)
  const members = items.filter((member) => className === undefined || member.className === className)
  const accounts = (await getItems<Me>(context.table, members.map(({ personId }) => keys.me(personId)), true)).filter((me) => me !== undefined)
  const unbound = accounts.filter(({ identity }) => identity === undefined)
  const mine = unbound.filter((me) => mayGiveCode(actor.roles, me.roles))
  const slips = await eachOf(mine, width, async (me) => {
    const given = await giveBindingCode(context, me.personId, actor.personId)
    if (isRefusal(given)) return []
    return [{ personId: me.personId, name: me.name, ...(me.className !== undefined && { className: me.className }), code: given.code, ...((await lacksGuardian(context, me)) && { guardianNeeded: true }) }]
  })
  return {
    slips: slips.flat(), bound: accounts.length - unbound.length, elsewhere: unbound.filter((me) => !mine.includes(me)).map(({ name }) => name),
    expiresAt: instantOf(context.now() + bindingCodeDays * 86_400_000), ...(next !== undefined && { next: next.slice(2) }),
  }
}
