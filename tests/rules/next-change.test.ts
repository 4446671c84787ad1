import type { Case, CaseRecord, Requirement, Window } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import { nextChange } from '@shared/rules/next-change'
import fc from 'fast-check'

const record = (startedAt: string, more: Partial<CaseRecord> = {}): CaseRecord => ({ id: 'r', category: 'c', status: 'approved', startedAt, endedAt: startedAt, quantity: 1, ...more })

const aCase = (asOf: string, more: { timeZone?: string; window?: Window; birthDate?: string; requirements?: Requirement[] } & Partial<Pick<Case, 'records' | 'exams' | 'studyIssues'>>): Case => ({
  asOf,
  ruleSet: {
    id: 'w', version: 1, timeZone: more.timeZone ?? 'Asia/Shanghai', counting: { c: { unit: 'activity' } },
    requirements: more.requirements ?? [{ key: 'q', kind: 'quantity', category: 'c', window: more.window ?? { kind: 'ever' }, atLeast: 1 }],
  },
  person: { id: 'p', birthDate: more.birthDate ?? '2012-02-29' },
  records: more.records ?? [], exams: more.exams ?? [], studyIssues: more.studyIssues ?? [],
})

const age: Requirement[] = [{ key: 'age', kind: 'age', atLeast: 14, below: 28 }]
const trailing = (months: number): Window => ({ kind: 'trailing', months })

test.each<[string, Case, string | undefined]>([
  ['nothing to wait for', aCase('2026-06-30T12:00:00+08:00', {}), undefined],
  ['a record of ever never leaves', aCase('2026-06-30T12:00:00+08:00', { records: [record('2026-03-01T00:00:00Z')] }), undefined],
  ['a record that ends later', aCase('2026-06-30T00:00:00Z', { records: [record('2026-06-30T01:00:00Z', { endedAt: '2026-06-30T02:00:00.5Z' })] }), '2026-06-30T02:00:00.500Z'],
  ['not an unapproved one', aCase('2026-06-30T00:00:00Z', { window: trailing(1), records: [record('2026-06-30T01:00:00Z', { status: 'pending' })] }), undefined],
  ['an exam to come', aCase('2026-06-30T00:00:00Z', { exams: [{ id: 'e', course: 'x', takenAt: '2026-07-01T08:00:00Z', score: 1 }] }), '2026-07-01T08:00:00.000Z'],
  ['an issue to come', aCase('2026-06-30T00:00:00Z', { studyIssues: [{ id: '1', publishedAt: '2026-07-02T08:00:00+08:00' }] }), '2026-07-02T00:00:00.000Z'],
  ['a local day leaves 12 months', aCase('2026-06-30T12:00:00+08:00', { window: trailing(12), records: [record('2025-07-03T17:00:00Z')] }), '2026-07-03T16:00:00.000Z'],
  ['31 January leaves one month on 1 March', aCase('2026-02-10T12:00:00+08:00', { window: trailing(1), records: [record('2026-01-31T04:00:00Z')] }), '2026-02-28T16:00:00.000Z'],
  ['29 February leaves 12 months on 1 March', aCase('2024-06-01T12:00:00+08:00', { window: trailing(12), records: [record('2024-02-29T04:00:00Z')] }), '2025-02-28T16:00:00.000Z'],
  ['more months than there are never end', aCase('2026-02-10T12:00:00+08:00', { window: trailing(Number.MAX_SAFE_INTEGER), records: [record('2026-01-31T04:00:00Z')] }), undefined],
  ['a calendar year', aCase('2026-06-30T12:00:00+08:00', { window: { kind: 'calendar-year' }, records: [record('2026-01-31T04:00:00Z')] }), '2026-12-31T16:00:00.000Z'],
  ['a school year', aCase('2026-06-30T12:00:00+08:00', { window: { kind: 'school-year', startMonth: 9 }, records: [record('2026-01-31T04:00:00Z')] }), '2026-08-31T16:00:00.000Z'],
  ['a record outside stays outside', aCase('2026-06-30T12:00:00+08:00', { window: { kind: 'school-year', startMonth: 9 }, records: [record('2025-01-31T04:00:00Z')] }), undefined],
  ['a leap day’s birthday', aCase('2026-01-30T12:00:00+08:00', { requirements: age }), '2026-02-28T16:00:00.000Z'],
  ['an off requirement waits for nothing', aCase('2026-01-30T12:00:00+08:00', { requirements: [{ ...(age[0] as Requirement), enforcement: 'off' }] }), undefined],
  // In St. John's the clock went back from 00:01 to 23:01 until 2011: the 29th began, ended after a minute, and began again.
  ['a date that goes back', aCase('2006-10-29T02:30:30Z', { timeZone: 'America/St_Johns', requirements: age, birthDate: '1990-10-29' }), '2006-10-29T02:31:00.000Z'],
  ['a date that comes again', aCase('2006-10-29T02:31:30Z', { timeZone: 'America/St_Johns', requirements: age, birthDate: '1990-10-29' }), '2006-10-29T03:30:00.000Z'],
  ['a day that never was: Apia had no 30 December 2011', aCase('2011-12-29T12:00:00Z', { timeZone: 'Pacific/Apia', requirements: age, birthDate: '1990-12-30' }), '2011-12-30T10:00:00.000Z'],
])('%s', (_what, one, at) => {
  const next = nextChange(one)
  expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(at)
})

