import { evaluate } from '@shared/rules/evaluate'
import { evaluateLine } from '@shared/rules/evaluate-line'
import { parseInstant } from '@shared/rules/instant'
import { intlOffset } from '@shared/rules/intl-offset'
import { dayMs } from '@shared/rules/local-date'
import { shanghaiChangesAt } from '@shared/rules/shanghai'
import { zoneOf } from '@shared/rules/time-zone'
import type { Case, CaseRecord, CountingPolicy, Requirement } from '@shared/model/rules'
import fc from 'fast-check'

test.each<[string, string | undefined]>([
  ['2026-06-30T12:00:00+08:00', '2026-06-30T04:00:00.000Z'],
  ['2026-06-30t12:00:00z', '2026-06-30T12:00:00.000Z'],
  ['2026-06-30T12:00:00-00:00', '2026-06-30T12:00:00.000Z'],
  ['2026-06-30T12:00:00.1Z', '2026-06-30T12:00:00.100Z'],
  ['2026-06-30T12:00:00.123999999999Z', '2026-06-30T12:00:00.123Z'],
  ['1969-12-31T23:59:59.9999Z', '1969-12-31T23:59:59.999Z'],
  ['0000-02-29T00:00:00Z', '0000-02-29T00:00:00.000Z'],
  ['9999-12-31T23:59:59-23:59', '+010000-01-01T23:58:59.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ['1990-12-31T15:59:60-08:00', '1991-01-01T00:00:00.000Z'],
  ['2026-06-30T23:59:60Z', undefined],
  ['2016-12-31T12:00:60Z', undefined],
  ['2026-06-30T12:00:00', undefined],
  ['2026-06-30 12:00:00Z', undefined],
  ['2026-06-30T24:00:00Z', undefined],
  ['2026-06-30T12:60:00Z', undefined],
  ['2026-06-30T12:00:61Z', undefined],
  ['2026-06-30T12:00Z', undefined],
  ['2026-06-30T12:00:00.Z', undefined],
  ['2026-06-30T12:00:00,5Z', undefined],
  ['2026-06-30T12:00:00+24:00', undefined],
  ['2026-06-30T12:00:00+08:60', undefined],
  ['2026-06-30T12:00:00+0800', undefined],
  ['2026-06-30T12:00:00+08', undefined],
  ['2026-06-30T12:00:00Z ', undefined],
  [' 2026-06-30T12:00:00Z', undefined],
  ['2026-02-29T00:00:00Z', undefined],
  ['1900-02-29T00:00:00Z', undefined],
  ['2026-13-01T00:00:00Z', undefined],
  ['2026-00-01T00:00:00Z', undefined],
  ['2026-01-00T00:00:00Z', undefined],
  ['26-01-01T00:00:00Z', undefined],
  ['２026-01-01T00:00:00Z', undefined],
])('the instant %s', (text, expected) => {
  const at = parseInstant(text)
  expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(expected)
})

test('Shanghai without Intl has the local dates Intl gives it, from local mean time on', () => {
  const zone = zoneOf('Asia/Shanghai')
  const offset = intlOffset('Asia/Shanghai')
  const near = shanghaiChangesAt.flatMap((at) => [at - dayMs, at - 3_600_000, at - 1, at, at + 1, at + 3_600_000, at + dayMs])
  const midnights = near.flatMap((at) => [0, 1, -1].map((ms) => Math.floor((at + offset(at)) / dayMs) * dayMs - offset(at) + ms))
  for (const at of [...near, ...midnights]) expect([at, zone?.dayOf(at)]).toEqual([at, Math.floor((at + offset(at)) / dayMs)])
  fc.assert(fc.property(fc.integer({ min: Date.UTC(1890, 0), max: Date.UTC(2100, 0) }), (at) => zone?.dayOf(at) === Math.floor((at + offset(at)) / dayMs)), { numRuns: 5_000 })
})

test('every other zone has the local dates Intl gives it', () => {
  const zones = ['America/St_Johns', 'America/New_York', 'Pacific/Apia', 'Pacific/Kwajalein', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Urumqi', 'Asia/Manila', 'Europe/Dublin', 'Antarctica/Troll', 'UTC']
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1840, 0) / 1000, max: Date.UTC(2040, 0) / 1000 }), (name, second) => {
      const zone = zoneOf(name)
      const offset = intlOffset(name)
      const at = second * 1000
      const midnight = Math.floor((at + offset(at)) / dayMs) * dayMs - offset(at)
      for (const instant of [at, midnight - 1, midnight]) expect(zone?.dayOf(instant)).toBe(Math.floor((instant + offset(instant)) / dayMs))
    }),
    { numRuns: 1_500 },
  )
})

