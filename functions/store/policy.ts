import type { RuleSet, StudyIssue } from '@shared/model/rules'
import { queryAll, type Table } from './table'

export interface Policy {
  /** Newest first. */
  ruleSets: { effectiveFrom: string; ruleSet: RuleSet }[]
  studyIssues: StudyIssue[]
}

export const readPolicy = async (table: Table, countyId: string): Promise<Policy> => {
  const [rules, issues] = await Promise.all([
    queryAll<{ effectiveFrom: string; ruleSet: RuleSet }>(table, { pk: `POLICY#${countyId}`, prefix: 'RULES#', newestFirst: true }),
    queryAll<StudyIssue>(table, { pk: `POLICY#${countyId}`, prefix: 'ISSUE#' }),
  ])
  return {
    ruleSets: rules.map(({ effectiveFrom, ruleSet }) => ({ effectiveFrom, ruleSet })),
    studyIssues: issues.map(({ id, publishedAt }) => ({ id, publishedAt })),
  }
}

/** The rule set in force on a local date: the newest whose effective date is not after it. */
export const ruleSetOn = (policy: Policy, localDate: string): RuleSet | undefined => policy.ruleSets.find(({ effectiveFrom }) => effectiveFrom <= localDate)?.ruleSet
