import { type Case, recordStatuses, type CountingPolicy } from '../model/rules'
import { checkRuleSet } from './check-rule-set'
import { arrayAt, Fault, numberAt, objectAt, oneOfAt, textAt, wholeAt } from './fault'
import { parseInstant } from './instant'
import { dateOfDay, parseDay } from './local-date'
import type { Category, ReadyCase } from './ready-case'
import type { Zone } from './time-zone'

const instantAt = (value: unknown, path: string): number => {
  const instant = parseInstant(textAt(value, path))
  if (instant === undefined) throw new Fault(path, 'not an RFC 3339 instant with an offset')
  return instant
}

const dayAt = (value: unknown, path: string): number => {
  const text = textAt(value, path)
  const day = text.length === 10 ? parseDay(text) : undefined
  if (day === undefined) throw new Fault(path, 'not a date that exists')
  return day
}

const takeRecord = (value: unknown, path: string, categories: Map<string, Category>, zone: Zone, ids: Set<string>): void => {
  const record = objectAt(value, path)
  const id = textAt(record.id, `${path}.id`)
  if (ids.has(id)) throw new Fault(`${path}.id`, 'a record id used twice')
  ids.add(id)
  const category = categories.get(textAt(record.category, `${path}.category`))
  if (category === undefined) throw new Fault(`${path}.category`, 'a category with no counting policy')
  const status = oneOfAt(record.status, `${path}.status`, recordStatuses)
  const start = instantAt(record.startedAt, `${path}.startedAt`)
  const end = instantAt(record.endedAt, `${path}.endedAt`)
  if (end < start) throw new Fault(`${path}.endedAt`, 'before startedAt')
  const quantity = wholeAt(record.quantity, `${path}.quantity`, 1)
  const key = record.distinctKey === undefined ? undefined : textAt(record.distinctKey, `${path}.distinctKey`)
  category.records.push({ id, approved: status === 'approved', start, end, day: zone.dayOf(start), quantity, key })
}

const takeExam = (value: unknown, path: string): number => {
  const exam = objectAt(value, path)
  textAt(exam.id, `${path}.id`)
  textAt(exam.course, `${path}.course`)
  const takenAt = instantAt(exam.takenAt, `${path}.takenAt`)
  numberAt(exam.score, `${path}.score`)
  return takenAt
}

const takeIssue = (value: unknown, path: string): number => {
  const issue = objectAt(value, path)
  textAt(issue.id, `${path}.id`)
  return instantAt(issue.publishedAt, `${path}.publishedAt`)
}

/** Absent means empty; null is not absence. */
const timesOf = (value: unknown, path: string, take: (value: unknown, path: string) => number): number[] =>
  value === undefined ? [] : arrayAt(value, path).map((one, i) => take(one, `${path}[${i}]`))

/** A case as the spec shapes it, its texts read once; throws Fault at the first field, in the spec's order, that breaks it (spec: Input, The command). */
export const checkCase = (value: unknown): ReadyCase => {
  const input = objectAt(value, '')
  const asOf = instantAt(input.asOf, 'asOf')
  const { ruleSet, zone } = checkRuleSet(input.ruleSet, 'ruleSet')
  const person = objectAt(input.person, 'person')
  textAt(person.id, 'person.id')
  const birth = dayAt(person.birthDate, 'person.birthDate')
  const categories = new Map<string, Category>()
  for (const name of Object.keys(ruleSet.counting)) categories.set(name, { policy: ruleSet.counting[name] as CountingPolicy, records: [], sorted: false, counts: [] })
  const ids = new Set<string>()
  const records = arrayAt(input.records, 'records')
  for (let i = 0; i < records.length; i++) takeRecord(records[i], `records[${i}]`, categories, zone, ids)
  return {
    input: input as unknown as Case,
    asOf,
    today: dateOfDay(zone.dayOf(asOf)),
    zone,
    birth: dateOfDay(birth),
    categories,
    examTimes: timesOf(input.exams, 'exams', takeExam),
    issueTimes: timesOf(input.studyIssues, 'studyIssues', takeIssue),
  }
}
