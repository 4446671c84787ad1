import { countyOf } from '@shared/model/org'
import type { Case, RuleSet, StudyIssue } from '@shared/model/rules'
import { localDateIn } from '@shared/rules/local-date-in'
import { caseOf } from '../core/case-of'
import { foldLedger, type FoldedLedger } from '../core/fold-ledger'
import { readLedger } from '../store/ledger'
import type { Me } from '../store/people'
import { ruleSetOn } from '../store/policy'
import { type Context, instantOf } from './context'

/** The county's rule set in force at `ms`, and its study issues. Throws where a county has none: a county is not opened without. */
export const policyAt = async (context: Context, orgId: string, ms: number): Promise<{ ruleSet: RuleSet; studyIssues: StudyIssue[] }> => {
  const policy = await context.policy(countyOf(orgId))
  const newest = policy.ruleSets[0]?.ruleSet
  const ruleSet = newest && (ruleSetOn(policy, localDateIn(newest.timeZone, ms)) ?? policy.ruleSets.at(-1)?.ruleSet)
  if (!ruleSet) throw new Error(`No rule set in ${countyOf(orgId)}`)
  return { ruleSet, studyIssues: policy.studyIssues }
}

/** A person's ledger with a consistent read, folded, and the case for `evaluate` at `ms` (now, unless said otherwise). */
export const readPersonCase = async (context: Context, me: Me, ms = context.now()): Promise<{ folded: FoldedLedger; case: Case }> => {
  const [entries, policy] = await Promise.all([readLedger(context.table, me.personId), policyAt(context, me.branch ?? me.roles[0]?.scope ?? '', ms)])
  const folded = foldLedger(entries)
  return { folded, case: caseOf(me, folded, policy, instantOf(ms)) }
}
