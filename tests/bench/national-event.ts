import type { PublishedEvent, SignUp } from '@shared/model/event'
import type { ScanEntry } from '@shared/model/ledger'
import type { OrgKind } from '@shared/model/org'
import { shardsFor } from '../../functions/core/event-shards'
import { creditOf } from '../../functions/core/credit-of'
import { eventItems } from '../../functions/store/events'
import { keys, shardOf, signUpPartition } from '../../functions/store/keys'
import { entryKey } from '../../functions/store/ledger'
import { signUpItems } from '../../functions/store/sign-ups'
import { kilobytes } from './meter'

/** Row 4, on paper: a million members sign up, come and leave. The keys are the product's own, the units those of its items: 2 a kilobyte in a transaction, else 1. */
const members = 1_000_000
const counties = 300
const pupilsOfSchool = 1_500
const membersOfBranch = 45
/** Entries lie within half an hour, exits as well; roll-ups gather for 20 s. */
const windows = 90
/** Scanned where there is no signal, and so with a note of how the time was found; and scans that wait for a manager. */
const latePercent = 20
const conflictPercent = 1
const lateInUpload = 20

export interface KeyShare {
  scenario: string
  events: number
  writeUnits: number
  hottestKey: string
  hottestUnits: number
  share: number
}

/** A few counties are large, most are small: the n-th largest has a part in proportion to n^-0.7. */
const sizesOfCounties = (): number[] => {
  const weights = Array.from({ length: counties }, (_, n) => (n + 1) ** -0.7)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const sizes = weights.map((weight) => Math.floor((members * weight) / all))
  sizes[0] = (sizes[0] ?? 0) + members - sizes.reduce((sum, size) => sum + size, 0)
  return sizes
}

const eventOf = (host: string, capacity: number | undefined, kind: OrgKind): PublishedEvent => ({
  eventId: `${host}~national-2026`, host, place: '学校操场', title: '全国植树日', category: 'volunteering', minimumMinutes: 0, breaks: [], startsAt: '2026-03-12T01:00:00.000Z', endsAt: '2026-03-12T03:00:00.000Z',
  ...(capacity !== undefined && { capacity }), shards: shardsFor(capacity, kind), state: 'open', publishedAt: '2026-02-20T01:00:00.000Z', publishedBy: 'p-0123456789ab',
})

const scanOf = (event: PublishedEvent, personId: string, direction: 'entry' | 'exit'): ScanEntry => ({
  type: 'scan', scanId: `${direction}-`.padEnd(36, personId), eventId: event.eventId, direction, way: 'pass', verdict: 'accepted', time: event.startsAt, deviceTime: event.startsAt, skewMs: 0, credit: creditOf(event), at: event.startsAt, by: event.publishedBy,
})

/** Numbers below a limit, the same in each run. */
const drawOf = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Counts units by partition; one that belongs to a single person or code is told from the others by its letter, and only the largest of each letter is kept. */
const tally = () => {
  const shared = new Map<string, number>()
  const own = new Map<string, number>()
  let all = 0
  return {
    add: (pk: string, units: number) => {
      all += units
      shared.set(pk, (shared.get(pk) ?? 0) + units)
    },
    /** All that lies in partitions of one member's own. */
    addOwn: (units: Record<string, number>) => {
      for (const [letter, some] of Object.entries(units)) {
        all += some
        own.set(letter, Math.max(own.get(letter) ?? 0, some))
      }
    },
    result: (scenario: string, events: number): KeyShare => {
      const [hottestKey = '', hottestUnits = 0] = [...shared, ...own].reduce((most, one) => (one[1] > most[1] ? one : most))
      return { scenario, events, writeUnits: all, hottestKey, hottestUnits, share: hottestUnits / all }
    },
  }
}

