import type { Context } from './context'
import { holds } from './current-progress'
import { projectPerson } from './project-person'
import { policyAt } from './read-person'
import { readBranchAccounts } from '../store/members'
import { putSwept, readSwept } from '../store/sweeps'
import { branchesBelow } from './branches-below'
import { readPolicy } from './read-policy'

/** The sweep: refreshes the projections that changed by the passing of time (an hour left the twelve months, a birthday, a new rule set), and notes the policy it was made with. */
export const refreshProgress = async (context: Context, countyId: string): Promise<number> => {
  const policy = await policyAt(context, countyId, context.now())
  let refreshed = 0
  for (const branch of await branchesBelow(context, countyId)) {
    for (const me of await readBranchAccounts(context.table, branch)) {
      if (me.progress && holds(me.progress, policy, context.now())) continue
      if (await projectPerson(context, me.personId)) refreshed++
    }
  }
  await putSwept(context.table, countyId, { rules: policy.ruleSet.version, issues: policy.issues })
  return refreshed
}

/** The sweep, where rules or study issues are not those of the last one: so that dashboards follow within minutes, and home screens need not fold until the night. Else a few small reads. */
export const refreshForNewPolicy = async (context: Context, countyId: string): Promise<number> => {
  const fresh = await readPolicy(context.table, countyId, true)
  const known = { ...context, policy: async () => fresh }
  const [{ ruleSet, issues }, swept] = await Promise.all([policyAt(known, countyId, context.now()), readSwept(context.table, countyId)])
  return swept?.rules === ruleSet.version && swept.issues === issues ? 0 : refreshProgress(known, countyId)
}