const most = Number.MAX_SAFE_INTEGER
const aCase = (counting: Record<string, CountingPolicy>, requirements: Requirement[], records: Partial<CaseRecord>[]): Case => ({
  asOf: '2026-06-30T12:00:00+08:00',
  ruleSet: { id: 'w', version: 1, timeZone: 'Asia/Shanghai', counting, requirements },
  person: { id: 'p', birthDate: '2011-05-04' },
  records: records.map((one, i) => ({ id: `r${i}`, category: 'c', status: 'approved', startedAt: '2026-05-01T01:00:00Z', endedAt: '2026-05-01T02:00:00Z', quantity: 1, ...one })),
})
const ever = { kind: 'ever' } as const
const line = (one: Case) => evaluateLine(JSON.stringify(one), 1).out

test('sums and points beyond 2^53 - 1 are exact in the command, and plain numbers elsewhere', () => {
  const one = aCase(
    { c: { unit: 'x' } },
    [
      { key: 'q', kind: 'quantity', category: 'c', window: ever, atLeast: most },
      { key: 'p', kind: 'points', atLeast: 1, rules: [{ category: 'c', window: ever, per: 2, points: most }] },
      { key: 'capped', kind: 'points', atLeast: 1, rules: [{ category: 'c', window: ever, per: 1, points: most, atMost: 7 }] },
    ],
    [{ quantity: most }, { quantity: most }, { quantity: most, id: '"\u0000whole:5"' }],
  )
  const total = 3n * BigInt(most)
  expect(line(one)).toContain(`"achieved":${total},"required":${most},"met":true`)
  expect(line(one)).toContain(`"achieved":${(total / 2n) * BigInt(most)},"required":1,"met":true,"byCategory":{"c":${(total / 2n) * BigInt(most)}}`)
  expect(line(one)).toContain('"achieved":7,"required":1,"met":true,"byCategory":{"c":7}')
  expect(line(one)).toContain(JSON.stringify({ id: '"\u0000whole:5"', quantity: most }))
  expect(JSON.parse(JSON.stringify(evaluate(one))).requirements[0].achieved).toBe(Number(total))
})

test('categories keep the order in which the rules name them, whatever they are called', () => {
  const names = ['10', '__proto__', '2', 'constructor', '']
  const counting = JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:{"unit":"x"}`).join(',')}}`) as Record<string, CountingPolicy>
  const rules = [...names, '10'].map((category) => ({ category, window: ever, per: 1, points: 1 }))
  const one = aCase(counting, [{ key: 'p', kind: 'points', atLeast: 0, rules }], [{ category: '__proto__' }, { category: '10' }])
  expect(line(one)).toContain('"byCategory":{"10":2,"__proto__":1,"2":0,"constructor":0,"":0}')
})

test('ids sort by UTF-16 code units, surrogates before the last of the plane, and a lone one survives', () => {
  const ids = ['￮', '\u{1F600}', '\ud800', 'é', 'a', 'B']
  const one = aCase({ c: { unit: 'x' } }, [{ key: 'q', kind: 'quantity', category: 'c', window: ever, atLeast: 1 }], ids.map((id) => ({ id })))
  expect(JSON.parse(line(one)).requirements[0].counted.map(({ id }: { id: string }) => id)).toEqual(['B', 'a', 'é', '\ud800', '\u{1F600}', '￮'])
})

