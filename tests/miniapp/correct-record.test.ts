import type { RecordView } from '@shared/contract/records'
import fc from 'fast-check'
import { changed, contentOf, type Draft, draftFrom, faultsFrom, faultsOf } from '@/packages/staff/correct-record/draft'

const now = Date.parse('2026-11-25T04:00:00Z')
const record = (more: Partial<RecordView> = {}): RecordView => ({
  recordId: 'record-1', personId: 'p', source: 'self-reported', category: 'volunteering', status: 'approved', startedAt: '2026-11-24T01:00:00.000Z', endedAt: '2026-11-24T03:30:00.000Z', quantity: 150,
  title: '清扫村口公路', place: '东河镇', submittedAt: '2026-11-24T05:00:00.000Z', photos: [], decisions: [], ...more,
})
const draft = (more: Partial<Draft> = {}): Draft => ({ ...draftFrom(record()), words: '按签到表', ...more })

test('a draft that was not touched says what the record said, to the millisecond, whenever it was', () => {
  const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })
  fc.assert(fc.property(instant, fc.nat(3 * 86_400_000), fc.constantFrom(undefined, '东河镇'), (start, length, place) => {
    const said = { startedAt: start.toISOString(), endedAt: new Date(start.getTime() + length).toISOString(), place }
    const one = record(said)
    expect(contentOf(draftFrom(one), one)).toEqual({ category: 'volunteering', title: '清扫村口公路', quantity: 150, distinctKey: undefined, ...said })
  }))
})

test('hours of a roll that yielded are shown as they were given', () => {
  const cut = record({ source: 'granted', startedAt: '2026-11-24T03:00:00.000Z', quantity: 30, asGiven: { startedAt: '2026-11-24T01:00:00.000Z', endedAt: '2026-11-24T03:30:00.000Z', quantity: 150 } })
  expect(draftFrom(cut)).toMatchObject({ from: '09:00', until: '11:30', quantity: '150' })
})

test.each<[string, Draft, keyof Draft, string, Partial<Draft>]>([
  ['minutes that were the whole time follow it', draft(), 'until', '11:00', { quantity: '120' }],
  ['past midnight too', draft({ untilDay: '2026-11-25', until: '00:30', quantity: '930' }), 'from', '22:00', { quantity: '150' }],
  ['minutes of their own stay', draft({ quantity: '100' }), 'until', '11:00', { quantity: '100' }],
  ['what is typed stands', draft(), 'quantity', '90', { quantity: '90' }],
  ['a time that makes no sense changes no minutes', draft(), 'until', '08:00', { quantity: '150' }],
  ['hours that were a lesson begin with the whole time', draft({ category: 'civics-class', quantity: '1' }), 'category', 'volunteering', { quantity: '150' }],
  ['a lesson that was hours begins with one', draft(), 'category', 'civics-class', { quantity: '1' }],
])('%s', (_what, from, key, value, expected) => {
  expect(changed(from, key, value)).toMatchObject(expected)
})

test.each<[string, Partial<Draft>, object]>([
  ['all well', {}, {}],
  ['no title', { title: ' ' }, { title: 'needTitle' }],
  ['no reason', { words: ' ' }, { words: 'needWhy' }],
  ['an end before the start', { until: '08:00' }, { time: 'endBeforeStart' }],
  ['an end still to come', { untilDay: '2026-11-26', fromDay: '2026-11-26' }, { time: 'inFuture' }],
  ['a time left out', { from: '' }, { time: 'needTimes' }],
  ['more minutes than there were', { quantity: '151' }, { quantity: 'quantityTooMuch' }],
  ['no whole number', { quantity: '1.5' }, { quantity: 'needQuantity' }],
  ['a lesson may be over as it begins', { category: 'civics-class', quantity: '1', until: '09:00' }, {}],
])('%s', (_what, more, faults) => {
  expect(faultsOf(draft(more), now)).toEqual(faults)
})

test('the server’s faults stand at their fields, whatever it says of them', () => {
  expect(faultsFrom([{ path: 'startedAt', code: 'too-old', message: '' }, { path: 'quantity', code: 'too-big', message: '' }, { path: '', code: 'no-change', message: '' }])).toEqual({ time: 'tooOld', quantity: 'fieldWrong' })
})
