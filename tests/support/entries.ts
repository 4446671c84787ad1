import type { DecisionEntry, LedgerEntry, RecordContent, RecordEntry, ScanEntry } from '@shared/model/ledger'
import fc from 'fast-check'

const start = Date.parse('2026-03-01T00:00:00Z')
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString()
const eventIds = ['wangcang.t01.home~event00001', 'wangcang.t01.home~event00002']
const categories = ['volunteering', 'civics-class', 'youth-study', 'quality-activity'] as const

/** What a record says, or is corrected to. */
export const content = fc.record({ i: fc.nat(9), category: fc.constantFrom(...categories), from: fc.oneof(fc.nat(60 * 24 * 60), fc.nat(180)), length: fc.integer({ min: 1, max: 600 }), place: fc.constantFrom(undefined, '东河镇') })
  .map(({ i, category, from, length, place }): RecordContent => ({
    category, startedAt: at(from), endedAt: at(from + length), quantity: category === 'volunteering' ? length : 1, ...(category === 'civics-class' && { distinctKey: `lesson-${i % 4}` }), title: `record ${i}`, ...(place && { place }),
  }))

const record = fc.record({ i: fc.nat(9), source: fc.constantFrom('self-reported', 'on-behalf', 'granted', 'imported') as fc.Arbitrary<RecordEntry['source']>, said: content })
  .map(({ i, source, said }): RecordEntry => ({ type: 'record', recordId: `record-${i}`, source, ...said, photoIds: [], ...(said.category === 'volunteering' && (source === 'granted' || source === 'imported') && { yields: true as const }), at: said.endedAt, by: 'someone' }))

const scan = fc.record({ event: fc.nat(1), i: fc.nat(30), direction: fc.constantFrom('entry', 'exit') as fc.Arbitrary<'entry' | 'exit'>, minute: fc.nat(180), minimumMinutes: fc.constantFrom(0, 30) })
  .map(({ event, i, direction, minute, minimumMinutes }): ScanEntry => {
    const time = at(event * 1440 + minute)
    return {
      type: 'scan', scanId: `scan-${i}`, eventId: eventIds[event] as string, direction, way: 'list', verdict: 'accepted', time, deviceTime: time, skewMs: 0, at: time, by: 'manager',
      credit: { title: 'event', category: 'volunteering', startsAt: at(event * 1440), endsAt: at(event * 1440 + 180), minimumMinutes, breaks: [{ from: at(event * 1440 + 60), to: at(event * 1440 + 70) }] },
    }
  })

const verdict = fc.record({ recordId: fc.nat(9).map((i) => `record-${i}`), verdict: fc.constantFrom('approved', 'rejected', 'appealed', 'revoked', 'withdrawn', 'corrected') as fc.Arbitrary<DecisionEntry['verdict']>, to: content })
  .map(({ to, ...one }) => ({ ...one, ...(one.verdict === 'corrected' && { correction: { from: to, to } }) }))

const keyOf = (entry: LedgerEntry) => (entry.type === 'scan' ? `${entry.eventId} ${entry.scanId}` : entry.type === 'record' ? entry.recordId : '')

/** A ledger as commands leave it: keys are unique, decisions are numbered in order. */
export const ledger: fc.Arbitrary<LedgerEntry[]> = fc.tuple(fc.array(fc.oneof(record, scan), { maxLength: 14 }), fc.array(verdict, { maxLength: 8 })).map(([entries, verdicts]) => [
  ...new Map(entries.map((entry) => [keyOf(entry), entry])).values(),
  ...verdicts.map((one, i): DecisionEntry => ({ type: 'decision', n: i + 1, decisionId: `decision-${i}`, evidence: [], at: at(90_000 + i), by: 'reviewer', ...one })),
])

/** A ledger whose approved report meets the attendance of an event. */
export const colliding: LedgerEntry[] = [
  { type: 'record', recordId: 'record-0', source: 'self-reported', category: 'volunteering', startedAt: at(0), endedAt: at(60), quantity: 60, title: 'record 0', photoIds: [], at: at(60), by: 'someone' },
  ...(['entry', 'exit'] as const).map((direction, i): ScanEntry => ({
    type: 'scan', scanId: `scan-${i}`, eventId: eventIds[0] as string, direction, way: 'list', verdict: 'accepted', time: at(i * 50), deviceTime: at(i * 50), skewMs: 0, at: at(i * 50), by: 'manager',
    credit: { title: 'event', category: 'volunteering', startsAt: at(0), endsAt: at(180), minimumMinutes: 0, breaks: [] },
  })),
  { type: 'decision', n: 1, decisionId: 'decision-0', recordId: 'record-0', verdict: 'approved', evidence: [], at: at(90_000), by: 'reviewer' },
]

/** The same, where the report stands by a correction alone. */
export const collidingCorrected: LedgerEntry[] = colliding.map((entry) => {
  if (entry.type !== 'decision') return entry
  const said: RecordContent = { category: 'volunteering', startedAt: at(0), endedAt: at(60), quantity: 60, title: 'record 0' }
  return { ...entry, verdict: 'corrected', correction: { from: said, to: said } }
})
