import { countyOf } from '@shared/model/org'
import { developmentNumber, gradeOf, quotaLineOf } from '@shared/model/plan'
import { localDateIn } from '@shared/rules/local-date-in'
import type { ActFacts } from '../core/act-conditions'
import { caseOf } from '../core/case-of'
import { foldApplication } from '../core/fold-application'
import { inForce } from '../core/fold-policy'
import { procedureInForce } from '../core/procedure-in-force'
import { withOwnYears } from '../core/working-days'
import { chineseWorkdays } from '../calendars/chinese-workdays'
import { readApplicationSteps } from '../store/applications'
import type { Me } from '../store/people'
import { committeeOf, linesFor, readQuotas, readRanges } from '../store/plan'
import { readProcedures } from '../store/procedure'
import { type Context, instantOf } from './context'
import { readPersonCase } from './read-person'

/** The next number of the ranges that a branch's committee has for the year, and its lines for an applicant of the class. */
export const readPlan = async (context: Context, branch: string, className: string | undefined, year: number, province: string) => {
  const committee = committeeOf(branch)
  const [ranges, quotas] = await Promise.all([readRanges(context.table, countyOf(branch), year), readQuotas(context.table, committee, year)])
  const range = ranges.find((one) => one.committee === committee && one.next <= one.to)
  const lines = linesFor(quotas, branch, gradeOf(className))
  return { committee, year, range, number: range && developmentNumber(year, province, range.next), lines: lines.map((line) => ({ key: quotaLineOf(line), left: line.quota - line.taken })) }
}

/** All that an act on a person's application is judged by, with consistent reads: the ledger, the steps, the procedure and the rules of each day, the plan. */
export const applicationFacts = async (context: Context, me: Me) => {
  const branch = me.branch ?? ''
  const [{ entries, folded, case: aCase, policy }, steps, versions] = await Promise.all([readPersonCase(context, me), readApplicationSteps(context.table, me.personId), readProcedures(context.table, countyOf(branch), true)])
  const { timeZone } = aCase.ruleSet
  const now = context.now()
  const procedure = procedureInForce(versions, localDateIn(timeZone, now), now)
  const application = foldApplication(steps)
  const plan = await readPlan(context, branch, me.className, Number(localDateIn(timeZone, now).slice(0, 4)), procedure.content.number.province)
  const facts: ActFacts = {
    personId: me.personId, birthDate: me.birthDate, application, isMember: me.leagueMember !== undefined, procedure, timeZone, now,
    caseAt: (ms) => caseOf(me, folded, { ...policy, ruleSet: inForce(policy, ms)?.ruleSet ?? policy.ruleSet }, instantOf(ms)),
    calendar: withOwnYears(chineseWorkdays, procedure.content),
    reviewers: [...new Set(folded.records.flatMap(({ decisions }) => decisions.map(({ by }) => by)))].filter((by) => by !== me.personId),
    plan,
  }
  return { facts, steps, entries, folded, policy, plan }
}
