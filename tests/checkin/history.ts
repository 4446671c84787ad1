import { createHash } from 'node:crypto'
import type { Handle, PublishedEvent, SignUp } from '@shared/model/event'
import fc from 'fast-check'
import { scanOf, type ScanMade } from '../support/scan'
import { type Phone, phoneOf } from '../support/signed-pass'

/** What happens at the doors of two events, by a clock on the wall: whatever devices show and whenever they upload, this is what attendance has to say. */
const minute = 60_000
const begin = Date.parse('2026-06-15T13:20:00.000Z')
export const instant = (ms: number): string => new Date(ms).toISOString()
const at = (minutes: number): string => instant(begin + minutes * minute)

/** Over local midnight (16:00 UTC), with a break; the second one begins before the first has ended, and is a class where `lesson` is set. */
const eventsOf = (world: string, { lesson, closedAt }: Pick<History, 'lesson' | 'closedAt'>): PublishedEvent[] => {
  const common = { host: 'wangcang.t01.home', place: '东河岸', shards: 1, publishedAt: at(-5000), publishedBy: 'w-manager', state: 'open' as const }
  return [
    { ...common, eventId: `wangcang.t01.home~${world}-first`, title: '清洁河岸', category: 'volunteering', startsAt: at(70), endsAt: at(250), minimumMinutes: 20, breaks: [{ from: at(130), to: at(145) }], ...(closedAt !== undefined && { closing: { id: 'close', checkOutAll: false, at: at(closedAt), by: 'w-manager' } }) },
    { ...common, eventId: `wangcang.t01.home~${world}-second`, title: '团课', startsAt: at(200), endsAt: at(300), minimumMinutes: 0, breaks: [], ...(lesson ? { category: 'civics-class', quantity: 1, distinctKey: 'lesson-1' } : { category: 'volunteering' }) },
  ]
}

/** Before and after its close. */
export const eventAt = (event: PublishedEvent, now: number): PublishedEvent => ({ ...event, state: now >= Date.parse(event.closing?.at ?? '') ? 'closed' : 'open' })

export interface Device {
  /** The server's clock less the device's. */
  offsetMs: number
  /** What vouches for its clock: one that nobody sets, two looks at the server, or nothing. */
  clock: 'steady' | 'looks' | 'bare'
}

/** One scan, as the hands at the door made it. */
export interface Done {
  person: number
  event: number
  direction: 'entry' | 'exit'
  /** By the wall's clock, epoch milliseconds. */
  ms: number
  device: number
  /** What was shown: a pass of so many milliseconds ago, or nothing, and the manager took them from the list. */
  passAge: number | undefined
  /** A manager took it back. */
  undone: boolean
  scan: ScanMade & { scanId: string }
}

export interface History {
  lesson: boolean
  closedAt: number | undefined
  devices: Device[]
  events: PublishedEvent[]
  people: Person[]
  done: Done[]
}

export interface Person {
  personId: string
  /** Of the sign-up at each event. */
  handles: string[]
  phone: Phone
  /** The second one has a new phone since then; the third gave the seat at the second event back then. */
  newPhone?: { since: number; phone: Phone }
  gaveBackAt?: number
  /** What they are since: out, or in line for another seat. */
  since?: 'cancelled' | 'waiting'
}

const phones = ['first phone', 'second phone', 'third phone', 'a new phone'].map(phoneOf)
const peopleOf = (world: string, lesson: boolean): Person[] =>
  [0, 1, 2].map((i) => ({
    personId: `p-${world}-${i}`, handles: [0, 1].map((event) => createHash('sha256').update(`${world} ${i} ${event}`).digest().subarray(0, 16).toString('base64url')), phone: phones[i] as Phone,
    ...(i === 1 && { newPhone: { since: begin + 170 * minute, phone: phones[3] as Phone } }), ...(i === 2 && { gaveBackAt: begin + 230 * minute, since: lesson ? 'waiting' : 'cancelled' }),
  }))

/** The handle as the server holds it at `now`. */
export const handleAt = ({ personId, phone, newPhone, gaveBackAt, since = 'cancelled' }: Person, { eventId }: PublishedEvent, event: number, now: number): Handle => {
  const changed = newPhone && now >= newPhone.since
  return {
    eventId, personId, name: personId, ...(event === 1 && gaveBackAt !== undefined && now >= gaveBackAt ? { state: since, cancelledAt: instant(gaveBackAt) } : { state: 'signed-up' }),
    publicKey: (changed ? newPhone : { phone }).phone.publicKey, ...(changed && { earlierKeys: [{ publicKey: phone.publicKey, until: instant(newPhone.since) }] }),
  }
}
export const signUpAt = (person: Person, event: PublishedEvent, index: number, now: number): SignUp => {
  const { state, publicKey, cancelledAt } = handleAt(person, event, index, now)
  return { eventId: event.eventId, personId: person.personId, name: person.personId, branch: 'wangcang.s01.b01', state, at: at(-60), handle: person.handles[index], publicKey, ...(cancelledAt !== undefined && { cancelledAt }) }
}

const device: fc.Arbitrary<Device> = fc.constantFrom('steady', 'looks', 'bare' as const).chain((clock) =>
  fc.integer(clock === 'bare' ? { min: -9 * minute, max: 9 * minute } : { min: -1440 * minute, max: 1440 * minute }).map((offsetMs) => ({ clock, offsetMs })),
)

