import { jest } from '@jest/globals'

const phone = { person: 'w-manager' }
const sealed = new Map<string, unknown>()
const asked: string[] = []
jest.unstable_mockModule('@/api/session', () => ({ currentPerson: () => ({ personId: phone.person }) }))
jest.unstable_mockModule('@/platform/sealed-store', () => ({
  seal: async (key: string, value: unknown) => sealed.set(key, value) !== undefined,
  unseal: async (key: string) => sealed.get(key),
  unsealAll: async (prefix: string) => [...sealed].filter(([key]) => key.startsWith(prefix)),
  breakSeal: async (keys: string[]) => keys.forEach((key) => void sealed.delete(key)),
}))
// Gives the manager a list of two pages; whoever signs in meanwhile has nothing to do with the event.
const server = { meanwhile: () => {} }
jest.unstable_mockModule('@/api/call', () => ({
  call: async (_name: string, { cursor }: { cursor?: string }) => {
    asked.push(phone.person)
    if (phone.person !== 'w-manager') return { ok: false, trouble: { code: 'not-allowed', errors: [], detail: {} } }
    server.meanwhile()
    return { ok: true, value: { items: [{ personId: `p-${cursor ?? 0}`, name: '队员', state: 'signed-up', publicKeys: [] }], expiresAt: '2026-06-15T05:00:00Z', ...(cursor === undefined && { next: '1' }) } }
  },
}))
const { readHeld, refreshHeld } = await import('@/packages/staff/parts/held-people')

test('somebody else who signs in between two pages of an event’s people asks for none of them, and the list that was held stays', async () => {
  const read = async () => (await readHeld('w-manager', 'e-1', Date.parse('2026-06-15T02:00:00Z')))?.people.map(({ personId }) => personId)
  await refreshHeld('w-manager', 'e-1', 'scanner-0001')
  expect(await read()).toEqual(['p-0', 'p-1'])
  server.meanwhile = () => void (phone.person = 'w-second')
  expect(await refreshHeld('w-manager', 'e-1', 'scanner-0001')).toBe('not-signed-in')
  expect([asked, await read()]).toEqual([['w-manager', 'w-manager', 'w-manager'], ['p-0', 'p-1']])
})
