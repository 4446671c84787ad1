import type { Case, CaseRecord, RuleSet, Window } from '@shared/model/rules'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { evaluate } from '@shared/rules/evaluate'
import { nextChange } from '@shared/rules/next-change'
import fc from 'fast-check'

/** A slow, literal reading of spec/admission-rules.md, sharing nothing with shared/rules: minutes are counted one by one, dates by Intl. */
const dates = new Map<string, Intl.DateTimeFormat>()
const localDate = (zone: string, instant: string): string => {
  const format = dates.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  dates.set(zone, format)
  return format.format(new Date(instant))
}
const monthsBack = (date: string, n: number): string => {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
  const first = new Date(Date.UTC(y, m - 1 - n, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(d, last))).toISOString().slice(0, 10)
}
const inside = (window: Window, d: string, today: string): boolean => {
  if (window.kind === 'ever') return true
  if (window.kind === 'trailing') return d > monthsBack(today, window.months)
  if (window.kind === 'calendar-year') return d.slice(0, 4) === today.slice(0, 4)
  const month = String(window.startMonth).padStart(2, '0')
  const thisYear = `${today.slice(0, 4)}-${month}-01`
  return d >= (thisYear <= today ? thisYear : `${Number(today.slice(0, 4)) - 1}-${month}-01`)
}
const countOf = ({ asOf, ruleSet, records }: Case, category: string, window: Window, noCap = false) => {
  const policy = ruleSet.counting[category] ?? { unit: '' }
  const today = localDate(ruleSet.timeZone, asOf)
  const counted: object[] = []
  const excluded: object[] = []
  const covered: [number, number][] = []
  const seen = new Set<string>()
  const ofDay: Record<string, number> = {}
  let total = 0
  const inOrder = records.filter((r) => r.category === category).sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt) || (a.id < b.id ? -1 : 1))
  for (const r of inOrder) {
    const [start, end] = [Date.parse(r.startedAt), Date.parse(r.endedAt)]
    const day = localDate(ruleSet.timeZone, r.startedAt)
    const no = (reason: string) => excluded.push({ id: r.id, reason })
    if (r.status !== 'approved') { no('not-approved'); continue }
    if (end > Date.parse(asOf)) { no('after-as-of'); continue }
    if (!inside(window, day, today)) { no('outside-window'); continue }
    if (policy.distinct && r.distinctKey !== undefined && seen.has(r.distinctKey)) { no('duplicate'); continue }
    let worth = r.quantity
    let reduced: string | undefined
    if (policy.noOverlap) {
      let ms = 0
      for (let at = start; at < end; at += 15_000) if (!covered.some(([a, b]) => a <= at && at < b)) ms += 15_000
      const free = Math.floor(ms / 60_000)
      if (free === 0) { no('overlap'); continue }
      if (free < worth) { worth = free; reduced = 'overlap' }
    }
    if (policy.perDayAtMost !== undefined && !noCap) {
      const left = policy.perDayAtMost - (ofDay[day] ?? 0)
      if (left === 0) { no('day-cap'); continue }
      if (left < worth) { worth = left; reduced = 'day-cap' }
    }
    total += worth
    covered.push([start, end])
    if (r.distinctKey !== undefined) seen.add(r.distinctKey)
    ofDay[day] = (ofDay[day] ?? 0) + worth
    counted.push({ id: r.id, quantity: worth, ...(reduced && { reduced }) })
  }
  return { total, counted, excluded }
}
const literal = (one: Case, noCap = false) => {
  const { asOf, ruleSet, person, records, exams = [], studyIssues = [] } = one
  const today = localDate(ruleSet.timeZone, asOf)
  return ruleSet.requirements.filter(({ enforcement }) => enforcement !== 'off').map((rule) => {
    const head = { key: rule.key, kind: rule.kind, enforcement: rule.enforcement ?? 'required' }
    if (rule.kind === 'quantity') {
      const { total, counted, excluded } = countOf(one, rule.category, rule.window, noCap)
      const { exam } = rule
      const examPassed = !exam || exams.some((e) => e.course === exam.course && Date.parse(e.takenAt) <= Date.parse(asOf) && e.score >= exam.passMark)
      return { ...head, achieved: total, required: rule.atLeast, met: total >= rule.atLeast && examPassed, ...(exam && { examPassed }), counted, excluded }
    }
    if (rule.kind === 'coverage') {
      const issues = studyIssues.filter((i) => inside(rule.window, localDate(ruleSet.timeZone, i.publishedAt), today) && Date.parse(i.publishedAt) <= Date.parse(asOf))
      const missing = issues.filter((i) => !records.some((r) => r.category === rule.category && r.status === 'approved' && Date.parse(r.endedAt) <= Date.parse(asOf) && r.distinctKey === i.id))
      const required = Math.ceil((issues.length * rule.atLeastPercent) / 100)
      return { ...head, achieved: issues.length - missing.length, required, met: issues.length - missing.length >= required, missing: missing.map(({ id }) => id) }
    }
    if (rule.kind === 'age') {
      const years = Number(today.slice(0, 4)) - Number(person.birthDate.slice(0, 4)) - (today.slice(5) < person.birthDate.slice(5) ? 1 : 0)
      return { ...head, achieved: years, required: rule.atLeast, met: rule.atLeast <= years && years < rule.below }
    }
    const byCategory: Record<string, number> = {}
    for (const part of rule.rules) {
      const points = Math.min(Math.floor(countOf(one, part.category, part.window, noCap).total / part.per) * part.points, part.atMost ?? Number.POSITIVE_INFINITY)
      byCategory[part.category] = (byCategory[part.category] ?? 0) + points
    }
    const achieved = Object.values(byCategory).reduce((a, b) => a + b, 0)
    return { ...head, achieved, required: rule.atLeast, met: achieved >= rule.atLeast, byCategory }
  })
}

