import { showFigures } from '../core/show-figures'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readMembersPage } from '../store/members'
import type { Me, Member } from '../store/people'
import { getItems } from '../store/table'
import { branchesBelow } from './branches-below'
import { instantOf } from './context'
import { currentProgress } from './current-progress'
import { pageAcross } from './page-across'
import { showPerson } from './show-person'
import { readWaiting } from './waits-for'

/** Applications of an organisation's members and whom each waits for; with `state` only those in it, with `only` those that wait for the caller, are late, or show at the level above. */
export const listApplications: UseCase<'listApplications'> = async (context, { org, state, only, cursor, limit }, { actor }) => {
  const { waiting } = await readWaiting(context, org, actor)
  const show = async (members: Member[]) => {
    const accounts = await getItems<Me>(context.table, members.map(({ personId }) => keys.me(personId)))
    return Promise.all(
      accounts.map(async (me) => {
        if (!me?.progress?.application || (state !== undefined && me.progress.application.state !== state)) return undefined
        const { progress, ruleSet } = await currentProgress(context, me)
        if (!progress.application) return undefined
        const waits = waiting(progress.application, progress.eligible, me.branch ?? '', me.personId)
        if (only !== undefined && !waits[only]) return undefined
        const unmet = showFigures(ruleSet, progress).filter(({ enforcement, met }) => enforcement === 'required' && !met).map(({ key }) => key)
        return { person: await showPerson(context, me), state: progress.application.state, at: instantOf(Date.parse(progress.application.at)), version: progress.application.version, eligible: progress.eligible, unmet, waiting: { ...waits, by: [...waits.by] } }
      }),
    )
  }
  return pageAcross(await branchesBelow(context, org), cursor, limit, (branch, _most, after) => readMembersPage(context.table, branch, 100, after), show)
}
