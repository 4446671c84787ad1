import type { AgeRequirement, AgeResult } from '../model/rules'
import type { CivilDate } from './local-date'
import type { Enforced, ReadyCase } from './ready-case'

/** Full years on a date; someone born on 29 February completes a year on 1 March in years without one. Negative before birth. */
export const fullYears = (birth: CivilDate, today: CivilDate): number =>
  today.year - birth.year - (today.month * 100 + today.day < birth.month * 100 + birth.day ? 1 : 0)

/** Spec: Requirements, age: atLeast <= full years < below. */
export const judgeAge = (ready: ReadyCase, rule: AgeRequirement, enforcement: Enforced): AgeResult => {
  const achieved = fullYears(ready.birth, ready.today)
  return { key: rule.key, kind: rule.kind, enforcement, achieved, required: rule.atLeast, met: rule.atLeast <= achieved && achieved < rule.below }
}