const quarter = 15_000
const centre = Date.parse('2026-03-29T00:00:00Z') / quarter
const moment = (spread: number) => fc.integer({ min: -spread, max: spread }).map((n) => new Date((centre + n) * quarter).toISOString())
const days = 5760
const window: fc.Arbitrary<Window> = fc.oneof(fc.constant({ kind: 'ever' } as const), fc.integer({ min: 1, max: 14 }).map((months) => ({ kind: 'trailing' as const, months })), fc.constant({ kind: 'calendar-year' } as const), fc.integer({ min: 1, max: 12 }).map((startMonth) => ({ kind: 'school-year' as const, startMonth })))
const categories = Object.keys(defaultRuleSet.counting)
const record = fc.record({ category: fc.constantFrom(...categories), status: fc.constantFrom('approved', 'approved', 'approved', 'pending', 'rejected') as fc.Arbitrary<CaseRecord['status']>, startedAt: fc.oneof(moment(3 * days), moment(500 * days)), length: fc.oneof(fc.nat(8), fc.nat(2400)), quantity: fc.integer({ min: 1, max: 600 }), distinctKey: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }) })
const ruleSet: fc.Arbitrary<RuleSet> = fc.record({ zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'UTC'), windows: fc.array(window, { minLength: 12, maxLength: 12 }), cap: fc.constantFrom(60, 480) }).map(({ zone, windows, cap }) => {
  let w = 0
  const next = () => windows[w++ % windows.length] as Window
  return {
    ...defaultRuleSet, timeZone: zone, counting: { ...defaultRuleSet.counting, volunteering: { unit: 'minute', noOverlap: true, perDayAtMost: cap }, 'quality-activity': { unit: 'activity', noOverlap: true, distinct: true } },
    requirements: defaultRuleSet.requirements.map((rule) => (rule.kind === 'points' ? { ...rule, rules: rule.rules.map((part) => ({ ...part, window: next() })) } : rule.kind === 'age' ? rule : { ...rule, window: next() })),
  }
})
const aCase: fc.Arbitrary<Case> = fc.record({ asOf: moment(200 * days), ruleSet, birth: fc.constantFrom('2012-02-29', '2012-03-29', '1998-03-28', '2010-12-31'), records: fc.array(record, { maxLength: 14 }), scores: fc.array(fc.record({ takenAt: moment(100 * days), score: fc.integer({ min: 50, max: 70 }) }), { maxLength: 3 }), issues: fc.array(moment(400 * days), { maxLength: 4 }) })
  .map(({ asOf, ruleSet, birth, records, scores, issues }) => ({
    asOf, ruleSet, person: { id: 'p', birthDate: birth },
    records: records.map(({ length, ...r }, i) => ({ id: `r${i}`, ...r, endedAt: new Date(Date.parse(r.startedAt) + length * quarter).toISOString() })),
    exams: scores.map((e, i) => ({ id: `e${i}`, course: 'league-class', ...e })),
    studyIssues: issues.map((publishedAt, i) => ({ id: String(i + 1), publishedAt })),
  }))

test('10 000 random cases equal a literal reading of the spec, in whatever order the records come', () => {
  fc.assert(fc.property(aCase, fc.boolean(), (one, reverse) => {
    const shuffled = reverse ? { ...one, records: [...one.records].reverse() } : one
    const result = evaluate(shuffled)
    expect(result.requirements).toEqual(literal(one))
    expect(result.eligible).toBe(result.requirements.every(({ enforcement, met }) => enforcement !== 'required' || met))
  }), { numRuns: 10_000 })
}, 240_000)

test('control: a reading without the day cap is found to differ', () => {
  expect(() => fc.assert(fc.property(aCase, (one) => expect(evaluate(one).requirements).toEqual(literal(one, true))), { numRuns: 3_000 })).toThrow()
}, 120_000)

test('nothing changes before nextChange', () => {
  fc.assert(fc.property(aCase, fc.double({ min: 0, max: 1, noNaN: true }), (one, part) => {
    const from = Date.parse(one.asOf)
    const until = nextChange(one) ?? from + 4 * 366 * 86_400_000
    expect(until).toBeGreaterThan(from)
    const { requirements, eligible } = evaluate(one)
    for (const at of [Math.min(until - 1, Math.floor(from + (until - from) * part)), until - 1]) expect(evaluate({ ...one, asOf: new Date(Math.max(from, at)).toISOString() })).toMatchObject({ requirements, eligible })
  }), { numRuns: 3_000 })
}, 120_000)
