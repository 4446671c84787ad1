import type { ScanEntry, ScanWay } from '@shared/model/ledger'
import { addAttendee, nobodyYet } from '../../functions/core/summarize-event'

const entry = (way: ScanWay, time: string): ScanEntry => ({
  type: 'scan', scanId: `scan ${way}`, eventId: 'wangcang.t01.home~event-0001', direction: 'entry', way, verdict: 'accepted', time, deviceTime: time, skewMs: 0, at: time, by: 'w-manager',
  credit: { title: '清洁河岸', category: 'volunteering', startsAt: '2026-06-15T02:00:00.000Z', endsAt: '2026-06-15T04:00:00.000Z', minimumMinutes: 0, breaks: [] },
})
const signUp = { eventId: 'wangcang.t01.home~event-0001', personId: 'w-student', name: '学生', state: 'walk-in', at: '2026-06-15T02:00:00.000Z' } as const

test.each<[ScanWay, number]>([['list', 1], ['card', 1], ['pass', 0], ['venue', 0]])('let in by %s: %i at a manager’s word', (way, byList) => {
  expect(addAttendee(nobodyYet, signUp, [entry(way, '2026-06-15T02:00:00.000Z')])).toMatchObject({ came: 1, byList, managers: way === 'venue' ? {} : { 'w-manager': { scans: 1, byList } } })
})

test('what counts is how somebody came first', () => {
  expect(addAttendee(nobodyYet, signUp, [entry('card', '2026-06-15T02:10:00.000Z'), entry('pass', '2026-06-15T02:00:00.000Z')])).toMatchObject({ came: 1, byList: 0 })
})
