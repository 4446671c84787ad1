import type { PublishedEvent, ShardSeats, SignUp } from '@shared/model/event'
import fc from 'fast-check'
import { shardsFor, shareOf } from '../../functions/core/event-shards'
import { decideCancelSignUp, decideSignUp } from '../../functions/core/sign-up'

test.each<[number | undefined, 'county' | 'school' | 'township' | 'branch' | 'home', number]>([
  [undefined, 'home', 1], [undefined, 'branch', 1], [undefined, 'school', 1], [undefined, 'township', 1], [undefined, 'county', 16],
  [1, 'county', 1], [30, 'home', 1], [5_000, 'county', 1], [5_001, 'county', 2], [10_000, 'school', 2], [12_345, 'county', 3], [640_000, 'county', 128], [1_000_000, 'county', 128],
])('an event of %p seats of a %s is spread over %i', (capacity, kind, shards) => {
  expect(shardsFor(capacity, kind)).toBe(shards)
})

test('the shares of the shards add up to the capacity and differ by one at most; without a limit none has one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (capacity) => {
      const shards = shardsFor(capacity, 'county')
      const shares = Array.from({ length: shards }, (_, shard) => shareOf({ capacity, shards }, shard) as number)
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(capacity)
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
    }),
  )
  expect(shareOf({ shards: 16 }, 3)).toBeUndefined()
})

const event = (capacity: number): PublishedEvent => ({
  eventId: 'wangcang.t01.home~event-0001', host: 'wangcang.t01.home', place: '东河岸', capacity, shards: 1, state: 'open', publishedAt: '2026-06-01T00:00:00.000Z', publishedBy: 'm', title: '清洁河岸',
  category: 'volunteering', startsAt: '2026-06-16T01:00:00.000Z', endsAt: '2026-06-16T03:00:00.000Z', minimumMinutes: 0, breaks: [],
})

/** What the transactions do, in memory: the decisions alone are looked at. */
const world = (capacity: number) => {
  const about = event(capacity)
  const people = new Map<string, SignUp>()
  const seats: ShardSeats = { shard: 0, taken: 0, waiting: 0, next: 1 }
  let ms = Date.parse('2026-06-10T00:00:00Z')
  const tick = () => ({ ms: ++ms, at: new Date(ms).toISOString() })
  const line = () => [...people.values()].filter(({ state }) => state === 'waiting').sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
  const signUp = (personId: string, id: string) => {
    const decision = decideSignUp(about, people.get(personId), { eventId: about.eventId, personId, name: personId, id }, tick(), `handle of ${personId}`, [seats])
    if (!('change' in decision)) return
    people.set(personId, decision.change)
    if (decision.move.kind === 'take') seats.taken++
    if (decision.move.kind === 'wait') Object.assign(seats, { waiting: seats.waiting + 1, next: decision.move.number + 1 })
  }
  const cancel = (personId: string) => {
    const decision = decideCancelSignUp(about, people.get(personId), line()[0], tick())
    if (!('change' in decision)) return
    people.set(personId, decision.change)
    if (decision.move.kind === 'give') seats.taken--
    if (decision.move.kind === 'leave') seats.waiting--
    if (decision.move.kind === 'hand-on') {
      people.set(decision.move.to.personId, decision.move.to)
      seats.waiting--
    }
  }
  return { people, seats, line, signUp, cancel }
}

test('sign up, cancel and again at random: never more than there are seats, none free while somebody waits, and whoever waits longest is next', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.tuple(fc.constantFrom('sign up', 'cancel'), fc.nat(9)), { maxLength: 60 }), (capacity, commands) => {
      const { people, seats, line, signUp, cancel } = world(capacity)
      /** Who waits, in the order in which they asked: kept beside the product's numbers. */
      let asked: string[] = []
      for (const [i, [what, n]] of commands.entries()) {
        const who = `p-${n}`
        const before = people.get(who)?.state
        if (what === 'sign up') signUp(who, `request-${i}`)
        else cancel(who)
        const after = people.get(who)?.state
        if (before === 'waiting' && after === 'cancelled') asked = asked.filter((one) => one !== who)
        if (before !== 'waiting' && after === 'waiting') asked.push(who)
        if (before === 'signed-up' && after === 'cancelled' && asked.length > 0) {
          const [next, ...rest] = asked as [string, ...string[]]
          expect(people.get(next)).toMatchObject({ state: 'signed-up', movedUpAt: expect.any(String), handle: `handle of ${next}` })
          asked = rest
        }
        const seated = [...people.values()].filter(({ state }) => state === 'signed-up').length
        expect([seats.taken, seats.waiting]).toEqual([seated, asked.length])
        expect(seated).toBeLessThanOrEqual(capacity)
        if (asked.length > 0) expect(seated).toBe(capacity)
        expect(line().map(({ personId }) => personId)).toEqual(asked)
      }
    }),
    { numRuns: 500 },
  )
})

test('a phone’s earlier keys stay with their ends, the latest five', () => {
  let standing: SignUp | undefined
  for (let i = 0; i < 8; i++) {
    const now = { ms: i, at: `2026-06-10T00:00:0${i}.000Z` }
    const decision = decideSignUp(event(5), standing, { eventId: event(5).eventId, personId: 'p', name: 'p', id: `request-${i}`, publicKey: `key-${i}` }, now, 'handle', [{ shard: 0, taken: 0, waiting: 0, next: 1 }])
    if (!('change' in decision)) throw new Error('Not changed')
    standing = decision.change
  }
  expect(standing?.publicKey).toBe('key-7')
  expect(standing?.earlierKeys).toEqual([6, 5, 4, 3, 2].map((i) => ({ publicKey: `key-${i}`, until: `2026-06-10T00:00:0${i + 1}.000Z` })))
})
