import type { RuleSetVersion, StudyIssueEntry } from '@shared/model/policy'
import type { RuleSet, StudyIssue } from '@shared/model/rules'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { addDays, at, isoWeek, latest, yearsBefore } from './calendar'

/** A county's policy: two versions of its rules, the second in force since before any record, and 60 weekly study issues, the last of them this week's or last week's. */
export interface DemoPolicy {
  countyId: string
  versions: RuleSetVersion[]
  /** The one in force. */
  ruleSet: RuleSet
  studyIssues: StudyIssue[]
  issueEntries: StudyIssueEntry[]
}

const weeks = 60
/** A season of 青年大学习 is some thirty issues long. */
const issuesOfSeason = 30
const firstSeason = 13

/** The rules as the county tried them at first: fewer hours, and the weekly study only for reference. */
const firstRules = (countyId: string): RuleSet => ({
  ...defaultRuleSet, id: countyId, version: 1,
  requirements: defaultRuleSet.requirements.map((one) => {
    if (one.key === 'volunteer-hours' && one.kind === 'quantity') return { ...one, atLeast: 600 }
    return one.key === 'youth-study' ? { ...one, enforcement: 'advisory' } : one
  }),
})

export const policyOf = (countyId: string, today: string, publishedBy?: string): DemoPolicy => {
  // Published on Mondays at ten: the one of a Monday that has not come that far is left out.
  const lastMonday = latest(addDays(today, -1), 1)
  const mondays = Array.from({ length: weeks }, (_, i) => addDays(lastMonday, -7 * (weeks - 1 - i)))
  const ruleSet = { ...defaultRuleSet, id: countyId, version: 2 }
  const newYear = (years: number) => `${yearsBefore(today, years).slice(0, 4)}-01-01`
  const by = publishedBy === undefined ? {} : { publishedBy }
  const issueEntries = mondays.map((monday, i): StudyIssueEntry => ({
    id: isoWeek(monday), title: `第${firstSeason + Math.floor(i / issuesOfSeason)}季第${(i % issuesOfSeason) + 1}期`, publishedAt: at(monday, 10 * 60), at: at(monday, 9 * 60), ...(publishedBy !== undefined && { by: publishedBy }),
  }))
  return {
    countyId,
    versions: [
      { ruleSet: firstRules(countyId), effectiveFrom: newYear(3), publishedAt: at(addDays(newYear(3), -21), 16 * 60), ...by },
      { ruleSet, effectiveFrom: newYear(1), publishedAt: at(addDays(newYear(1), -12), 15 * 60 + 30), ...by },
    ],
    ruleSet,
    studyIssues: issueEntries.map(({ id, publishedAt }) => ({ id, publishedAt })),
    issueEntries,
  }
}
