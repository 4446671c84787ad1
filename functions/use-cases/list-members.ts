import { isNamed } from '../core/is-named'
import { showFigures } from '../core/show-figures'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readMembersPage } from '../store/members'
import type { Me, Member } from '../store/people'
import { getItems } from '../store/table'
import { branchesBelow } from './branches-below'
import { currentProgress } from './current-progress'
import { showMembership } from './mark-league-member'
import { pageAcross } from './page-across'
import { showPerson } from './show-person'

/** Members of an organisation's branches with what each is missing, by branch and then person. */
export const listMembers: UseCase<'listMembers'> = async (context, { org, missing, name, cursor, limit }) => {
  const show = async (members: Member[]) => {
    const named = members.map((member) => (member.graduated === undefined && (name === undefined || isNamed(member, name)) ? member : undefined))
    const accounts = await getItems<Me>(context.table, named.flatMap((member) => (member ? [keys.me(member.personId)] : [])))
    const byId = new Map(accounts.flatMap((me) => (me ? [[me.personId, me] as const] : [])))
    return Promise.all(
      named.map(async (member) => {
        const me = member && byId.get(member.personId)
        if (!me) return undefined
        const { progress, ruleSet } = await currentProgress(context, me)
        const figures = showFigures(ruleSet, progress)
        if (missing !== undefined && !figures.some((figure) => figure.key === missing && !figure.met)) return undefined
        return {
          ...(await showPerson(context, me)), className: me.className, ...(me.leagueMember && { leagueMember: showMembership(me.leagueMember) }), bound: me.identity !== undefined, eligible: progress.eligible, figures,
          pending: progress.pending, application: progress.application?.state,
        }
      }),
    )
  }
  return pageAcross(await branchesBelow(context, org), cursor, limit, (branch, most, after) => readMembersPage(context.table, branch, most, after), show)
}
