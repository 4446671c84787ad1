import type { RequirementResult, Result, RuleSet } from '../model/rules'

/** Marks a whole number beyond 2^53 - 1, which JSON can hold and JSON.stringify cannot write. */
const mark = '\u0000whole:'
const marked = /"\\u0000whole:(\d+)"/g

const write = (value: unknown): string => {
  try {
    return JSON.stringify(value)
  } catch {
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? mark + inner : inner)).replace(marked, '$1')
  }
}

const isIndex = (name: string): boolean => /^(0|[1-9]\d*)$/.test(name)

/** Objects put keys like `7` first; `byCategory` keeps the order in which the rules first name a category. */
const writePoints = (result: Extract<RequirementResult, { kind: 'points' }>, ruleSet: RuleSet): string => {
  const rule = ruleSet.requirements.find(({ key }) => key === result.key)
  const names = rule?.kind === 'points' ? [...new Set(rule.rules.map(({ category }) => category))] : []
  const { byCategory, ...rest } = result
  return `${write(rest).slice(0, -1)},"byCategory":{${names.map((name) => `${JSON.stringify(name)}:${write(byCategory[name])}`).join(',')}}}`
}

/** One result as one line of JSON, its keys in the spec's order. */
export const resultLine = (result: Result, ruleSet: RuleSet): string => {
  if (!Object.keys(ruleSet.counting).some(isIndex)) return write(result)
  const requirements = result.requirements.map((one) => (one.kind === 'points' ? writePoints(one, ruleSet) : write(one)))
  return `${write({ ...result, requirements: undefined }).slice(0, -1)},"requirements":[${requirements.join(',')}]}`
}
