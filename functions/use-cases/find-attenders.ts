import { countyOf, inScope } from '@shared/model/org'
import { refuse } from '@shared/model/refusal'
import { isNamed } from '../core/is-named'
import type { UseCase } from '../http/app'
import { readRoster } from '../store/members'
import { eachOf } from './each-of'
import { leagueSchoolOf } from './league-school-view'
import { orgName } from './show-person'
import { branchesOf } from './show-plan'

/** As many as one list can be ticked on a phone; beyond that it is narrowed. */
const most = 300
/** Branches read at a time. */
const width = 8

/** A school's people by branch, name by name. */
export const findAttenders: UseCase<'findAttenders'> = async (context, { org, branch, name }) => {
  if (!(await leagueSchoolOf(context, org))) return refuse('not-found')
  const branches = branchesOf(await context.orgs(countyOf(org)), org)
  const read = branches.filter(({ id }) => branch === undefined || inScope(branch, id))
  const found = (await eachOf(read, width, async ({ id }) => {
    const branchName = await orgName(context, id)
    return (await readRoster(context.table, id)).filter((member) => member.graduated === undefined && (name === undefined || isNamed(member, name)))
      .map((member) => ({ personId: member.personId, name: member.name, initials: member.initials, className: member.className, branch: id, branchName, leagueMember: member.leagueMember !== undefined }))
  })).flat()
  return { people: found.slice(0, most), more: found.length > most, branches: branches.map((one) => ({ id: one.id, name: one.name })) }
}
