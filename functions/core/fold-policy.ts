import type { RuleSetVersion, StudyIssueEntry } from '@shared/model/policy'
import type { StudyIssue } from '@shared/model/rules'
import { localDateIn } from '@shared/rules/local-date-in'

/** A county's rule sets and study issues, as far as they are known. */
export interface Policy {
  /** The last version first. */
  ruleSets: RuleSetVersion[]
  studyIssues: StudyIssue[]
  /** How many entries the issues were folded from: that number names them. */
  issues: number
}

/** The issues that stand after these entries, in the order of publication. A withdrawn id may be published anew. */
export const standingIssues = (entries: readonly StudyIssueEntry[]): StudyIssueEntry[] => {
  const standing = new Map<string, StudyIssueEntry>()
  for (const entry of entries) {
    standing.delete(entry.id)
    if (entry.withdrawId === undefined) standing.set(entry.id, entry)
  }
  return [...standing.values()].sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt) || (a.id < b.id ? -1 : 1))
}

/** `entries` in the order of their numbers. */
export const foldPolicy = (versions: readonly RuleSetVersion[], entries: readonly StudyIssueEntry[]): Policy => ({
  ruleSets: [...versions].sort((a, b) => b.ruleSet.version - a.ruleSet.version),
  studyIssues: standingIssues(entries).map(({ id, publishedAt }) => ({ id, publishedAt })),
  issues: entries.length,
})

/**
 * The version in force at an instant (epoch ms): the last one of those published by then whose effective date has begun. So a version replaces every
 * earlier one from its date on, also one that has not begun, and publishing changes nothing that was. Before the first has begun it is the first.
 */
export const inForce = ({ ruleSets }: Pick<Policy, 'ruleSets'>, ms: number): RuleSetVersion | undefined =>
  ruleSets.find(({ effectiveFrom, publishedAt, ruleSet }) => effectiveFrom <= localDateIn(ruleSet.timeZone, ms) && (publishedAt === undefined || Date.parse(publishedAt) <= ms)) ?? ruleSets.at(-1)
