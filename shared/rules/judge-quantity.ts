import type { Figure, QuantityRequirement, QuantityResult } from '../model/rules'
import { countOf } from './count'
import { type Enforced, type ReadyCase, categoryOf } from './ready-case'
import { windowDays } from './window'

const passes = (ready: ReadyCase, exam: NonNullable<QuantityRequirement['exam']>): boolean =>
  (ready.input.exams ?? []).some(({ course, score }, i) => course === exam.course && (ready.examTimes[i] as number) <= ready.asOf && score >= exam.passMark)

/** Spec: Requirements, quantity: the total of a category in a window, and an exam passed where one is asked for. */
export const judgeQuantity = (ready: ReadyCase, rule: QuantityRequirement, enforcement: Enforced): QuantityResult<Figure> => {
  const { total: achieved, counted, excluded } = countOf(categoryOf(ready, rule.category), windowDays(rule.window, ready.today), ready.asOf)
  const { key, kind, atLeast: required } = rule
  const enough = achieved >= required
  if (rule.exam === undefined) return { key, kind, enforcement, achieved, required, met: enough, counted, excluded }
  const examPassed = passes(ready, rule.exam)
  return { key, kind, enforcement, achieved, required, met: enough && examPassed, examPassed, counted, excluded }
}