type Step = [string, CountingPolicy, Partial<CaseRecord>[], unknown[], unknown[]]
const at = (from: string, to: string, more: Partial<CaseRecord> = {}): Partial<CaseRecord> => ({ startedAt: `2026-05-01T${from}Z`, endedAt: `2026-05-01T${to}Z`, quantity: 600, ...more })
test.each<Step>([
  ['what ends at asOf has ended', { unit: 'x' }, [{ endedAt: '2026-06-30T12:00:00+08:00' }, { endedAt: '2026-06-30T12:00:00.001+08:00' }], [{ id: 'r0', quantity: 1 }], [{ id: 'r1', reason: 'after-as-of' }]],
  ['the first reason decides', { unit: 'x' }, [{ status: 'revoked', endedAt: '2027-01-01T00:00:00Z' }], [], [{ id: 'r0', reason: 'not-approved' }]],
  ['an excluded record makes no duplicate', { unit: 'x', distinct: true }, [{ status: 'pending', distinctKey: 'k' }, { distinctKey: 'k' }, { distinctKey: 'k' }, {}], [{ id: 'r1', quantity: 1 }, { id: 'r3', quantity: 1 }], [{ id: 'r0', reason: 'not-approved' }, { id: 'r2', reason: 'duplicate' }]],
  ['an empty key is a key', { unit: 'x', distinct: true }, [{ distinctKey: '' }, { distinctKey: '' }], [{ id: 'r0', quantity: 1 }], [{ id: 'r1', reason: 'duplicate' }]],
  ['what is covered is not free', { unit: 'm', noOverlap: true }, [at('01:00:00', '02:00:00'), at('01:30:00', '03:00:00'), at('01:10:00', '01:50:00')], [{ id: 'r0', quantity: 60, reduced: 'overlap' }, { id: 'r1', quantity: 60, reduced: 'overlap' }], [{ id: 'r2', reason: 'overlap' }]],
  ['less than a minute is none', { unit: 'm', noOverlap: true }, [at('01:00:00', '01:00:59.999'), at('02:00:00', '02:01:00', { quantity: 1 })], [{ id: 'r1', quantity: 1 }], [{ id: 'r0', reason: 'overlap' }]],
  ['a record worth less still covers all its time', { unit: 'm', noOverlap: true }, [at('01:00:00', '03:00:00', { quantity: 5 }), at('02:00:00', '03:00:00')], [{ id: 'r0', quantity: 5 }], [{ id: 'r1', reason: 'overlap' }]],
  ['both lower it: the day cap is named', { unit: 'm', noOverlap: true, perDayAtMost: 30 }, [at('01:00:00', '02:00:00'), at('03:00:00', '04:00:00')], [{ id: 'r0', quantity: 30, reduced: 'day-cap' }], [{ id: 'r1', reason: 'day-cap' }]],
  ['a day is the zone’s', { unit: 'x', perDayAtMost: 1 }, [{ startedAt: '2026-05-01T15:59:59Z', endedAt: '2026-05-01T16:00:00Z' }, { startedAt: '2026-05-01T16:00:00Z', endedAt: '2026-05-01T16:00:00Z' }], [{ id: 'r0', quantity: 1 }, { id: 'r1', quantity: 1 }], []],
  ['a cap of nothing', { unit: 'x', perDayAtMost: 0 }, [{}], [], [{ id: 'r0', reason: 'day-cap' }]],
])('counting: %s', (_what, policy, records, counted, excluded) => {
  const one = aCase({ c: policy }, [{ key: 'q', kind: 'quantity', category: 'c', window: ever, atLeast: 1 }], records)
  expect(JSON.parse(line(one)).requirements[0]).toMatchObject({ counted, excluded })
})
