import type { Evaluation } from '@shared/model/application'
import type { Case } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'

/** What a case comes to, with all that is needed to run it again whatever is entered later. `issues` and `known` name what was known (model/application.ts). */
export const evaluationOf = (aCase: Case, issues: number, known: string): Evaluation => {
  const { asOf, ruleSet, eligible, requirements } = evaluate(aCase)
  const figures = requirements.map(({ key, enforcement, achieved, required, met }) => ({ key, enforcement, achieved, required, met }))
  return { asOf, ruleSet, eligible, figures, birthDate: aCase.person.birthDate, issues, known }
}
