import { countyOf } from '@shared/model/org'
import type { Progress } from '@shared/model/progress'
import type { RuleSet } from '@shared/model/rules'
import type { Me } from '../store/people'
import type { Context } from './context'
import { foldPerson } from './fold-person'
import { type PolicyAt, policyAt } from './read-person'

/** Whether the projection still holds at `now` under this policy: nothing left a window, no new rule set, no new study issue. */
export const holds = (progress: Progress, policy: PolicyAt, now: number): boolean =>
  progress.rules === policy.ruleSet.version && progress.issues === policy.issues && (progress.until === undefined || now < progress.until)

/** The progress to show: the projection, which came with the account at no further read; only where it no longer holds, a fresh fold. */
export const currentProgress = async (context: Context, me: Me): Promise<{ progress: Progress; ruleSet: RuleSet }> => {
  const now = context.now()
  const policy = await policyAt(context, me.branch ?? countyOf(me.roles[0]?.scope ?? ''), now)
  const progress = me.progress && holds(me.progress, policy, now) ? me.progress : (await foldPerson(context, me)).progress
  return { progress, ruleSet: policy.ruleSet }
}
