import type { LedgerEntry } from '@shared/model/ledger'
import { countyOf } from '@shared/model/org'
import type { Case, RuleSet } from '@shared/model/rules'
import { caseOf } from '../core/case-of'
import { foldLedger, type FoldedLedger } from '../core/fold-ledger'
import { inForce, type Policy } from '../core/fold-policy'
import { readLedger } from '../store/ledger'
import type { Me } from '../store/people'
import { type Context, instantOf } from './context'

export type PolicyAt = Policy & { ruleSet: RuleSet }

/** The county's rule set in force at `ms`, and its study issues. Throws where a county has none: a county is not opened without. */
export const policyAt = async (context: Context, orgId: string, ms: number): Promise<PolicyAt> => {
  const policy = await context.policy(countyOf(orgId))
  const ruleSet = inForce(policy, ms)?.ruleSet
  if (!ruleSet) throw new Error(`No rule set in ${countyOf(orgId)}`)
  return { ...policy, ruleSet }
}

/** A person's ledger with a consistent read, folded, and the case for `evaluate` at `ms` (now, unless said otherwise). */
export const readPersonCase = async (context: Context, me: Me, ms = context.now()): Promise<{ entries: LedgerEntry[]; folded: FoldedLedger; case: Case; policy: PolicyAt }> => {
  const [entries, policy] = await Promise.all([readLedger(context.table, me.personId), policyAt(context, me.branch ?? me.roles[0]?.scope ?? '', ms)])
  const folded = foldLedger(entries)
  return { entries, folded, case: caseOf(me, folded, policy, instantOf(ms)), policy }
}
