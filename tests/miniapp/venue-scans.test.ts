import { jest } from '@jest/globals'
import type { EventView } from '@shared/contract/events'
import { venueEndpoints } from '@shared/contract/venue'
import type { VenueScan } from '@/features/check-in/venue-scans'
import { scanOf } from '../support/scan'

const storage = new Map<string, string>()
const phone = { full: false, person: 'w-student' }
jest.unstable_mockModule('@/platform/storage', () => ({
  keep: (key: string, value: unknown) => void (phone.full || storage.set(key, JSON.stringify(value))),
  kept: (key: string) => (storage.has(key) ? JSON.parse(storage.get(key) as string) : undefined),
  forget: (key: string) => void storage.delete(key),
  keptKeys: () => [...storage.keys()],
}))
const now = Date.parse('2026-06-15T02:00:00Z')
jest.unstable_mockModule('@/api/session', () => ({ currentPerson: () => ({ personId: phone.person }) }))
jest.unstable_mockModule('@/api/server-clock', () => ({ serverNow: () => now }))

/** The server: reads by the contract, one verdict an id for ever; the network may lose what was sent, or what was answered. */
const server = { fate: 'answered' as 'answered' | 'reply-lost' | 'offline', verdicts: new Map<string, string>(), uploads: [] as number[], during: () => {} }
const no = (code: string) => ({ ok: false, trouble: { code, errors: [], detail: {} } })
jest.unstable_mockModule('@/api/call', () => ({
  call: async (_name: string, input: { sentAt: string; scans: VenueScan['scan'][] }) => {
    if (server.fate === 'offline') return no('offline')
    server.uploads.push(input.scans.length)
    server.during()
    if (!venueEndpoints.checkInAtVenue.body.safeParse(input).success) return no('invalid-input')
    for (const { scanId } of input.scans) server.verdicts.set(scanId, server.verdicts.get(scanId) ?? `${server.verdicts.size + 1}`)
    if (server.fate === 'reply-lost') return no('offline')
    return { ok: true, value: { serverTime: input.sentAt, verdicts: input.scans.map(({ scanId }) => ({ scanId, verdict: 'accepted', name: server.verdicts.get(scanId) })) } }
  },
}))
const { keepVenueScan, sendVenueScans, venueScans, waits } = await import('@/features/check-in/venue-scans')
const { exitMissing, mayScan, nextDirection } = await import('@/features/check-in/attendance')

const eventId = 'wangcang.t01.home~event-venue-1'
const made = (i: number, more: Partial<VenueScan['scan']> = {}): VenueScan => ({ eventId, at: now + i, scan: { ...scanOf('', `venue ${i}`, { direction: i % 2 ? 'exit' : 'entry', deviceTime: new Date(now + i).toISOString(), code: `code ${i}`, personId: phone.person, ...more }), code: more.code ?? `code ${i}` } })
const verdictsOf = () => venueScans().map(({ verdict }) => verdict?.name)

beforeEach(() => {
  storage.clear()
  server.verdicts.clear()
  server.uploads = []
  Object.assign(server, { fate: 'answered', during: () => {} })
  Object.assign(phone, { full: false, person: 'w-student' })
})

test('a scan waits through no network and a lost answer, is sent under the same id, and leaves the queue with its verdict only', async () => {
  expect(keepVenueScan(made(1))).toBe(true)
  server.fate = 'offline'
  expect(await sendVenueScans()).toBe('offline')
  server.fate = 'reply-lost'
  expect(await sendVenueScans()).toBe('offline')
  expect(venueScans()).toEqual([made(1)])
  server.fate = 'answered'
  expect(await sendVenueScans()).toBeUndefined()
  expect([verdictsOf(), server.verdicts.size, venueScans().filter(waits)]).toEqual([['1'], 1, []])
  await sendVenueScans()
  expect(server.uploads).toEqual([1, 1])
})

test('siblings of one phone see and send their own', async () => {
  keepVenueScan(made(1))
  phone.person = 'w-sibling'
  expect(venueScans()).toEqual([])
  await sendVenueScans()
  expect(server.uploads).toEqual([])
})

test.each<[string, number, string, number[], string[]]>([
  ['is answered', 1, 'code', [3], ['1', '2', '3']],
  ['is refused as a whole', 1, 'x'.repeat(4001), [3], []],
  ['is tried one by one', 2, 'x'.repeat(4001), [3, 1], ['1']],
])('a sibling who signs in while an upload %s is given no verdict, sends nothing of it, and nothing is lost', async (_what, nth, code, uploads, told) => {
  const mine = [made(0), made(1, { code }), made(2)]
  for (const one of mine) keepVenueScan(one)
  server.during = () => {
    if (server.uploads.length === nth) phone.person = 'w-sibling'
  }
  expect(await sendVenueScans()).toBeUndefined()
  expect([venueScans(), [...storage.keys()].filter((key) => key.includes('w-sibling')), server.uploads]).toEqual([[], [], uploads])
  expect([...server.verdicts.values()]).toEqual(told)
  phone.person = 'w-student'
  expect(venueScans().filter(waits)).toEqual([...mine].reverse())
  expect(await sendVenueScans()).toBeUndefined()
  expect(venueScans().filter(waits)).toEqual([])
})

