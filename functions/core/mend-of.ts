import type { Requirement, RequirementResult, RuleSet } from '@shared/model/rules'
import { earliestReady } from './earliest-ready'

const byCategory: Record<string, string> = { volunteering: 'record-hours', 'civics-class': 'attend-class', 'league-class': 'attend-class', 'youth-study': 'study', 'quality-activity': 'join-activity', 'youth-home': 'join-activity' }

/** How an unmet requirement is mended, and of an age from when: what the student is told to do next. */
export const mendOf = (rule: Requirement, result: RequirementResult, birthDate: string | undefined, ruleSet: RuleSet, ms: number): { mend: string; earliest?: string } => {
  if (rule.kind === 'age') {
    const birthday = earliestReady(ruleSet, birthDate, ms)
    return birthday === undefined ? { mend: 'none' } : { mend: 'wait', earliest: birthday }
  }
  if (result.kind === 'quantity' && result.examPassed === false && result.achieved >= result.required) return { mend: 'pass-exam' }
  return { mend: ('category' in rule ? byCategory[rule.category] : undefined) ?? 'join-activity' }
}
