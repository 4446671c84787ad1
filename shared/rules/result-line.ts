import type { Figure, PointsRequirement, PointsResult, RequirementResult, Result, RuleSet } from '../model/rules'

/**
 * A result as one line of JSON, its keys in the spec's order. JSON.stringify would put categories that look like array indexes first, whatever order
 * the rules name them in, and knows no bigint; both are rare, so the slow way is taken only by a result that needs it.
 */

const needsCare = (result: RequirementResult<Figure>): boolean => {
  if (typeof result.achieved === 'bigint') return true
  if (result.kind !== 'points') return false
  return Object.entries(result.byCategory).some(([name, points]) => typeof points === 'bigint' || /^\d+$/.test(name))
}

const writeByCategory = (result: PointsResult<Figure>, ruleSet: RuleSet): string => {
  const rule = ruleSet.requirements.find(({ key }) => key === result.key) as PointsRequirement
  const names = new Set(rule.rules.map(({ category }) => category))
  return `{${[...names].map((name) => `${JSON.stringify(name)}:${result.byCategory[name]}`).join(',')}}`
}

const writeRequirement = (result: RequirementResult<Figure>, ruleSet: RuleSet): string => {
  const fields = Object.entries(result).map(([name, value]: [string, unknown]) => {
    if (name === 'byCategory' && result.kind === 'points') return `"byCategory":${writeByCategory(result, ruleSet)}`
    return `"${name}":${typeof value === 'bigint' ? String(value) : JSON.stringify(value)}`
  })
  return `{${fields.join(',')}}`
}

/** `ruleSet` is the one the result was made with. */
export const resultLine = (result: Result<Figure>, ruleSet: RuleSet): string => {
  if (!result.requirements.some(needsCare)) return JSON.stringify(result)
  const head = JSON.stringify({ ...result, requirements: undefined })
  return `${head.slice(0, -1)},"requirements":[${result.requirements.map((one) => writeRequirement(one, ruleSet)).join(',')}]}`
}
