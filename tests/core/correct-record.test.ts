import type { DecisionEntry, LedgerEntry, RecordContent, RecordEntry } from '@shared/model/ledger'
import { isRefusal } from '@shared/model/refusal'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { evaluate } from '@shared/rules/evaluate'
import fc from 'fast-check'
import { caseOf } from '../../functions/core/case-of'
import { correctRecord } from '../../functions/core/correct-record'
import { type FoldedLedger, foldLedger } from '../../functions/core/fold-ledger'
import { type Review, reviewRecord } from '../../functions/core/review-record'
import { content, ledger } from '../support/entries'

const asOf = '2026-06-15T02:00:00.000Z'
const policy = { ruleSet: defaultRuleSet, studyIssues: [{ id: '2026-20', publishedAt: '2026-05-11T00:00:00Z' }] }
const person = { personId: 'p', birthDate: '2010-03-01' }
const resultOf = (folded: FoldedLedger) => evaluate(caseOf(person, folded, policy, asOf))

/** A ledger in which one record was just approved, and what it is to say instead. */
const approved = fc.tuple(ledger, fc.nat(), content).map(([entries, pick, to]) => {
  const records = entries.filter((entry): entry is RecordEntry => entry.type === 'record')
  const record = records[pick % Math.max(1, records.length)]
  return { entries, record, to }
})

const approve = (entries: readonly LedgerEntry[], recordId: string): DecisionEntry => ({ type: 'decision', n: foldLedger(entries).decisions + 1, decisionId: `approve-${recordId}`, recordId, verdict: 'approved', evidence: [], at: asOf, by: 'reviewer' })

const correct = (folded: FoldedLedger, recordId: string, to: RecordContent) =>
  correctRecord('p', folded, { decisionId: 'correct-1', recordId, version: folded.records.find(({ id }) => id === recordId)?.decisions.length ?? 0, to, words: '时间写错', evidence: [], at: asOf, by: 'corrector' })

/** The ledger in which the record said this from the first, and nobody ever corrected it. */
const hadItSaid = (entries: readonly LedgerEntry[], recordId: string, { place, distinctKey, ...to }: RecordContent): LedgerEntry[] =>
  entries.map((entry): LedgerEntry => {
    if (entry.type === 'record' && entry.recordId === recordId) return { ...entry, ...to, place, distinctKey }
    return entry.type === 'decision' && entry.recordId === recordId && entry.correction ? { ...entry, verdict: 'approved', correction: undefined } : entry
  })

const withoutDecisions = (folded: FoldedLedger) => folded.records.map(({ decisions, ...record }) => record)

test('5 000 corrections: the fold is what it were had the record said so from the first, and so is every figure and every later verdict', () => {
  let corrected = 0
  fc.assert(
    fc.property(approved, ({ entries, record, to }) => {
      if (!record) return
      const before = [...entries, approve(entries, record.recordId)]
      const decided = correct(foldLedger(before), record.recordId, to)
      if (isRefusal(decided) || 'stands' in decided) return
      corrected++
      const after = foldLedger([...before, decided.append])
      const asIf = foldLedger(hadItSaid(before, record.recordId, to))
      expect(withoutDecisions(after)).toEqual(withoutDecisions(asIf))
      expect(resultOf(after)).toEqual(resultOf(asIf))
      // What may be approved next, and what it would collide with.
      for (const { id } of after.records) {
        const review: Review = { decisionId: 'next', recordId: id, verdict: 'approved', evidence: [], at: asOf, by: 'reviewer' }
        const [here, there] = [reviewRecord('p', after, review), reviewRecord('p', asIf, review)]
        const plain = (given: typeof here) => ('append' in given ? 'approved' : 'refused' in given && given.refused === 'overlaps' ? given.detail : 'other')
        expect(plain(here)).toEqual(plain(there))
      }
    }),
    { numRuns: 5000 },
  )
  expect(corrected).toBeGreaterThan(1000)
}, 120_000)

const at = (time: string) => `2026-06-10T${time}:00.000Z`
const hours = (recordId: string, from: string, to: string, more: Partial<RecordEntry> = {}): RecordEntry => ({ type: 'record', recordId, source: 'self-reported', category: 'volunteering', startedAt: at(from), endedAt: at(to), quantity: 60, title: '清理河道', photoIds: [], at: at('12:00'), by: 'p', ...more })
const said = { category: 'volunteering', startedAt: at('01:00'), endedAt: at('02:00'), quantity: 60, title: '清理河道' }
const one = [hours('record-1', '01:00', '02:00')]
const settled: LedgerEntry[] = [...one, approve(one, 'record-1')]