/** What one member costs at an event: by the items themselves, which differ between members in nothing that counts. */
const unitsAt = (event: PublishedEvent, branch: string) => {
  const personId = 'p-0123456789ab'
  const signUp: SignUp = { eventId: event.eventId, personId, name: '欧阳明月', initials: 'oymy', branch, state: 'signed-up', at: event.publishedAt, id: `sign-up-${personId}`, handle: 'h'.repeat(22), publicKey: 'k'.repeat(43) }
  const own: Record<string, number> = { P: 0, K: 0 }
  let atEvent = 0
  for (const item of signUpItems(event, signUp)) {
    const letter = item.pk.slice(0, item.pk.indexOf('#'))
    if (letter === 'E') atEvent += 2 * kilobytes(item)
    else own[letter] = (own[letter] ?? 0) + 2 * kilobytes(item)
  }
  // Each scan, and the figures of its person.
  for (const direction of ['entry', 'exit'] as const) {
    const entry = scanOf(event, personId, direction)
    own.P = (own.P ?? 0) + kilobytes({ ...entryKey(personId, entry), ...entry }) + 1
  }
  // The sign-up and its count of seats lie in the member's shard.
  return { own, inShard: atEvent + 2, event: eventItems(event).map((item) => [item.pk, 2 * kilobytes(item)] as const) }
}

/** `eventFor` gives a member's event, by county and school. */
const simulate = (scenario: string, eventFor: (county: string, school: string, pupils: number) => PublishedEvent): KeyShare => {
  const draw = drawOf(2026)
  const units = tally()
  const events = new Map<string, { event: PublishedEvent; of: ReturnType<typeof unitsAt>; late: number }>()
  const marks = new Map<string, Uint8Array>()
  let n = 0
  for (const [c, size] of sizesOfCounties().entries()) {
    const county = `c${String(c).padStart(3, '0')}`
    for (let i = 0; i < size; i++, n++) {
      const school = `${county}.s${String(Math.floor(i / pupilsOfSchool)).padStart(3, '0')}`
      const branch = `${school}.b${String(Math.floor((i % pupilsOfSchool) / membersOfBranch)).padStart(2, '0')}`
      const event = eventFor(county, school, size)
      const at = events.get(event.eventId) ?? { event, of: unitsAt(event, branch), late: 0 }
      if (!events.has(event.eventId)) for (const [pk, some] of at.of.event) units.add(pk, some)
      events.set(event.eventId, at)
      units.addOwn(at.of.own)
      units.add(signUpPartition(event.eventId, shardOf(`p-${n.toString(16).padStart(12, '0')}`, event.shards)), at.of.inShard)
      for (const half of [0, windows]) {
        // The verdict and its place in the queue in one transaction, before a manager takes it in.
        if (draw(100) < conflictPercent) {
          units.addOwn({ SV: 2 })
          units.add(keys.conflict(event.eventId, '', '').pk, 2)
        }
        if (draw(100) < latePercent) at.late++
        const window = half + draw(windows)
        for (const org of [branch, school, county]) {
          const mark = marks.get(org) ?? new Uint8Array(2 * windows)
          mark[window] = 1
          marks.set(org, mark)
        }
      }
    }
  }
  for (const [org, mark] of marks) units.add(keys.rollUp(org).pk, mark.reduce((sum, one) => sum + one, 0))
  const noted = kilobytes({ clocks: 'x'.repeat(lateInUpload * 150) })
  for (const [eventId, { late }] of events) units.add(keys.scanTelemetry(eventId, '', '').pk, Math.ceil(late / lateInUpload) * noted)
  return units.result(scenario, events.size)
}

/** Each school has its own event; each county one for all; and what no county is large enough for, all of them at one. */
export const benchNationalEvent = (): KeyShare[] => [
  simulate('an event a school', (_county, school) => eventOf(school, undefined, 'school')),
  simulate('an event a county, no limit', (county) => eventOf(county, undefined, 'county')),
  simulate('an event a county, as many seats as members', (county, _school, size) => eventOf(county, size, 'county')),
  simulate('one event of a million seats', () => eventOf('c000', members, 'county')),
]
