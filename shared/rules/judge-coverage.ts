import type { CoverageRequirement, CoverageResult } from '../model/rules'
import { type Enforced, type ReadyCase, categoryOf } from './ready-case'
import { windowDays } from './window'

/** Spec: Requirements, coverage: how many of the issues published in the window an approved, ended record covers, whenever that was. */
export const judgeCoverage = (ready: ReadyCase, rule: CoverageRequirement, enforcement: Enforced): CoverageResult => {
  const range = windowDays(rule.window, ready.today)
  const covered = new Set<string>()
  for (const record of categoryOf(ready, rule.category).records) {
    if (record.key !== undefined && record.approved && record.end <= ready.asOf) covered.add(record.key)
  }
  const missing: string[] = []
  let published = 0
  for (const [i, issue] of (ready.input.studyIssues ?? []).entries()) {
    const at = ready.issueTimes[i] as number
    if (at > ready.asOf) continue
    const day = ready.zone.dayOf(at)
    if (day < range.from || day > range.to) continue
    published++
    if (!covered.has(issue.id)) missing.push(issue.id)
  }
  const achieved = published - missing.length
  const required = Math.ceil((published * rule.atLeastPercent) / 100)
  return { key: rule.key, kind: rule.kind, enforcement, achieved, required, met: achieved >= required, missing }
}
