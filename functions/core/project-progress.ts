import type { Application } from '@shared/model/application'
import type { Progress } from '@shared/model/progress'
import type { Case } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import { nextChange } from '@shared/rules/next-change'
import type { FoldedLedger } from './fold-ledger'
import { waitsOn } from './waits-on'

/**
 * The compact progress of one person: a function of the ledger, the policy and the interval between two changes, with no clock in it,
 * so that a rebuild gives the same bytes. The figures are `evaluate`'s. `issues` names the study issues.
 */
export const projectProgress = (folded: FoldedLedger, aCase: Case, application: Application | undefined, steps: number, issues: number): Progress => {
  const result = evaluate(aCase)
  const until = nextChange(aCase)
  return {
    n: folded.entries + steps,
    rules: aCase.ruleSet.version,
    issues,
    ...(until !== undefined && { until }),
    eligible: result.eligible,
    figures: result.requirements.map(({ achieved, required, met }) => [Number(achieved), required, met ? 1 : 0]),
    pending: folded.records.filter(({ status }) => status === 'pending').length,
    rejected: folded.records.filter(({ status }) => status === 'rejected').length,
    ...(application && { application: waitsOn(application, aCase.ruleSet.timeZone) }),
  }
}