test('full storage is said, and the scan goes from memory; a verdict that cannot be written down shows all the same', async () => {
  keepVenueScan(made(1))
  phone.full = true
  expect(keepVenueScan(made(2))).toBe(false)
  expect(venueScans()).toHaveLength(2)
  await sendVenueScans()
  expect(venueScans().filter(waits)).toEqual([])
  expect(server.verdicts.size).toBe(2)
  phone.full = false
  for (const one of venueScans()) expect(keepVenueScan(one)).toBe(true)
  expect(storage.size).toBe(2)
})

test('one that the server cannot read is put aside, and never blocks the rest', async () => {
  for (let i = 0; i < 5; i++) keepVenueScan(made(i, i === 2 ? { code: 'x'.repeat(4001) } : {}))
  expect(await sendVenueScans()).toBeUndefined()
  expect(venueScans().map(({ aside, verdict }) => aside ?? verdict?.verdict)).toEqual(['accepted', 'accepted', 'invalid-input', 'accepted', 'accepted'])
})

test('what has its verdict is forgotten after a week, what waits is not', () => {
  const old = (i: number, more: Partial<VenueScan>) => keepVenueScan({ ...made(i), at: now - 8 * 86_400_000, ...more })
  old(11, {})
  old(12, { verdict: { scanId: made(12).scan.scanId, verdict: 'accepted' } })
  expect(venueScans().map(({ scan }) => scan.scanId)).toEqual([made(11).scan.scanId])
})

describe('at an event', () => {
  const event = { eventId, state: 'open', startsAt: '2026-06-15T02:00:00Z', endsAt: '2026-06-15T04:00:00Z', signUp: { state: 'signed-up', at: '2026-06-14T02:00:00Z' } } as EventView
  const at = (entryAt?: string, exitAt?: string, more: object = {}): EventView => ({ ...event, attendance: { ...(entryAt && { entryAt }), ...(exitAt && { exitAt }), looks: [] }, ...more })
  const [ten, eleven] = ['2026-06-15T02:00:00Z', '2026-06-15T03:00:00Z']

  test.each<[string, EventView, VenueScan[], string]>([
    ['nothing yet', event, [], 'entry'],
    ['inside', at(ten), [], 'exit'],
    ['left', at(ten, eleven), [], 'entry'],
    ['an entry on the phone', event, [made(0)], 'exit'],
    ['an exit on the phone after an entry', at(ten), [made(1)], 'entry'],
    ['a rejected entry', event, [{ ...made(0), verdict: { scanId: 'x', verdict: 'rejected' } }], 'entry'],
    ['an entry at another event', event, [{ ...made(0), verdict: { scanId: 'x', verdict: 'accepted', eventId: 'another' } }], 'entry'],
    ['an entry that waits for a manager', { ...event, attendance: { looks: [{ scanId: 'x', direction: 'entry', code: 'venue-late', time: ten }] } }, [], 'exit'],
    ['an entry that a manager dismissed', { ...event, attendance: { looks: [{ scanId: 'x', direction: 'entry', code: 'venue-late', time: ten, decided: { accepted: false, at: eleven } }] } }, [], 'entry'],
  ])('%s: what comes next', (_what, one, scans, direction) => {
    expect(nextDirection(one, scans)).toBe(direction)
  })

  const hour = 3_600_000
  test.each<[string, Partial<EventView>, number, boolean]>([
    ['with a seat', {}, 0, true],
    ['an hour before', {}, -hour, true],
    ['earlier', {}, -hour - 1, false],
    ['an hour after', {}, 3 * hour, true],
    ['later', {}, 3 * hour + 1, false],
    ['closed', { state: 'closed' }, 0, false],
    ['without a seat where seats are counted', { signUp: undefined, capacity: 5 }, 0, false],
    ['without a seat where they are not', { signUp: undefined }, 0, true],
    ['on the waitlist', { signUp: { state: 'waiting', at: ten } }, 0, false],
  ])('the venue’s code, %s', (_what, more, ms, may) => {
    expect(mayScan({ ...event, ...more } as EventView, now + ms)).toBe(may)
  })

  test.each<[string, EventView, number, boolean]>([
    ['while it goes on', at(ten), hour, false],
    ['when it is over', at(ten), 2 * hour, true],
    ['when it was closed early', at(ten, undefined, { state: 'closed' }), hour, true],
    ['with an exit', at(ten, eleven), 2 * hour, false],
    ['where no minutes are counted', at(ten, undefined, { quantity: 1 }), 2 * hour, false],
    ['of somebody who never came', event, 2 * hour, false],
  ])('a missing exit is asked about, %s', (_what, one, ms, missing) => {
    expect(exitMissing(one, now + ms)).toBe(missing)
  })
})
