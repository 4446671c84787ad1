import type { Figure, PointsRequirement, PointsResult, PointsRule } from '../model/rules'
import { countOf } from './count'
import { add, divide, multiply } from './figures'
import { type Enforced, type ReadyCase, categoryOf } from './ready-case'
import { windowDays } from './window'

const pointsOf = (ready: ReadyCase, rule: PointsRule): Figure => {
  const { total } = countOf(categoryOf(ready, rule.category), windowDays(rule.window, ready.today), ready.asOf)
  const points = multiply(divide(total, rule.per), rule.points)
  return rule.atMost !== undefined && points > rule.atMost ? rule.atMost : points
}

/** A plain assignment to '__proto__' would set the prototype instead. */
const put = (entries: Record<string, Figure>, name: string, value: Figure): void => {
  if (name === '__proto__') Object.defineProperty(entries, name, { value, enumerable: true, configurable: true, writable: true })
  else entries[name] = value
}

/** Spec: Requirements, points: each rule's points, its `atMost` applied before adding. */
export const judgePoints = (ready: ReadyCase, rule: PointsRequirement, enforcement: Enforced): PointsResult<Figure> => {
  const byCategory: Record<string, Figure> = {}
  let achieved: Figure = 0
  for (const part of rule.rules) {
    const points = pointsOf(ready, part)
    const sofar = Object.prototype.hasOwnProperty.call(byCategory, part.category) ? (byCategory[part.category] as Figure) : 0
    put(byCategory, part.category, add(sofar, points))
    achieved = add(achieved, points)
  }
  return { key: rule.key, kind: rule.kind, enforcement, achieved, required: rule.atLeast, met: achieved >= rule.atLeast, byCategory }
}
