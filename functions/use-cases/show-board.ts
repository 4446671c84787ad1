import { applicationStates, type ApplicationState } from '@shared/model/application'
import { above, countyOf } from '@shared/model/org'
import { readWaits } from '../core/open-waits'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { readRollUps } from '../store/roll-ups'
import { branchesBelow } from './branches-below'
import { readWaiting } from './waits-for'

interface Counts {
  mine: number
  late: number
  escalated: number
}
const none = (): Counts => ({ mine: 0, late: 0, escalated: 0 })
const add = (to: Counts, one: Record<keyof Counts, boolean>, n: number) => {
  for (const key of ['mine', 'late', 'escalated'] as const) if (one[key]) to[key] += n
}

/** The child of `org` that a branch lies in; a branch has none. */
const childOf = (org: string, branch: string): string | undefined => [branch, ...above(branch)].find((one) => above(one)[0] === org)

/** Counts by state, and of those that wait: from the branches' roll-ups alone, one read a branch, however many applications there are. */
export const showBoard: UseCase<'showBoard'> = async (context, { org }, { actor }) => {
  const [branches, orgs, { content, waiting }] = await Promise.all([branchesBelow(context, org), context.orgs(countyOf(org)), readWaiting(context, org, actor)])
  const rollUps = await readRollUps(context.table, branches)
  const [all, states, below] = [none(), new Map<ApplicationState, Counts & { n: number }>(), new Map<string, Counts>()]
  const inState = (state: ApplicationState) => states.get(state) ?? states.set(state, { n: 0, ...none() }).get(state) as Counts & { n: number }
  for (const [i, branch] of branches.entries()) {
    for (const state of applicationStates) if (rollUps[i]?.applications[state]) inState(state).n += rollUps[i].applications[state]
    const child = childOf(org, branch)
    const there = child === undefined ? none() : (below.get(child) ?? below.set(child, none()).get(child) as Counts)
    for (const { application, eligible, n } of readWaits(rollUps[i]?.waits)) {
      const found = waiting(application, eligible, branch)
      for (const counts of [all, inState(application.state), there]) add(counts, found, n)
    }
  }
  // Nobody acts on their own application: it waits for another of the same role.
  const own = actor.branch !== undefined && branches.includes(actor.branch) ? (await readMe(context.table, actor.personId))?.progress : undefined
  if (own?.application && actor.branch !== undefined) {
    const { mine } = waiting(own.application, own.eligible, actor.branch)
    const there = below.get(childOf(org, actor.branch) ?? '')
    for (const counts of [all, inState(own.application.state), ...(there ? [there] : [])]) if (mine && counts.mine > 0) counts.mine--
  }
  return {
    ...all, escalateAfterDays: content.waiting.escalateAfterDays,
    states: applicationStates.flatMap((state) => (states.has(state) ? [{ state, ...inState(state) }] : [])),
    below: [...below].filter(([, { late, escalated }]) => late + escalated > 0).map(([id, counts]) => ({ id, name: orgs.get(id)?.name ?? id, ...counts })),
  }
}
