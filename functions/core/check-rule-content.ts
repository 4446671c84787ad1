import { courseForm } from '@shared/model/exam'
import type { RuleContent } from '@shared/model/policy'
import type { FieldError } from '@shared/model/refusal'
import type { CountingPolicy, PointsRule, Requirement, RuleSet, Window } from '@shared/model/rules'
import { checkRuleSet } from '@shared/rules/check-rule-set'
import { Fault } from '@shared/rules/fault'

/** Progress with its figures stays within ME's one KB. */
const requirementsAtMost = 20
const rulesAtMost = 20
const keyForm = /^[a-z][a-z0-9-]{0,63}$/

const fault = (path: string, code: string, message: string): FieldError => ({ path, code, message })

/** What the rules themselves allow and a county's cannot have. Records lie in these categories, so each stays, with its unit. */
const faultOf = ({ counting, requirements }: RuleContent, base: RuleSet): FieldError | undefined => {
  for (const [name, { unit }] of Object.entries(base.counting)) {
    if (!Object.hasOwn(counting, name)) return fault(`content.counting.${name}`, 'required', 'A category that has records stays')
    if (counting[name]?.unit !== unit) return fault(`content.counting.${name}.unit`, 'not-changeable', 'Its records are counted in this unit')
  }
  const unknown = Object.keys(counting).find((name) => !Object.hasOwn(base.counting, name))
  if (unknown !== undefined) return fault(`content.counting.${unknown}`, 'unknown', 'There are no records of this category')
  if (requirements.length === 0 || requirements.length > requirementsAtMost) return fault('content.requirements', 'too-many', `1 to ${requirementsAtMost} requirements`)
  for (const [i, rule] of requirements.entries()) {
    const at = `content.requirements[${i}]`
    if (!keyForm.test(rule.key)) return fault(`${at}.key`, 'invalid-format', 'Small letters, digits and -')
    if (rule.kind === 'age' && rule.below <= rule.atLeast) return fault(`${at}.below`, 'not-above', 'below is not above atLeast')
    if (rule.kind === 'points' && (rule.rules.length === 0 || rule.rules.length > rulesAtMost)) return fault(`${at}.rules`, 'too-many', `1 to ${rulesAtMost} rules`)
    if (rule.kind === 'quantity' && rule.exam) {
      if (!courseForm.test(rule.exam.course)) return fault(`${at}.exam.course`, 'invalid-format', 'Small letters, digits and -')
      if (rule.exam.passMark < 0 || rule.exam.passMark > 1000) return fault(`${at}.exam.passMark`, 'out-of-range', '0 to 1000')
    }
  }
  return undefined
}

const policyOf = ({ unit, noOverlap, perDayAtMost, distinct }: CountingPolicy): CountingPolicy => ({ unit, ...(noOverlap && { noOverlap }), ...(perDayAtMost !== undefined && { perDayAtMost }), ...(distinct && { distinct }) })

const windowOf = (window: Window): Window => {
  if (window.kind === 'trailing') return { kind: 'trailing', months: window.months }
  return window.kind === 'school-year' ? { kind: 'school-year', startMonth: window.startMonth } : { kind: window.kind }
}

const ruleOf = ({ category, window, per, points, atMost }: PointsRule): PointsRule => ({ category, window: windowOf(window), per, points, ...(atMost !== undefined && { atMost }) })

const requirementOf = (rule: Requirement): Requirement => {
  const { key, enforcement = 'required' } = rule
  switch (rule.kind) {
    case 'quantity':
      return { key, kind: 'quantity', enforcement, category: rule.category, window: windowOf(rule.window), atLeast: rule.atLeast, ...(rule.exam && { exam: { course: rule.exam.course, passMark: rule.exam.passMark } }) }
    case 'coverage':
      return { key, kind: 'coverage', enforcement, category: rule.category, window: windowOf(rule.window), atLeastPercent: rule.atLeastPercent }
    case 'age':
      return { key, kind: 'age', enforcement, atLeast: rule.atLeast, below: rule.below }
    case 'points':
      return { key, kind: 'points', enforcement, atLeast: rule.atLeast, rules: rule.rules.map(ruleOf) }
  }
}

/** The content of a rule set in one form only, whatever else and in whatever order it came: the same rules are the same bytes. Categories in `base`'s order. */
export const contentOf = ({ counting, requirements }: RuleContent, base: RuleSet): RuleContent => ({
  counting: Object.fromEntries(Object.keys(base.counting).map((name) => [name, policyOf(counting[name] as CountingPolicy)])),
  requirements: requirements.map(requirementOf),
})

/** A draft's content by the rules' own check (spec/admission-rules.md) and by what the county has; its first fault by the field's path. `base`: the rules in force. */
export const checkRuleContent = (content: unknown, base: RuleSet): { content: RuleContent } | { errors: FieldError[] } => {
  try {
    checkRuleSet({ ...(content as object), id: base.id, version: base.version, timeZone: base.timeZone }, 'content')
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { errors: [fault(error.path, error.message === 'missing' ? 'required' : 'invalid-value', error.message)] }
  }
  const valid = content as RuleContent
  const error = faultOf(valid, base)
  return error ? { errors: [error] } : { content: contentOf(valid, base) }
}
