import { jest } from '@jest/globals'
import { checkInEndpoints } from '@shared/contract/check-in'
import fc from 'fast-check'
import type { KeptScan, ScanQueue } from '@/packages/staff/parts/scan-queue'
import type { SendBy } from '@/packages/staff/parts/send-scans'
import { scanOf } from '../support/scan'

/** A phone's storage: what is in it outlives the app; it may be full, and the app may be killed just before any of its writes. */
const storage = new Map<string, string>()
const phone = { full: false, writesLeft: Number.POSITIVE_INFINITY }
class Killed extends Error {}
const write = () => {
  if (phone.writesLeft-- <= 0) throw new Killed()
}
jest.unstable_mockModule('@tarojs/taro', () => ({
  default: {
    setStorage: async ({ key, data, encrypt }: { key: string; data: string; encrypt?: boolean }) => {
      if (!encrypt) throw new Error('not encrypted')
      if (phone.writesLeft-- <= 0) return new Promise(() => {})
      if (phone.full) throw new Error('exceed max storage size')
      storage.set(key, data)
    },
    getStorage: async ({ key }: { key: string }) => {
      if (!storage.has(key)) throw new Error('data not found')
      return { data: storage.get(key) }
    },
    removeStorageSync: (key: string) => {
      write()
      storage.delete(key)
    },
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  },
}))
/** Who is signed in, and what the server is asked by the real sender. */
const signedIn = { personId: '', calls: [] as string[], call: (async () => undefined) as unknown as SendBy['call'] }
jest.unstable_mockModule('@/api/session', () => ({ currentPerson: () => ({ personId: signedIn.personId, name: signedIn.personId }) }))
jest.unstable_mockModule('@/api/call', () => ({ call: (name: never, input: never) => {
  signedIn.calls.push(name)
  return signedIn.call(name, input)
} }))
jest.unstable_mockModule('@/api/server-clock', () => ({ serverNow: () => now }))
jest.unstable_mockModule('@/api/waiting', () => ({ noteWaiting: () => {} }))
jest.unstable_mockModule('@/platform/network', () => ({ onNetworkBack: () => () => {} }))
const { openQueue, waits } = await import('@/packages/staff/parts/scan-queue')
const { sendEvent } = await import('@/packages/staff/parts/send-scans')
const { senderOf } = await import('@/packages/staff/parts/scan-sender')

const eventId = 'wangcang.t01.home~event-queue-1'
const now = Date.parse('2026-06-15T02:00:00Z')
const inAnHour = now + 3_600_000
const kept = (i: number, more: Partial<KeptScan['scan']> = {}, event = eventId): KeptScan => ({
  eventId: event, at: now + i, expiresAt: inAnHour, said: { kind: 'unknown' },
  scan: scanOf(event, `queue ${i}`, { direction: i % 2 ? 'exit' : 'entry', deviceTime: new Date(now + i).toISOString(), code: `code ${i}`, ...more }),
})
const open = (person = 'w-manager', at = now) => openQueue(person, at)
const idsOf = (scans: KeptScan[]) => scans.map(({ scan }) => scan.scanId).sort()

