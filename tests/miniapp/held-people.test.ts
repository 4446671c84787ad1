import { jest } from '@jest/globals'
import type { PassKey } from '@shared/contract/scanners'

/** A phone's storage, and whoever is signed in on it. */
const storage = new Map<string, string>()
const phone = { person: 'w-manager' }
jest.unstable_mockModule('@tarojs/taro', () => ({
  default: {
    setStorage: async ({ key, data }: { key: string; data: string }) => void storage.set(key, data),
    getStorage: async ({ key }: { key: string }) => {
      if (!storage.has(key)) throw new Error('data not found')
      return { data: storage.get(key) }
    },
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  },
}))
jest.unstable_mockModule('@/api/session', () => ({ currentPerson: () => ({ personId: phone.person }) }))

const now = Date.parse('2026-06-15T02:00:00Z')
const anHour = 3_600_000
const eventId = 'wangcang.t01.home~event-held-1'
const people: PassKey[] = Array.from({ length: 5 }, (_, i) => ({ personId: `p-${i}`, name: `队员${i}`, state: 'signed-up', handle: `handle-${i}`, publicKeys: [`key-${i}`] }))

/** The server: pages of two people, or what it says instead; `meanwhile` is what happens while a page is on its way. */
const server = { says: undefined as string | undefined, fromPage: 0, expiresAt: now + anHour, people, meanwhile: () => {} }
jest.unstable_mockModule('@/api/call', () => ({
  call: async (_name: string, { cursor = '0' }: { cursor?: string }) => {
    server.meanwhile()
    const at = Number(cursor)
    if (server.says !== undefined && at >= server.fromPage) return { ok: false, trouble: { code: server.says, errors: [], detail: {} } }
    const items = server.people.slice(at, at + 2)
    return { ok: true, value: { items, serverTime: new Date(now).toISOString(), expiresAt: new Date(server.expiresAt).toISOString(), ...(at + 2 < server.people.length && { next: String(at + 2) }) } }
  },
}))
const { forgetOver, readHeld, refreshHeld } = await import('@/packages/staff/parts/held-people')

const refresh = (event = eventId) => refreshHeld('w-manager', event, 'scanner-0001')
const read = (at = now, event = eventId) => readHeld('w-manager', event, at)
const names = async (at = now, event = eventId) => (await read(at, event))?.people.map(({ name }) => name)
const all = people.map(({ name }) => name)

beforeEach(() => {
  storage.clear()
  phone.person = 'w-manager'
  Object.assign(server, { says: undefined, fromPage: 0, expiresAt: now + anHour, people, meanwhile: () => {} })
})

test('everybody of every page is held until the list’s time is over, then read by nobody, then gone', async () => {
  expect(await refresh()).toMatchObject({ people, expiresAt: server.expiresAt })
  expect(await read(server.expiresAt)).toMatchObject({ people, expiresAt: server.expiresAt })
  // Not read any more before it is deleted: the phone may have slept.
  expect([await read(server.expiresAt + 1), storage.size]).toEqual([undefined, 3])
  await forgetOver(server.expiresAt)
  expect(await names()).toEqual(all)
  await forgetOver(server.expiresAt + 1)
  expect([await read(), storage.size]).toEqual([undefined, 0])
})

test('only what is over is forgotten, of whichever event', async () => {
  await refresh()
  server.expiresAt = now + 2 * anHour
  await refresh(`${eventId}2`)
  await forgetOver(now + anHour + 1)
  expect([await names(), await names(now, `${eventId}2`)]).toEqual([undefined, all])
})

test.each(['scanner-cut-off', 'event-closed', 'event-in-the-past', 'not-allowed', 'not-found'])('%s: the phone forgets the event’s people at once, and no other’s', async (code) => {
  await refresh()
  await refresh(`${eventId}2`)
  server.says = code
  expect(await refresh()).toBe(code)
  expect([await names(), await names(now, `${eventId}2`)]).toEqual([undefined, all])
  expect([...storage.keys()].filter((key) => key.includes(`${eventId}:`))).toEqual([])
})

test.each(['offline', 'fault', 'session-ended', 'scanner-unknown'])('%s: the list of before stays, whichever page it was', async (code) => {
  await refresh()
  for (const fromPage of [0, 2]) {
    Object.assign(server, { says: code, fromPage, people: people.slice(1) })
    expect([await refresh(), await names()]).toEqual([code, all])
  }
})

test('who signed out, or became somebody else, while it was fetched leaves nothing behind', async () => {
  server.meanwhile = () => { phone.person = 'w-somebody' }
  expect(await refresh()).toBe('not-signed-in')
  expect(storage.size).toBe(0)
})

test('a list that became shorter holds nobody of the longer one', async () => {
  await refresh()
  server.people = people.slice(0, 2)
  await refresh()
  expect(await names()).toEqual(all.slice(0, 2))
})
