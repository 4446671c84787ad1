import type { Context } from './context'
import { holds } from './current-progress'
import { projectPerson } from './project-person'
import { policyAt } from './read-person'
import { readBranchAccounts } from '../store/members'
import { branchesBelow } from './branches-below'

/** The daily sweep: refreshes the projections that changed by the passing of time (an hour left the twelve months, a birthday, a new rule set). */
export const refreshProgress = async (context: Context, countyId: string): Promise<number> => {
  const policy = await policyAt(context, countyId, context.now())
  let refreshed = 0
  for (const branch of await branchesBelow(context, countyId)) {
    for (const me of await readBranchAccounts(context.table, branch)) {
      if (me.progress && holds(me.progress, policy, context.now())) continue
      if (await projectPerson(context, me.personId)) refreshed++
    }
  }
  return refreshed
}