type Fate = 'answered' | 'reply-lost' | 'offline' | 'fault'
/** The server as the queue meets it: reads by the contract, gives each scan one verdict for ever; the network may lose what was sent, or what was answered. */
const server = () => {
  const verdicts = new Map<string, string>()
  const undone = new Set<string>()
  const requests: number[] = []
  const known = new Set<string>()
  let registered = 0
  const no = (code: string, path?: string) => ({ ok: false, trouble: { code, errors: path === undefined ? [] : [{ path, code: 'invalid', message: '' }], detail: {} } })
  const state = { fate: (): Fate => 'answered', most: 100, refuses: undefined as string | undefined }
  const call = async (name: string, input: Record<string, unknown>) => {
    const fate = state.fate()
    if (fate === 'offline' || fate === 'fault') return no(fate)
    const answered = name === 'undoScan' ? undo(input) : checkIn(input)
    return fate === 'reply-lost' ? no('offline') : answered
  }
  const undo = ({ scanId }: Record<string, unknown>) => {
    undone.add(String(scanId))
    return { ok: true, value: {} }
  }
  const checkIn = (input: Record<string, unknown>) => {
    const { scanner, sentAt, scans } = input as { scanner: string; sentAt: string; scans: KeptScan['scan'][] }
    requests.push(scans.length)
    if (state.refuses) return no(state.refuses)
    if (scans.length > state.most) return no('too-large')
    if (!known.has(scanner)) return no('scanner-unknown')
    const read = checkInEndpoints.checkIn.body.safeParse({ scanner, sentAt, scans })
    if (!read.success) return no('invalid-input', read.error.issues[0]?.path.join('.'))
    return {
      ok: true,
      value: { serverTime: sentAt, verdicts: scans.map(({ scanId }) => {
        const verdict = verdicts.get(scanId) ?? `${verdicts.size + 1}`
        verdicts.set(scanId, verdict)
        return { scanId, verdict: 'accepted', personId: 'w-student', name: verdict }
      }) },
    }
  }
  const by: SendBy = {
    call: call as unknown as SendBy['call'],
    scannerOf: async () => {
      const id = `scanner-${registered}`
      if (registered > 0) known.add(id)
      return id
    },
    forgetScanner: async () => {
      registered++
    },
  }
  return { by, state, verdicts, undone, requests }
}

beforeEach(() => {
  storage.clear()
  Object.assign(phone, { full: false, writesLeft: Number.POSITIVE_INFINITY })
})

test('a scan outlives the app, another person’s sign-in and the event’s end, and leaves with its verdict only', async () => {
  const queue = await open()
  expect(await queue.put(kept(1))).toBe(true)
  expect((await open('w-somebody')).all()).toEqual([])
  const later = await open('w-manager', inAnHour * 2)
  expect(later.all()).toEqual([kept(1)])
  const { by, verdicts } = server()
  expect(await sendEvent(later, eventId, by)).toBe('done')
  expect(later.all()[0]?.verdict).toMatchObject({ verdict: 'accepted', name: verdicts.get(kept(1).scan.scanId) })
  expect([...storage.keys()].filter((key) => key.startsWith('scan:'))).toEqual([])
  // Its verdict is shown until the event's people are forgotten.
  expect((await open()).all()).toHaveLength(1)
  expect((await open('w-manager', inAnHour + 1)).all()).toEqual([])
  expect([...storage.keys()]).toEqual([])
})

test('at most 100 an upload, in the order they were made; what is scanned during one goes with the next', async () => {
  const queue = await open()
  for (let i = 0; i < 130; i++) await queue.put(kept(i))
  const { by, requests, verdicts } = server()
  const slow: SendBy = { ...by, call: (async (name: never, input: never) => {
    if (requests.length === 1) await queue.put(kept(200))
    return by.call(name, input)
  }) as SendBy['call'] }
  expect(await sendEvent(queue, eventId, slow)).toBe('done')
  expect([requests, verdicts.size]).toEqual([[100, 100, 31], 131])
  expect([...verdicts.keys()].slice(0, 130)).toEqual(Array.from({ length: 130 }, (_, i) => kept(i).scan.scanId))
})

test('one scan that the server cannot read is found, put aside and shown; all others get their verdicts', async () => {
  const queue = await open()
  for (let i = 0; i < 40; i++) await queue.put(kept(i, i === 17 ? { code: 'x'.repeat(4001) } : {}))
  const { by, verdicts, requests } = server()
  expect(await sendEvent(queue, eventId, by)).toBe('done')
  const aside = (await open()).all().filter((one) => one.aside !== undefined)
  expect([aside.map(({ scan, aside: code }) => [scan.scanId, code]), verdicts.size]).toEqual([[[kept(17, { code: 'x'.repeat(4001) }).scan.scanId, 'invalid-input']], 39])
  expect(requests.length).toBeLessThan(20)
  // It is in nobody's way later, and goes again when it is told to.
  await queue.put(kept(50))
  expect(await sendEvent(queue, eventId, by)).toBe('done')
  expect(verdicts.size).toBe(40)
})

