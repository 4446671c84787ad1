import type { Waits } from '@shared/model/progress'
import { defaultProcedure } from '@shared/rules/default-procedure'
import { dayAfter } from '../../functions/core/act-conditions'
import { lateReminders } from '../../functions/core/late-reminders'

const branch = 'wangcang.s01.b01'
const on = '2026-03-02'
const of = (waits: Waits, eligible = true) => [{ branch, waits: [{ application: waits, eligible, n: 2 }] }]
/** Each day of the year after on which somebody is reminded, with whom and of how many. */
const year = (waits: Waits, eligible?: boolean) =>
  Array.from({ length: 365 }, (_, i) => dayAfter(on, i + 1)).flatMap((day) => [...lateReminders(day, of(waits, eligible), defaultProcedure)].map(([org, { own, below }]) => [day, org, own, below]))

test.each<[string, Waits, [string, string, number, number][]]>([
  ['a talk', { state: 'applied', next: 'talk', on }, [['2026-03-10', 'wangcang.s01', 0, 2], ['2026-04-03', branch, 2, 0]]],
  ['an approval, after 30 days', { state: 'branch-voted', next: 'approve', on }, [['2026-03-10', 'wangcang', 0, 2], ['2026-04-02', 'wangcang.s01', 2, 0]]],
  ['the county’s filing, above which nobody is', { state: 'committee-approved', next: 'file', on }, [['2026-04-02', 'wangcang', 2, 0]]],
  ['the oath', { state: 'filed', next: 'swear-in', on }, [['2026-03-10', branch, 2, 0], ['2026-03-10', 'wangcang.s01', 0, 2]]],
  ['an applicant’s own form', { state: 'public-notice', next: 'fill-form', on }, []],
  ['nothing any more', { state: 'archived', on }, []],
])('%s: each is reminded of on one day', (_what, waits, expected) => {
  expect(year(waits)).toEqual(expected)
})

test('a candidate is waited for from the end of cultivation on, and of the secretary only where the applicant meets the rules', () => {
  const waits: Waits = { state: 'cultivating', next: 'propose-candidate', on, talks: 2 }
  expect(year(waits)).toEqual([['2026-06-10', branch, 2, 0], ['2026-06-10', 'wangcang.s01', 0, 2]])
  expect(year(waits, false)).toEqual([])
})