test('around clocks that go back over midnight, nothing changes before nextChange', () => {
  const centre = Date.parse('2006-10-29T02:31:00Z')
  const moment = fc.oneof(fc.integer({ min: -240, max: 240 }), fc.integer({ min: -60_000, max: 60_000 })).map((n) => centre + n * 30_000)
  const windows = fc.oneof(fc.integer({ min: 1, max: 3 }).map(trailing), fc.constant<Window>({ kind: 'calendar-year' }), fc.constantFrom(10, 11).map((startMonth): Window => ({ kind: 'school-year', startMonth })))
  const iso = (at: number) => new Date(at).toISOString()
  fc.assert(
    fc.property(moment, fc.array(moment, { maxLength: 5 }), windows, fc.constantFrom('1990-10-28', '1990-10-29', '1990-10-30'), fc.nat(6), (asOf, starts, window, birthDate, hours) => {
      const requirements: Requirement[] = [...age, { key: 'q', kind: 'quantity', category: 'c', window, atLeast: 1 }]
      const one = aCase(iso(asOf), { timeZone: 'America/St_Johns', requirements, birthDate, records: starts.map((at, i) => record(iso(at), { id: `r${i}` })) })
      const until = nextChange(one) as number
      expect(until).toBeGreaterThan(asOf)
      const same = evaluate(one).requirements
      for (let at = asOf; at < until && at <= asOf + hours * 3_600_000; at += 15_000 * 7) expect(evaluate({ ...one, asOf: iso(at) }).requirements).toEqual(same)
      expect(evaluate({ ...one, asOf: iso(until - 1) }).requirements).toEqual(same)
    }),
    { numRuns: 400 },
  )
})

test('a year of records: each change announced is one, and none is announced twice', () => {
  const records = Array.from({ length: 60 }, (_, i) => record(new Date(Date.parse('2025-07-02T02:00:00Z') + i * 6 * 86_400_000).toISOString(), { id: `r${i}` }))
  let one = aCase('2026-07-01T00:00:00Z', { window: trailing(12), records })
  let changes = 0
  for (let next = nextChange(one); next !== undefined; next = nextChange(one)) {
    const later = { ...one, asOf: new Date(next).toISOString() }
    expect(evaluate(later).requirements).not.toEqual(evaluate(one).requirements)
    one = later
    changes++
  }
  expect(changes).toBe(60)
})
