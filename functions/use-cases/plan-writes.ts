import type { Application, ApplicationStep } from '@shared/model/application'
import { countyOf } from '@shared/model/org'
import { lastOf } from '@shared/rules/application-order'
import type { Me } from '../store/people'
import { committeeOf, givePlaceBack, takeNumber, takePlace, usePlace } from '../store/plan'
import type { Write } from '../store/table'
import type { readPlan } from './application-facts'
import type { Context } from './context'

/** What a step does to the plan, in the same transaction: a first pre-review takes a number and places, an end gives the places back (the number is spent), filing uses them. */
export const planWrites = (context: Context, me: Me, plan: Awaited<ReturnType<typeof readPlan>>, application: Application | undefined, step: ApplicationStep): Write[] => {
  const { table } = context
  const reserved = application && lastOf(application, 'pre-review')
  if (step.act === 'pre-review' && !reserved) {
    if (!plan.range) throw new Error('A pre-review without a number')
    return [...takeNumber(table, countyOf(plan.committee), plan.range, step.facts.number, me.personId), ...step.facts.quota.map((line) => takePlace(table, plan.committee, plan.year, line))]
  }
  if (!reserved) return []
  // The lines are of the branch and year in which they were reserved, wherever the applicant has moved since.
  const year = Number(reserved.facts.number.slice(0, 4))
  const committeeOfLine = (line: string) => committeeOf(line.split('#')[0] ?? '')
  if (step.to === 'rejected' || step.to === 'withdrawn' || step.to === 'terminated') return reserved.facts.quota.map((line) => givePlaceBack(table, committeeOfLine(line), year, line))
  return step.act === 'file' ? reserved.facts.quota.map((line) => usePlace(table, committeeOfLine(line), year, line)) : []
}