/** The last look at the server was at the beginning. */
const clockOf = ({ clock, offsetMs }: Device, ms: number): Pick<ScanMade, 'clock'> =>
  clock === 'bare' ? {} : { clock: { serverTime: at(0), deviceTime: instant(begin - offsetMs), ...(clock === 'steady' && { elapsedMs: ms - begin }) } }

const shownAt = (person: Person, { eventId }: PublishedEvent, handle: string, ms: number, passAge: number): string => {
  const phone = person.newPhone && ms >= person.newPhone.since ? person.newPhone.phone : person.phone
  return phone.passAt(eventId, handle, ms - passAge)
}

const gesture = fc.record({
  person: fc.nat(2), event: fc.nat(1), direction: fc.constantFrom('entry', 'exit' as const), at: fc.oneof(fc.integer({ min: 0, max: 340 }), fc.integer({ min: 60, max: 100 })), seconds: fc.constantFrom(0, 0, 40), device: fc.nat(2),
  passAge: fc.constantFrom(undefined, 0, 0, 10_000, -10_000, 200_000), undone: fc.nat(7).map((n) => n === 0),
  /** Scanned again by another device, a few seconds later: another scan with an id of its own. */
  again: fc.constantFrom(undefined, undefined, undefined, 1, 2),
})

let worlds = 0
/** Up to 20 scans of three people at two events; each history lies in a world of its own, so that many share one table. */
export const history: fc.Arbitrary<History> = fc.record({ lesson: fc.boolean(), closedAt: fc.constantFrom(undefined, undefined, 220), devices: fc.array(device, { minLength: 3, maxLength: 3 }), gestures: fc.array(gesture, { minLength: 1, maxLength: 12 }) })
  .map(({ lesson, closedAt, devices, gestures }) => {
    const world = `history-${++worlds}`
    const [events, people] = [eventsOf(world, { lesson, closedAt }), peopleOf(world, lesson)]
    const twice = gestures.flatMap(({ again, ...one }) => [{ ...one, ms: begin + one.at * minute + one.seconds * 1000 }, ...(again ? [{ ...one, ms: begin + one.at * minute + one.seconds * 1000 + 4000, device: (one.device + again) % 3 }] : [])])
    const done = twice.map(({ at: _, seconds: __, ...one }, i): Done => {
      const [person, event, by] = [people[one.person] as Person, events[one.event] as PublishedEvent, devices[one.device] as Device]
      const what = one.passAge === undefined ? { personId: person.personId } : { code: shownAt(person, event, person.handles[one.event] as string, one.ms, one.passAge) }
      return { ...one, scan: scanOf(event.eventId, `${world} ${i}`, { direction: one.direction, deviceTime: instant(one.ms - by.offsetMs), ...clockOf(by, one.ms), ...what }) }
    })
    return { lesson, closedAt, devices, events, people, done }
  })

export interface Upload {
  device: number
  event: number
  /** Server's clock as it arrives, and the device's as it was sent. */
  now: number
  sentMs: number
  done: Done[]
}

/** An upload of what `device` holds at one event: not before it was scanned, `latencyMs` on its way. A device that nothing vouches for is quick. */
const uploadOf = ({ devices }: History, device: number, done: Done[], notBefore: number, latencyMs: number): Upload => {
  const { offsetMs, clock } = devices[device] as Device
  const took = clock === 'bare' ? 0 : latencyMs
  const now = Math.max(notBefore, ...done.map(({ ms }) => ms + took))
  return { device, event: done[0]?.event ?? 0, now, sentMs: now - took - offsetMs, done }
}

/** Every scan sent at once, one by one, as it was made: what any other way of sending them is compared with. */
export const promptly = (history: History): Upload[] => [...history.done].sort((a, b) => a.ms - b.ms).map((one) => uploadOf(history, one.device, [one], one.ms, 0))

/** When all is over, and what could change has changed. */
export const afterwards = begin + 400 * minute

/** Any order, any number of times, cut anywhere, late, slow, and not before a time; where the clock that nobody sets vouches for a scan, also from another device. */
export const anyhow = (history: History, notBefore = 0): fc.Arbitrary<Upload[]> =>
  fc.record({
    order: fc.shuffledSubarray(history.done, { minLength: history.done.length }), again: fc.array(fc.nat(history.done.length - 1), { maxLength: 8 }), put: fc.infiniteStream(fc.nat(1000)),
    cuts: fc.infiniteStream(fc.boolean()), waits: fc.infiniteStream(fc.constantFrom(0, 1000, 30 * minute)), latencies: fc.infiniteStream(fc.integer({ min: 0, max: 50_000 })), carriers: fc.infiniteStream(fc.nat(2)),
  }).map(({ order, again, put, cuts, waits, latencies, carriers }) => {
    const sent = [...order]
    for (const i of again) sent.splice((put.next().value as number) % (sent.length + 1), 0, history.done[i] as Done)
    const uploads: Upload[] = []
    let batch: { device: number; done: Done[] } | undefined
    const flush = () => {
      if (batch) uploads.push(uploadOf(history, batch.device, batch.done, (uploads.at(-1)?.now ?? notBefore) + (waits.next().value as number), latencies.next().value as number))
      batch = undefined
    }
    for (const one of sent) {
      const device = history.devices[one.device]?.clock === 'steady' ? (carriers.next().value as number) : one.device
      if (batch && (batch.device !== device || batch.done[0]?.event !== one.event || cuts.next().value)) flush()
      batch = { device, done: [...(batch?.done ?? []), one] }
    }
    flush()
    return uploads
  })
