import { jest } from '@jest/globals'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import type { KeptScan, Verdict } from '@/packages/staff/parts/scan-queue'

/** The door: what the phone knows of its network, and when the server's verdict comes. */
const door = { mayBeOnline: true, offline: false, verdictAfter: undefined as number | undefined, verdict: 'rejected' as Verdict['verdict'] }
const felt: [string, number][] = []
const now = Date.parse('2026-06-15T02:00:00Z')
const eventId = 'wangcang.t01.home~event-wait-1'

const kept = new Map<string, KeptScan>()
const listeners = new Set<() => void>()
const queue = {
  all: () => [...kept.values()],
  get: (_event: string, scanId: string) => kept.get(scanId),
  put: async (one: KeptScan) => {
    kept.set(one.scan.scanId, one)
    listeners.forEach((then) => void then())
    return true
  },
  listen: (then: () => void) => {
    listeners.add(then)
    return () => void listeners.delete(then)
  },
}
const wake = () => {
  const after = door.verdictAfter
  if (after !== undefined) setTimeout(() => void queue.all().forEach((one) => void queue.put({ ...one, verdict: { scanId: one.scan.scanId, verdict: door.verdict } })), after)
}
const sender = { queue, wake, offline: () => door.offline }
jest.unstable_mockModule('@/packages/staff/parts/scan-sender', () => ({ senderOf: async () => sender }))
jest.unstable_mockModule('@/packages/staff/parts/use-sender', () => ({ useSender: () => sender }))
jest.unstable_mockModule('@/packages/staff/parts/use-held', () => ({ useHeld: () => ({ held: undefined, trouble: undefined, refresh: async () => {} }) }))
jest.unstable_mockModule('@/packages/staff/check-in/use-attendees', () => ({ useAttendees: () => ({ items: [], complete: true, refresh: async () => {} }) }))
jest.unstable_mockModule('@/features/check-in/scan-clock', () => ({ scanClock: () => ({}) }))
jest.unstable_mockModule('@/api/server-clock', () => ({ serverNow: () => Date.now(), clockEvidence: () => undefined }))
jest.unstable_mockModule('@/api/session', () => ({ currentPerson: () => ({ personId: 'w-manager' }) }))
jest.unstable_mockModule('@/platform/network', () => ({ mayBeOnline: async () => door.mayBeOnline, onNetworkBack: () => () => {} }))
jest.unstable_mockModule('@/platform/random', () => ({ randomBytes: async (length: number) => new Uint8Array(length) }))
jest.unstable_mockModule('@/platform/signal', () => ({ signal: (kind: string) => void felt.push([kind, Date.now() - now]) }))
jest.unstable_mockModule('@/platform/storage', () => ({ kept: () => undefined, keep: () => {} }))
const { useCheckIn } = await import('@/packages/staff/check-in/use-check-in')

/** Somebody of the list is checked in. Gives when the hand felt what, and whether the scan was on the phone from the first. */
const checkIn = async () => {
  let check: ReturnType<typeof useCheckIn>['check'] | undefined
  renderToString(createElement(() => {
    check = useCheckIn(eventId, undefined).check
    return null
  }))
  const done = check?.({ personId: 'w-student', name: '王小花' }, 'entry')
  await jest.advanceTimersByTimeAsync(0)
  expect(kept.size).toBe(1)
  await jest.advanceTimersByTimeAsync(10_000)
  await done
  expect(listeners.size).toBe(0)
  return felt
}
beforeEach(() => {
  jest.useFakeTimers({ now })
  kept.clear()
  felt.length = 0
  Object.assign(door, { mayBeOnline: true, offline: false, verdictAfter: undefined })
})
afterEach(() => void jest.useRealTimers())

test('a verdict that comes in time is the one that is felt, as soon as it is there', async () => {
  door.verdictAfter = 1_400
  expect(await checkIn()).toEqual([['bad', 1_400]])
})

test.each([['comes later', 1_600], ['never comes', undefined]])('one that %s: after a second and a half the phone’s own, once', async (_what, after) => {
  door.verdictAfter = after
  expect(await checkIn()).toEqual([['good', 1_500]])
})

test.each([['the phone has no network', { mayBeOnline: false }], ['the last upload met none', { offline: true }]])('where %s nobody waits', async (_what, how) => {
  Object.assign(door, how)
  expect(await checkIn()).toEqual([['good', 0]])
})