test('a batch that is too large is halved; a request that is wrong by itself puts no scan aside', async () => {
  const queue = await open()
  for (let i = 0; i < 30; i++) await queue.put(kept(i))
  const { by, state, verdicts } = server()
  state.refuses = 'invalid-input'
  expect(await sendEvent(queue, eventId, by)).toBe('fault')
  expect(queue.all().every(waits)).toBe(true)
  Object.assign(state, { refuses: undefined, most: 8 })
  expect([await sendEvent(queue, eventId, by), verdicts.size]).toEqual(['done', 30])
})

test.each(['not-allowed', 'session-ended', 'event-closed', 'offline'])('%s: everything stays, and says why', async (code) => {
  const queue = await open()
  await queue.put(kept(1))
  const { by, state } = server()
  state.refuses = code
  expect(await sendEvent(queue, eventId, by)).toBe(code)
  expect((await open()).all().filter(waits)).toHaveLength(1)
})

test('a full storage says so, loses nothing that is in memory, and is tried again', async () => {
  const queue = await open()
  phone.full = true
  expect([await queue.put(kept(1)), queue.loose()]).toEqual([false, 1])
  phone.full = false
  await queue.secure()
  expect([queue.loose(), (await open()).all()]).toEqual([0, [kept(1)]])
  // With a network it is sent from memory, and is then no more at risk.
  phone.full = true
  await queue.put(kept(2))
  const { by, verdicts } = server()
  expect([await sendEvent(queue, eventId, by), queue.loose(), verdicts.size]).toEqual(['done', 0, 2])
})

test('a scan taken back before it was uploaded goes first itself; taken back once, whatever is lost on the way', async () => {
  const queue = await open()
  await queue.put({ ...kept(1), undo: { id: 'undo-00001' } })
  const { by, state, undone, verdicts } = server()
  state.fate = () => (verdicts.size ? 'offline' : 'answered')
  expect([await sendEvent(queue, eventId, by), verdicts.size, undone.size]).toEqual(['offline', 1, 0])
  const again = await open()
  expect(again.all().filter(waits)).toHaveLength(1)
  state.fate = () => (undone.size ? 'answered' : 'reply-lost')
  expect(await sendEvent(again, eventId, by)).toBe('offline')
  expect([await sendEvent(again, eventId, by), [...undone], (await open()).all().map(({ undo }) => undo?.done)]).toEqual(['done', [kept(1).scan.scanId], [true]])
})

test.each<[string, number, string[], number]>([
  ['the phone is registered', 1, ['registerScanner'], 130],
  ['the first hundred go', 2, ['registerScanner', 'checkIn'], 30],
  ['the rest goes, one of it taken back', 3, ['registerScanner', 'checkIn', 'checkIn'], 1],
])('somebody else who signs in while %s sends nothing of it: all the rest waits', async (_while, nth, calls, waiting) => {
  const { by, requests } = server()
  const first = `w-first-${nth}`
  Object.assign(signedIn, { personId: first, calls: [], call: (async (name: never, input: never) => {
    if (signedIn.calls.length === nth) signedIn.personId = 'w-second'
    if (name !== 'registerScanner') return by.call(name, { ...(input as object), scanner: await by.scannerOf(eventId) } as never)
    await by.forgetScanner(eventId)
    return { ok: true, value: {} }
  }) as SendBy['call'] })
  const sender = await senderOf(first)
  for (let i = 0; i < 130; i++) await sender.queue.put(i === 120 ? { ...kept(i), undo: { id: 'undo-00001' } } : kept(i))
  sender.wake()
  while (sender.stopped(eventId) === undefined && sender.queue.all().some(waits)) await new Promise((done) => setImmediate(done))
  expect([signedIn.calls, sender.stopped(eventId), sender.queue.all().filter(waits).length]).toEqual([calls, 'not-signed-in', waiting])
  // They are its own person's on the next day, or in the next minute.
  signedIn.personId = first
  sender.wake()
  while (sender.queue.all().some(waits)) await new Promise((done) => setImmediate(done))
  expect(requests.reduce((sum, n) => sum + n, 0)).toBe(130)
})

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('scan' as const), undo: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send' as const), fates: fc.array(fc.constantFrom<Fate>('answered', 'reply-lost', 'offline', 'fault'), { maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const), before: fc.nat(4), fates: fc.array(fc.constantFrom<Fate>('answered', 'reply-lost'), { maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fill' as const), full: fc.boolean() }) },
)
/** Ends where the app is killed in the middle of it: a write that never comes back. */
const untilKilled = (work: Promise<unknown>) => Promise.race([work.catch((error) => { if (!(error instanceof Killed)) throw error }), new Promise((done) => setTimeout(done, 5))])

