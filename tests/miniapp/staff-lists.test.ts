import type { EventView } from '@shared/contract/events'
import { isBranch } from '@shared/model/org'
import { type Attendee, countsOf, moved } from '@/packages/staff/check-in/attendance'
import { rangeOf, shownIn, stageOf } from '@/packages/staff/parts/event-range'
import { shortOf } from '@/packages/staff/home/short-of'
import { narrow } from '@/packages/staff/parts/narrow'
import { countyOrgs } from '../../functions/demo/orgs'

// Half past midnight in Beijing: the day before in UTC.
const now = Date.parse('2026-06-15T00:30:00+08:00')
const event = (title: string, startsAt: string, endsAt: string, state: 'open' | 'closed' = 'open') => ({ title, startsAt, endsAt, state }) as EventView
const beijing = (time: string) => new Date(`${time}:00+08:00`).toISOString()

describe('events by day', () => {
  const all = [
    event('yesterday', beijing('2026-06-14T09:00'), beijing('2026-06-14T11:00')),
    event('over midnight', beijing('2026-06-14T22:00'), beijing('2026-06-15T01:00')),
    event('today', beijing('2026-06-15T09:00'), beijing('2026-06-15T11:00')),
    event('into tomorrow', beijing('2026-06-15T23:00'), beijing('2026-06-16T01:00')),
    event('tomorrow from midnight', beijing('2026-06-16T00:00'), beijing('2026-06-17T00:00')),
  ]
  // As the API answers: not over by `from`, begun by `to`, soonest first.
  const answered = ({ from, to }: { from: string; to?: string }) => all.filter(({ startsAt, endsAt }) => endsAt > from && (to === undefined || startsAt <= to))
  const titles = (when: 'today' | 'coming' | 'past') => {
    const range = rangeOf(when, now, 30)
    return shownIn(when, answered(range), range).map(({ title }) => title)
  }
  it('has each event once, the past with the latest first', () => {
    expect(titles('past')).toEqual(['yesterday'])
    expect(titles('today')).toEqual(['over midnight', 'today', 'into tomorrow'])
    expect(titles('coming')).toEqual(['tomorrow from midnight'])
  })
  it.each([
    ['2026-06-15T09:00', 'open', 'notBegun'],
    ['2026-06-15T00:30', 'open', 'open'],
    ['2026-06-14T22:30', 'open', 'toClose'],
    ['2026-06-14T22:30', 'closed', 'closed'],
  ] as const)('an event from %s that is %s is %s', (from, state, stage) => {
    const start = Date.parse(beijing(from))
    expect(stageOf(event('', new Date(start).toISOString(), new Date(start + 2 * 3_600_000).toISOString(), state), now)).toBe(stage)
  })
})

it('a branch is known by its id: no county, school or township is one, and no Youth Home', () => {
  const orgs = countyOrgs()
  expect(orgs.filter(({ id }) => isBranch(id))).toEqual(orgs.filter(({ kind }) => kind === 'branch'))
  expect([isBranch('wangcang.s03.b02'), isBranch('wangcang.t05.home'), isBranch('wangcang.s03'), isBranch('')]).toEqual([true, false, false, false])
})

describe('people at an event', () => {
  const one = (more: Partial<Attendee> = {}): Attendee => ({ personId: 'p-1', name: '', signedUp: true, ...more })
  const [t1, t2, t3] = ['2026-06-15T01:00:00.000Z', '2026-06-15T02:00:00.000Z', '2026-06-15T03:00:00.000Z']
  it('are counted by where they are', () => {
    expect(countsOf([one(), one({ entryAt: t1 }), one({ entryAt: t1, exitAt: t2 }), one({ entryAt: t2, exitAt: t3 })])).toEqual({ expected: 1, here: 1, left: 2, waiting: 0 })
  })
  it('move in, out, and in again', () => {
    const inside = moved(one(), { direction: 'entry', time: t1 })
    expect(inside).toEqual(one({ entryAt: t1 }))
    const gone = moved(inside, { direction: 'exit', time: t2 })
    expect(gone).toEqual(one({ entryAt: t1, exitAt: t2 }))
    expect(moved({ ...gone, minutes: 60 }, { direction: 'entry', time: t3 })).toEqual(one({ entryAt: t3 }))
  })
  it('stay where the server has seen them since', () => {
    const known = one({ entryAt: t1, exitAt: t3, minutes: 120 })
    expect(moved(known, { direction: 'entry', time: t1 })).toBe(known)
    expect(moved(known, { direction: 'exit', time: t3 })).toBe(known)
  })
})

describe('what an organisation is short of', () => {
  const requirements = [{ key: 'age', enforcement: 'required' as const }, { key: 'hours', enforcement: 'required' as const }, { key: 'points', enforcement: 'advisory' as const }]
  it('is the required one that most miss', () => expect(shortOf({ members: 10, met: { age: 9, hours: 4, points: 0 } }, requirements)).toEqual({ key: 'hours', missing: 6 }))
  it('is the first among equals', () => expect(shortOf({ members: 10, met: { age: 4, hours: 4 } }, requirements)).toEqual({ key: 'age', missing: 6 }))
  it('is nothing where only what is advisory is missed', () => expect(shortOf({ members: 10, met: { age: 10, hours: 10, points: 0 } }, requirements)).toBeUndefined())
})

describe('a narrowed list', () => {
  const pages = (items: number[], more: boolean) => ({ items, more }) as Parameters<typeof narrow<number>>[0]
  const even = (n: number) => n % 2 === 0
  it('is looked through where it is here whole', () => expect(narrow(pages([1, 2, 3, 4], false), pages([], false), even).items).toEqual([2, 4]))
  it('is asked for where there is more', () => expect(narrow(pages([1, 2], true), pages([2, 4, 6], false), even).items).toEqual([2, 4, 6]))
  it('is whole without a filter', () => expect(narrow(pages([1, 2], true), pages([2], false), undefined).items).toEqual([1, 2]))
})