test('before and after stand in the entry, numbered as every decision; a second correction starts from the first, and may bring back what was', () => {
  const first = correct(foldLedger(settled), 'record-1', { ...said, quantity: 30, place: '东河镇' })
  expect(first).toMatchObject({ append: { n: 2, verdict: 'corrected', words: '时间写错', correction: { from: { quantity: 60 }, to: { quantity: 30, place: '东河镇' } } } })
  const then = foldLedger([...settled, ('append' in first && first.append) as DecisionEntry])
  expect(then.records[0]).toMatchObject({ quantity: 30, place: '东河镇', status: 'approved' })
  const back = correctRecord('p', then, { decisionId: 'correct-2', recordId: 'record-1', version: 2, to: said, words: '没有错', evidence: [], at: asOf, by: 'corrector' })
  expect(back).toMatchObject({ append: { n: 3, correction: { from: { quantity: 30, place: '东河镇' }, to: { quantity: 60 } } } })
  expect(foldLedger([...settled, ('append' in first && first.append) as DecisionEntry, ('append' in back && back.append) as DecisionEntry]).records[0]).toMatchObject({ quantity: 60, place: undefined })
})

const revoked: DecisionEntry = { ...approve(settled, 'record-1'), decisionId: 'revoke-1', verdict: 'revoked' }
const scan = (direction: 'entry' | 'exit', time: string): LedgerEntry => ({
  type: 'scan', scanId: `scan-${direction}`, eventId: 'h~event', direction, way: 'pass', verdict: 'accepted', time: at(time), deviceTime: at(time), skewMs: 0, at: at(time), by: 'm',
  credit: { title: '清理河道', category: 'volunteering', startsAt: at('01:00'), endsAt: at('02:00'), minimumMinutes: 0, breaks: [] },
})
test.each<[string, LedgerEntry[], object, object]>([
  ['no such record', settled, { recordId: 'record-9' }, { refused: 'not-found' }],
  ['one’s own', settled, { by: 'p' }, { refused: 'own-record' }],
  ['what one entered oneself for the student', [hours('record-1', '01:00', '02:00', { source: 'on-behalf', by: 'corrector' }), approve(one, 'record-1')], {}, { refused: 'own-record' }],
  ['what waits', one, { version: 0 }, { refused: 'not-correctable' }],
  ['what was revoked, and seen so', [...settled, revoked], { version: 2 }, { refused: 'not-correctable' }],
  ['what was revoked meanwhile', [...settled, revoked], {}, { refused: 'already-decided', detail: { conflict: { verdict: 'revoked', by: 'reviewer' } } }],
  ['attendance', [scan('entry', '01:00'), scan('exit', '02:00')], { recordId: 'h~event:1', version: 0 }, { refused: 'not-correctable' }],
  ['nothing changed', settled, { to: said }, { refused: 'invalid-input', errors: [{ path: '', code: 'no-change' }] }],
  ['an end before the start', settled, { to: { ...said, endedAt: at('00:30') } }, { errors: [{ path: 'endedAt' }] }],
  ['more minutes than there were', settled, { to: { ...said, quantity: 61 } }, { errors: [{ path: 'quantity' }] }],
  ['what would have been too old when it was submitted', settled, { to: { ...said, startedAt: '2025-06-08T01:00:00.000Z', endedAt: '2025-06-08T02:00:00.000Z' } }, { errors: [{ path: 'startedAt' }] }],
  ['minutes of another approved record', [...settled, hours('record-2', '03:00', '04:00'), { ...approve(settled, 'record-2'), n: 2 }], { to: { ...said, startedAt: at('03:30'), endedAt: at('04:30') } }, { refused: 'overlaps', detail: { collisions: [{ recordId: 'record-2' }] } }],
])('not corrected: %s', (_what, entries, more, expected) => {
  const correction = { decisionId: 'correct-1', recordId: 'record-1', version: 1, to: { ...said, quantity: 30 }, words: '时间写错', evidence: [], at: asOf, by: 'corrector', ...more }
  expect(correctRecord('p', foldLedger(entries), correction)).toMatchObject(expected)
})

test('hours of a roll that yielded are corrected as they were given, also where nothing of them was left', () => {
  const roll = hours('roll-1', '01:00', '02:00', { source: 'granted', yields: true, by: 'teacher' })
  const folded = foldLedger([...settled, roll])
  expect(folded.records.find(({ id }) => id === 'roll-1')).toMatchObject({ status: 'rejected', coveredBy: [{ recordId: 'record-1' }] })
  const decided = correctRecord('p', folded, { decisionId: 'correct-1', recordId: 'roll-1', version: 0, to: { ...said, startedAt: at('01:30'), endedAt: at('03:00') }, words: '下午的活动', evidence: [], at: asOf, by: 'corrector' })
  expect(decided).toMatchObject({ append: { n: 2, correction: { from: { startedAt: at('01:00'), endedAt: at('02:00'), quantity: 60 } } } })
  expect(foldLedger([...settled, roll, ('append' in decided && decided.append) as DecisionEntry]).records.find(({ id }) => id === 'roll-1')).toMatchObject({ status: 'approved', startedAt: at('02:00'), endedAt: at('03:00'), quantity: 60 })
})

test('a record that was in time when it came in can be corrected a year later', () => {
  const late = correctRecord('p', foldLedger(settled), { decisionId: 'correct-1', recordId: 'record-1', version: 1, to: { ...said, quantity: 30 }, words: '时间写错', evidence: [], at: '2027-12-01T00:00:00.000Z', by: 'corrector' })
  expect(late).toMatchObject({ append: { verdict: 'corrected' } })
})
