import { jest } from '@jest/globals'
import type { KeptScan } from '@/packages/staff/parts/scan-queue'
import { scanOf } from '../support/scan'

const storage = new Map<string, string>()
/** `back`: who is told that there is a network again. */
const phone = { person: 'w-manager', back: new Set<(status: { isConnected: boolean }) => void>() }
jest.unstable_mockModule('@tarojs/taro', () => ({
  default: {
    setStorage: async ({ key, data }: { key: string; data: string }) => void storage.set(key, data),
    getStorage: async ({ key }: { key: string }) => {
      if (!storage.has(key)) throw new Error('data not found')
      return { data: storage.get(key) }
    },
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    onNetworkStatusChange: (then: never) => void phone.back.add(then), offNetworkStatusChange: (then: never) => void phone.back.delete(then),
  },
}))
jest.unstable_mockModule('@/api/session', () => ({ currentPerson: () => ({ personId: phone.person, name: phone.person }) }))
jest.unstable_mockModule('@/api/server-clock', () => ({ serverNow: () => now }))
jest.unstable_mockModule('@/api/waiting', () => ({ noteWaiting: () => {} }))

const now = Date.parse('2026-06-15T02:00:00Z')
const eventId = 'wangcang.t01.home~event-send-1'
/** When each upload was asked for, by the stopped clock; `says`: what the server answers instead of verdicts. */
const server = { says: 'offline' as string | undefined, asked: [] as number[] }
jest.unstable_mockModule('@/api/call', () => ({
  call: async (name: string, { scans = [] }: { scans?: KeptScan['scan'][] }) => {
    if (name === 'registerScanner') return { ok: true, value: {} }
    server.asked.push(Date.now() - now)
    if (server.says !== undefined) return { ok: false, trouble: { code: server.says, errors: [], detail: {} } }
    return { ok: true, value: { serverTime: new Date(now).toISOString(), verdicts: scans.map(({ scanId }) => ({ scanId, verdict: 'accepted', name: '队员' })) } }
  },
}))
const { senderOf } = await import('@/packages/staff/parts/scan-sender')
const { waits } = await import('@/packages/staff/parts/scan-queue')

const kept = (i: number): KeptScan => ({ eventId, at: now + i, expiresAt: now + 3_600_000, said: { kind: 'unknown' }, scan: scanOf(eventId, `send ${i}`, { direction: 'entry', deviceTime: new Date(now + i).toISOString(), code: `code ${i}` }) })
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)
const comeBack = () => phone.back.forEach((then) => void then({ isConnected: true }))

/** A sender of somebody of their own, with one scan that waits. */
let number = 0
const begin = async () => {
  phone.person = `w-manager-${++number}`
  const sender = await senderOf(phone.person)
  await sender.queue.put(kept(number))
  sender.wake()
  await pass(0)
  return sender
}
beforeEach(() => {
  // Each pause as long as it may be: the share of it is drawn.
  jest.spyOn(Math, 'random').mockReturnValue(0.999)
  jest.useFakeTimers({ now })
  storage.clear()
  Object.assign(server, { says: 'offline', asked: [] })
})
afterEach(async () => {
  // Whoever leaves sends no more.
  phone.person = 'nobody'
  await pass(200_000)
  jest.restoreAllMocks()
  jest.useRealTimers()
})
/** The pauses between uploads, in seconds. */
const pauses = () => server.asked.slice(1).map((at, i) => Math.round((at - (server.asked[i] as number)) / 1_000))

test.each(['offline', 'fault', 'sign-in-busy'])('%s: tried again by itself, after 2 s, then twice as long each time, a minute at most', async (code) => {
  server.says = code
  const sender = await begin()
  expect([server.asked, sender.offline()]).toEqual([[0], true])
  await pass(250_000)
  expect(pauses()).toEqual([2, 4, 8, 16, 32, 60, 60, 60])
  server.says = undefined
  await pass(60_000)
  expect([sender.offline(), sender.queue.all().filter(waits)]).toEqual([false, []])
  const tries = server.asked.length
  await pass(200_000)
  expect(server.asked).toHaveLength(tries)
})

test('phones do not come back all at once: a pause is any share of what it may be', async () => {
  jest.spyOn(Math, 'random').mockReturnValue(0.25)
  await begin()
  await pass(8_000)
  expect(server.asked).toEqual([0, 500, 1_500, 3_500, 7_500])
})

test('with the network back they go at once, whatever pause there was, and the pauses begin anew', async () => {
  const sender = await begin()
  await pass(70_000)
  expect(server.asked.at(-1)).toBeLessThan(63_000)
  comeBack()
  await pass(0)
  expect(server.asked.at(-1)).toBe(70_000)
  await pass(2_000)
  expect(pauses().at(-1)).toBe(2)
  server.says = undefined
  comeBack()
  await pass(0)
  expect([server.asked.at(-1), sender.queue.all().filter(waits)]).toEqual([72_000, []])
})

test('a phone that lost its network is not woken by that', async () => {
  await begin()
  phone.back.forEach((then) => void then({ isConnected: false }))
  await pass(0)
  expect(server.asked).toEqual([0])
})

test.each(['not-allowed', 'session-ended', 'event-closed'])('%s: no more by itself, and the page says why', async (code) => {
  server.says = code
  const sender = await begin()
  await pass(300_000)
  expect([server.asked, sender.stopped(eventId), sender.offline()]).toEqual([[0], code, false])
})

test('who signs out sends no more; the next person’s sender is woken, theirs is not', async () => {
  const before = phone.person
  await begin()
  await begin()
  expect(before).not.toBe(phone.person)
  expect([server.asked, phone.back.size]).toEqual([[0, 0], 1])
  phone.person = 'nobody'
  await pass(300_000)
  expect(server.asked).toHaveLength(2)
})
