import { enforcements, requirementKinds, type RuleSet } from '../model/rules'
import { arrayAt, Fault, type Fields, numberAt, objectAt, oneOfAt, own, textAt, wholeAt } from './fault'
import { type Zone, zoneOf } from './time-zone'

const windowKinds = ['ever', 'trailing', 'calendar-year', 'school-year'] as const

const booleanAt = (value: unknown, path: string): void => {
  if (value !== undefined && typeof value !== 'boolean') throw new Fault(path, 'not true or false')
}

const checkCounting = (value: unknown, path: string): Fields => {
  const counting = objectAt(value, path)
  for (const name of Object.keys(counting)) {
    const at = `${path}.${name}`
    const policy = objectAt(counting[name], at)
    textAt(policy.unit, `${at}.unit`)
    booleanAt(policy.noOverlap, `${at}.noOverlap`)
    if (policy.perDayAtMost !== undefined) wholeAt(policy.perDayAtMost, `${at}.perDayAtMost`, 0)
    booleanAt(policy.distinct, `${at}.distinct`)
  }
  return counting
}

const checkCategory = (value: unknown, path: string, counting: Fields): void => {
  if (own(counting, textAt(value, path)) === undefined) throw new Fault(path, 'a category with no counting policy')
}

const checkWindow = (value: unknown, path: string): void => {
  const window = objectAt(value, path)
  const kind = oneOfAt(window.kind, `${path}.kind`, windowKinds)
  if (kind === 'trailing') wholeAt(window.months, `${path}.months`, 1)
  if (kind === 'school-year') wholeAt(window.startMonth, `${path}.startMonth`, 1, 12)
}

const checkPointsRule = (value: unknown, path: string, counting: Fields): void => {
  const rule = objectAt(value, path)
  checkCategory(rule.category, `${path}.category`, counting)
  checkWindow(rule.window, `${path}.window`)
  wholeAt(rule.per, `${path}.per`, 1)
  wholeAt(rule.points, `${path}.points`, 0)
  if (rule.atMost !== undefined) wholeAt(rule.atMost, `${path}.atMost`, 0)
}

const checkRequirement = (value: unknown, path: string, counting: Fields, keys: Set<string>): void => {
  const rule = objectAt(value, path)
  const key = textAt(rule.key, `${path}.key`)
  if (keys.has(key)) throw new Fault(`${path}.key`, 'a key used twice')
  keys.add(key)
  const kind = oneOfAt(rule.kind, `${path}.kind`, requirementKinds)
  if (rule.enforcement !== undefined) oneOfAt(rule.enforcement, `${path}.enforcement`, enforcements)
  if (kind === 'quantity' || kind === 'coverage') {
    checkCategory(rule.category, `${path}.category`, counting)
    checkWindow(rule.window, `${path}.window`)
  }
  if (kind === 'coverage') wholeAt(rule.atLeastPercent, `${path}.atLeastPercent`, 0, 100)
  else wholeAt(rule.atLeast, `${path}.atLeast`, 0)
  if (kind === 'age') wholeAt(rule.below, `${path}.below`, 0)
  if (kind === 'quantity' && rule.exam !== undefined) {
    const exam = objectAt(rule.exam, `${path}.exam`)
    textAt(exam.course, `${path}.exam.course`)
    numberAt(exam.passMark, `${path}.exam.passMark`)
  }
  if (kind === 'points') for (const [i, part] of arrayAt(rule.rules, `${path}.rules`).entries()) checkPointsRule(part, `${path}.rules[${i}]`, counting)
}

/** A rule set as the spec shapes it, with its zone; throws Fault at the first field, in the spec's order, that breaks it. */
export const checkRuleSet = (value: unknown, path: string): { ruleSet: RuleSet; zone: Zone } => {
  const ruleSet = objectAt(value, path)
  textAt(ruleSet.id, `${path}.id`)
  wholeAt(ruleSet.version, `${path}.version`, -Number.MAX_SAFE_INTEGER)
  const zone = zoneOf(textAt(ruleSet.timeZone, `${path}.timeZone`))
  if (zone === undefined) throw new Fault(`${path}.timeZone`, 'not an IANA time zone')
  const counting = checkCounting(ruleSet.counting, `${path}.counting`)
  const keys = new Set<string>()
  for (const [i, rule] of arrayAt(ruleSet.requirements, `${path}.requirements`).entries()) checkRequirement(rule, `${path}.requirements[${i}]`, counting, keys)
  return { ruleSet: ruleSet as unknown as RuleSet, zone }
}