/** Lives a day at the door, then lets everything go through. Gives the scans made, those that the phone said it could not keep, and what the server knows. */
const live = async (steps: (typeof step extends fc.Arbitrary<infer S> ? S : never)[], openIt: () => Promise<ScanQueue>) => {
  storage.clear()
  Object.assign(phone, { full: false, writesLeft: Number.POSITIVE_INFINITY })
  const world = server()
  let queue = await openIt()
  const made: string[] = []
  const warned = new Set<string>()
  const send = (fates: Fate[]) => {
    const left = [...fates]
    world.state.fate = () => left.shift() ?? 'answered'
    return sendEvent(queue, eventId, world.by)
  }
  for (const [i, one] of steps.entries()) {
    if (one.do === 'scan') {
      const scan = kept(i, i % 5 === 4 ? { code: 'x'.repeat(4001) } : {})
      made.push(scan.scan.scanId)
      if (!(await queue.put(one.undo ? { ...scan, undo: { id: `undo-${i}-0000` } } : scan))) warned.add(scan.scan.scanId)
    }
    if (one.do === 'send') await send(one.fates)
    if (one.do === 'fill') phone.full = one.full
    if (one.do === 'kill') {
      phone.writesLeft = one.before
      await untilKilled(send(one.fates))
      phone.writesLeft = Number.POSITIVE_INFINITY
      queue = await openIt()
    }
  }
  phone.full = false
  await queue.secure()
  for (let i = 0; i < 3; i++) await send([])
  return { made, warned, queue, ...world }
}

test('any day of scans, uploads, lost replies, kills at any write and full storage: every scan has its one verdict or lies aside, unless the phone said that it was not safe', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const { made, warned, queue, verdicts } = await live(steps, () => open())
      const here = new Map(queue.all().map((one) => [one.scan.scanId, one]))
      for (const scanId of made) {
        const one = here.get(scanId)
        if (!one && warned.has(scanId)) continue
        expect(one === undefined ? verdicts.get(scanId) : (one.aside ?? one.verdict?.name)).toBe(one?.aside ? 'invalid-input' : verdicts.get(scanId))
        expect(verdicts.has(scanId) || one?.aside !== undefined).toBe(true)
      }
      expect(queue.all().some(waits)).toBe(false)
    }),
    { numRuns: 150 },
  )
})

test('control: a queue that forgets a scan before it has a verdict is found out', async () => {
  const careless = async () => {
    const queue = await open()
    return { ...queue, all: () => queue.all().filter(({ scan, verdict }) => verdict !== undefined || scan.direction === 'exit') } as ScanQueue
  }
  const { made, verdicts } = await live([{ do: 'scan', undo: false }, { do: 'scan', undo: false }, { do: 'send', fates: [] }], careless)
  expect(made.every((scanId) => verdicts.has(scanId))).toBe(false)
  expect(idsOf([kept(0), kept(1)])).toEqual([...made].sort())
})
