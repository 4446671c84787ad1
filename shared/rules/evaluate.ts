import type { Case, Figure, Requirement, RequirementResult, Result } from '../model/rules'
import { parseInstant } from './instant'
import { judgeAge } from './judge-age'
import { judgeCoverage } from './judge-coverage'
import { judgePoints } from './judge-points'
import { judgeQuantity } from './judge-quantity'
import { dateOfDay, parseDay } from './local-date'
import type { Category, Enforced, ReadyCase } from './ready-case'
import { zoneOf } from './time-zone'

const instantMs = (text: string): number => {
  const ms = parseInstant(text)
  if (ms === undefined) throw new RangeError(`Not an instant: ${text}`)
  return ms
}

/** Reads the texts of a valid case once. Throws RangeError where it is not valid. */
export const readyCase = (input: Case): ReadyCase => {
  const zone = zoneOf(input.ruleSet.timeZone)
  const birth = parseDay(input.person.birthDate)
  if (!zone || birth === undefined) throw new RangeError('Not a valid case')
  const asOf = instantMs(input.asOf)
  const categories = new Map<string, Category>()
  for (const name of Object.keys(input.ruleSet.counting)) {
    categories.set(name, { policy: input.ruleSet.counting[name] as Category['policy'], records: [], sorted: false, counts: [] })
  }
  for (const record of input.records) {
    const start = instantMs(record.startedAt)
    categories.get(record.category)?.records.push({ id: record.id, approved: record.status === 'approved', start, end: instantMs(record.endedAt), day: zone.dayOf(start), quantity: record.quantity, key: record.distinctKey })
  }
  return {
    input, asOf, today: dateOfDay(zone.dayOf(asOf)), zone, birth: dateOfDay(birth), categories,
    examTimes: (input.exams ?? []).map(({ takenAt }) => instantMs(takenAt)),
    issueTimes: (input.studyIssues ?? []).map(({ publishedAt }) => instantMs(publishedAt)),
  }
}

const judge = (ready: ReadyCase, rule: Requirement, enforcement: Enforced): RequirementResult<Figure> => {
  switch (rule.kind) {
    case 'quantity':
      return judgeQuantity(ready, rule, enforcement)
    case 'coverage':
      return judgeCoverage(ready, rule, enforcement)
    case 'age':
      return judgeAge(ready, rule, enforcement)
    case 'points':
      return judgePoints(ready, rule, enforcement)
  }
}

/** The result of a case that has been read (spec: Output). Figures beyond 2^53 - 1 are bigints: `resultLine` writes them, JSON.stringify cannot. */
export const evaluateReady = (ready: ReadyCase): Result<Figure> => {
  const { ruleSet, person, asOf } = ready.input
  const requirements: RequirementResult<Figure>[] = []
  let eligible = true
  for (const rule of ruleSet.requirements) {
    const enforcement = rule.enforcement ?? 'required'
    if (enforcement === 'off') continue
    const result = judge(ready, rule, enforcement)
    if (enforcement === 'required' && !result.met) eligible = false
    requirements.push(result)
  }
  return { person: person.id, asOf, ruleSet: { id: ruleSet.id, version: ruleSet.version }, eligible, requirements }
}

const isPlain = (one: RequirementResult<Figure>): one is RequirementResult =>
  typeof one.achieved === 'number' && (one.kind !== 'points' || Object.values(one.byCategory).every((points) => typeof points === 'number'))

const rounded = (one: RequirementResult<Figure>): RequirementResult => {
  if (one.kind !== 'points') return { ...one, achieved: Number(one.achieved) }
  const byCategory = Object.fromEntries(Object.entries(one.byCategory).map(([name, points]) => [name, Number(points)]))
  return { ...one, achieved: Number(one.achieved), byCategory }
}

/**
 * Every requirement of a valid case as of its instant (spec/admission-rules.md). Figures beyond 2^53 - 1, which no real activity reaches, are rounded
 * here so that any JSON writer can take them. Throws RangeError where the case is not valid.
 */
export const evaluate = (input: Case): Result => {
  const result = evaluateReady(readyCase(input))
  return { ...result, requirements: result.requirements.map((one) => (isPlain(one) ? one : rounded(one))) }
}
