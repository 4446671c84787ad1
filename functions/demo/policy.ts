import type { RuleSet, StudyIssue } from '@shared/model/rules'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { addDays, at, isoWeek, latest, yearsBefore } from './calendar'

/** A county's policy: one rule set in force since long before any record, and 60 weekly study issues, the last of them this week's or last week's. */
export interface DemoPolicy {
  countyId: string
  effectiveFrom: string
  ruleSet: RuleSet
  studyIssues: StudyIssue[]
}

const weeks = 60

export const policyOf = (countyId: string, today: string): DemoPolicy => {
  // Published on Mondays at ten: the one of a Monday that has not come that far is left out.
  const lastMonday = latest(addDays(today, -1), 1)
  const mondays = Array.from({ length: weeks }, (_, i) => addDays(lastMonday, -7 * (weeks - 1 - i)))
  return {
    countyId,
    effectiveFrom: `${yearsBefore(today, 3).slice(0, 4)}-01-01`,
    ruleSet: { ...defaultRuleSet, id: countyId },
    studyIssues: mondays.map((monday) => ({ id: isoWeek(monday), publishedAt: at(monday, 10 * 60) })),
  }
}
