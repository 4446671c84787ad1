import type { Case, Requirement, RequirementResult } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import { earliestReady } from './earliest-ready'

export interface Condition {
  key: string
  met: boolean
  achieved?: number
  required?: number
  mend?: string
  earliest?: string
}

const mendOf: Record<string, string> = { volunteering: 'record-hours', 'civics-class': 'attend-class', 'league-class': 'attend-class', 'youth-study': 'study', 'quality-activity': 'join-activity', 'youth-home': 'join-activity' }

const mend = (rule: Requirement, result: RequirementResult, birthday: string | undefined): Pick<Condition, 'mend' | 'earliest'> => {
  if (rule.kind === 'age') return birthday === undefined ? { mend: 'none' } : { mend: 'wait', earliest: birthday }
  if (result.kind === 'quantity' && result.examPassed === false && result.achieved >= result.required) return { mend: 'pass-exam' }
  return { mend: ('category' in rule ? mendOf[rule.category] : undefined) ?? 'join-activity' }
}

/**
 * Every condition of the decision at once, met or not, each unmet one with how to mend it (spec/admission-procedure.md, "Pre-flight"): the rule set's
 * required requirements, and the letter.
 */
export const preflight = (aCase: Case, letter: string | undefined, now: number): { conditions: Condition[]; ready: boolean; earliestReady?: string; eligible: boolean } => {
  const result = evaluate(aCase)
  const birthday = earliestReady(aCase.ruleSet, aCase.person.birthDate, now)
  const conditions: Condition[] = [{ key: 'letter', met: letter !== undefined, ...(letter === undefined && { mend: 'write-letter' }) }]
  for (const found of result.requirements) {
    const rule = aCase.ruleSet.requirements.find(({ key }) => key === found.key)
    if (found.enforcement !== 'required' || !rule) continue
    conditions.push({ key: found.key, met: found.met, achieved: found.achieved, required: found.required, ...(!found.met && mend(rule, found, birthday)) })
  }
  return { conditions, ready: conditions.every(({ met }) => met), earliestReady: birthday, eligible: result.eligible }
}
