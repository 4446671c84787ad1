import { countyOf } from '@shared/model/org'
import { localDateIn } from '@shared/rules/local-date-in'
import { inForce } from '../core/fold-policy'
import { procedureInForce } from '../core/procedure-in-force'
import type { UseCase } from '../http/app'
import { readRoster } from '../store/members'
import { readProcedures } from '../store/procedure'

/** Members of the League of one's own branch, by name: a list to choose from. Whether they still are, the form's own step asks again. */
export const listIntroducers: UseCase<'listIntroducers'> = async (context, _input, { actor }) => {
  const { branch } = actor
  if (branch === undefined) return { needed: 0, items: [] }
  const [members, versions, policy] = await Promise.all([readRoster(context.table, branch), readProcedures(context.table, countyOf(branch)), context.policy(countyOf(branch))])
  const now = context.now()
  const items = members.filter(({ personId, leagueMember, graduated }) => leagueMember && graduated === undefined && personId !== actor.personId).map(({ personId, name }) => ({ personId, name }))
  return { needed: procedureInForce(versions, localDateIn(inForce(policy, now)?.ruleSet.timeZone ?? 'Asia/Shanghai', now), now).content.introducers, items: items.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')) }
}
