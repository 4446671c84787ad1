import fc from 'fast-check'
import type { OpenSpan } from '@shared/model/youth-home'
import { minutesOf, openAt, weekdayAt } from '@shared/rules/open-hours'

const at = (local: string) => Date.parse(`${local}:00+08:00`)
const closed: OpenSpan[] = []
const office: OpenSpan[] = [{ from: '09:00', to: '12:00' }, { from: '14:00', to: '18:00' }]
/** 2026-06-15 is a Monday. */
const weekdays = [office, office, office, office, office, closed, closed]
const allDay = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }])
const friday = [closed, closed, closed, closed, [{ from: '18:00', to: '24:00' }], [{ from: '00:00', to: '01:30' }], closed]

test.each([
  ['before it opens', weekdays, '2026-06-15T08:59', { opens: '09:00', inDays: 0 }],
  ['in the minute it opens', weekdays, '2026-06-15T09:00', { until: '12:00' }],
  ['in the last minute', weekdays, '2026-06-15T11:59', { until: '12:00' }],
  ['in the minute it closes', weekdays, '2026-06-15T12:00', { opens: '14:00', inDays: 0 }],
  ['after the last hour', weekdays, '2026-06-15T18:00', { opens: '09:00', inDays: 1 }],
  ['over the weekend', weekdays, '2026-06-19T20:00', { opens: '09:00', inDays: 3 }],
  ['on a closed day', weekdays, '2026-06-21T10:00', { opens: '09:00', inDays: 1 }],
  ['all day long', allDay, '2026-06-15T00:00', { until: '24:00' }],
  ['over midnight, the end is the next day’s', friday, '2026-06-19T23:00', { until: '01:30' }],
  ['past midnight', friday, '2026-06-20T01:29', { until: '01:30' }],
  ['a week from now', friday, '2026-06-20T01:30', { opens: '18:00', inDays: 6 }],
  ['without hours', Array.from({ length: 7 }, () => closed), '2026-06-15T10:00', undefined],
] as const)('%s', (_what, hours, local, expected) => {
  // All day long runs on past every midnight: the next one's end is told.
  expect(openAt(hours, at(local))).toEqual(expected)
})

test('the weekday is Beijing’s', () => {
  expect([weekdayAt(at('2026-06-15T00:00')), weekdayAt(at('2026-06-14T23:59')), weekdayAt(at('2026-06-21T12:00'))]).toEqual([0, 6, 6])
})

const minute = fc.integer({ min: 0, max: 1439 })
const clock = (n: number) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
const span = fc.tuple(minute, minute).filter(([a, b]) => a !== b).map(([a, b]) => [{ from: clock(Math.min(a, b)), to: clock(Math.max(a, b)) }])
test('open exactly within a span of that weekday; else the next opening is the first one to come', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(span, fc.constant(closed)), { minLength: 7, maxLength: 7 }), fc.integer({ min: 0, max: 7 * 1440 - 1 }), (hours, n) => {
      const start = at('2026-06-15T00:00')
      const isOpen = (m: number) => hours[Math.floor(m / 1440) % 7]?.some(({ from, to }) => minutesOf(from) <= m % 1440 && m % 1440 < minutesOf(to)) ?? false
      const said = openAt(hours, start + n * 60_000)
      expect(said !== undefined && 'until' in said).toBe(isOpen(n))
      if (!isOpen(n)) {
        const next = Array.from({ length: 8 * 1440 }, (_, i) => n + i).find(isOpen)
        expect(said).toEqual(next === undefined ? undefined : { opens: clock(next % 1440), inDays: Math.floor(next / 1440) - Math.floor(n / 1440) })
      }
    }),
    { numRuns: 200 },
  )
})
