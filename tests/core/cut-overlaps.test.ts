import type { FoldedRecord } from '@shared/model/ledger'
import fc from 'fast-check'
import { cutOverlaps } from '../../functions/core/cut-overlaps'

const day = Date.parse('2026-06-06T00:00:00Z')
const at = (minute: number) => new Date(day + minute * 60_000).toISOString()
const hours = (id: string, from: number, to: number, more: Partial<FoldedRecord> = {}): FoldedRecord => ({
  id, source: 'imported', category: 'volunteering', status: 'approved', startedAt: at(from), endedAt: at(to), quantity: to - from, title: id, photoIds: [], submittedAt: at(0), submittedBy: 's', decisions: [], yields: true, ...more,
})
const own = (id: string, from: number, to: number, more: Partial<FoldedRecord> = {}): FoldedRecord => {
  const { yields, ...record } = hours(id, from, to, { source: 'self-reported', ...more })
  return record
}
const left = (...records: FoldedRecord[]) => cutOverlaps(records).map(({ id, status, startedAt, endedAt, quantity }) => [id, status === 'approved' ? `${(Date.parse(startedAt) - day) / 60_000}-${(Date.parse(endedAt) - day) / 60_000}` : status, quantity])

test.each<[string, FoldedRecord[], unknown[]]>([
  ['hours apart stand', [hours('a', 0, 60), hours('b', 60, 120)], [['a', '0-60', 60], ['b', '60-120', 60]]],
  ['the later one gives up what the earlier covers', [hours('b', 30, 90), hours('a', 0, 60)], [['b', '60-90', 30], ['a', '0-60', 60]]],
  ['a person’s own approved record goes first, whenever it starts', [hours('a', 0, 60), own('z', 30, 90)], [['a', '0-30', 30], ['z', '30-90', 60]]],
  ['what is covered whole does not count', [hours('a', 0, 60), hours('b', 10, 50)], [['a', '0-60', 60], ['b', 'rejected', 40]]],
  ['of two free parts the longer', [own('a', 20, 30), hours('b', 0, 100)], [['a', '20-30', 10], ['b', '30-100', 70]]],
  ['less than declared stays less', [own('a', 0, 30), hours('b', 0, 100, { quantity: 40 })], [['a', '0-30', 30], ['b', '30-100', 40]]],
  ['under a minute is nothing', [own('a', 0, 60), hours('b', 0, 60, { endedAt: new Date(day + 3_630_000).toISOString() })], [['a', '0-60', 60], ['b', 'rejected', 60]]],
  ['what is not approved takes nothing', [own('a', 0, 60, { status: 'pending' }), hours('b', 0, 60), hours('c', 0, 60, { status: 'revoked' })], [['a', 'pending', 60], ['b', '0-60', 60], ['c', 'revoked', 60]]],
  ['lessons do not yield', [hours('a', 0, 60), hours('b', 0, 60, { category: 'civics-class', quantity: 1 })], [['a', '0-60', 60], ['b', '0-60', 1]]],
])('%s', (_what, records, expected) => {
  expect(left(...records)).toEqual(expected)
})

test('it says by what, and what was given', () => {
  expect(cutOverlaps([hours('a', 0, 60), hours('b', 30, 90)])[1]).toMatchObject({ coveredBy: [{ recordId: 'a', title: 'a', startedAt: at(0), endedAt: at(60) }], asGiven: { startedAt: at(30), endedAt: at(90), quantity: 60 } })
})

const some = fc.uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 12 }).map((n) => `r${n}`), from: fc.nat(300), length: fc.integer({ min: 1, max: 120 }), imported: fc.boolean() }), { selector: ({ id }) => id, maxLength: 10 })
const minuteTwice = (records: readonly FoldedRecord[]) => {
  const approved = records.filter(({ status }) => status === 'approved')
  return approved.some((a) => approved.some((b) => a !== b && (a.yields || b.yields) && a.startedAt < b.endedAt && b.startedAt < a.endedAt))
}
const records = some.map((all) => all.map(({ id, from, length, imported }) => (imported ? hours(id, from, from + length) : own(id, from, from + length))))

test('in any order the same, and no minute of what yields stands twice', () => {
  fc.assert(
    fc.property(records.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, shuffled]) => {
      const settled = cutOverlaps(all)
      expect(minuteTwice(settled)).toBe(false)
      const byId = (list: FoldedRecord[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(byId(cutOverlaps(shuffled))).toEqual(byId(settled))
    }),
    { numRuns: 5000 },
  )
})

test('the check finds a minute that stands twice', () => {
  expect(minuteTwice([hours('a', 0, 60), hours('b', 30, 90)])).toBe(true)
})
