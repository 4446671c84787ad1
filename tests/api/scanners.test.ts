import { createHash } from 'node:crypto'
import type { ScannerPhone } from '@shared/model/event'
import { fromBase64url, toBase64url } from '@shared/pass/base64url'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { eventRoutes } from '../../functions/http/routes/events'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { keys } from '../../functions/store/keys'
import { type Me, readMe } from '../../functions/store/people'
import { stopScanner } from '../../functions/store/scans'
import { getItem, putItem } from '../../functions/store/table'
import { cutOffScannerBy } from '../../functions/use-cases/cut-off-scanner'
import { apiOf, type Reply } from '../support/api'
import { at, riverside } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf } from '../support/scan'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
let n = 0
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...checkInRoutes, ...scannerRoutes, ...eventRoutes })
  await putPerson(context, 'w-manager-two', { name: '另一位负责人', roles: [{ name: 'home-manager', scope: 'wangcang.t01.home' }] })
  await putPerson(context, 'w-manager-t02', { roles: [{ name: 'home-manager', scope: 'wangcang.t02.home' }] })
}, 60_000)
afterAll(() => context.close())
beforeEach(() => context.setNow('2026-06-15T01:00:00Z'))

const publish = async (): Promise<string> =>
  (await call('w-manager', 'POST', '/v1/events', riverside(`event-scan-${n++}`))).body.eventId
const secretOf = (who: string) => createHash('sha256').update(`only the phone of ${who} has this`).digest()
const signUp = async (eventId: string, who: string): Promise<string> => (await call(who, 'POST', `${at(eventId)}/sign-up`, { id: `sign-up-${who}`, publicKey: publicKeyOf(secretOf(who)) })).body.handle
const register = (eventId: string, id: string, who = 'w-manager') => call(who, 'POST', `${at(eventId)}/scanners`, { id })
const passKeys = (eventId: string, scanner: string, who = 'w-manager', cursor?: string) => call(who, 'GET', `${at(eventId)}/pass-keys?scanner=${scanner}${cursor ? `&cursor=${cursor}` : ''}`)
const cutOff = (eventId: string, scanner: string, who = 'w-manager') => call(who, 'POST', `${at(eventId)}/scanners/${scanner}/cut-off`, { id: 'cut-off-0001' })
const verdicts = async (eventId: string, scanner: string, sentAt: string, scans: object[]): Promise<string[]> =>
  (await call('w-manager', 'POST', `${at(eventId)}/check-ins`, { scanner, sentAt, scans })).body.verdicts.map(({ verdict, code }: { verdict: string; code?: string }) => code ?? verdict)
const codeOf = ({ status, body }: Reply) => body.code ?? status

test('a registered phone is given the event’s handles, names and public keys, until an hour after the end, and of nobody else’s event', async () => {
  const [eventId, other] = [await publish(), await publish()]
  const handle = await signUp(eventId, 'w-student')
  await signUp(other, 'w-classmate')
  await register(eventId, 'scanner-0001')
  const { status, body } = await passKeys(eventId, 'scanner-0001')
  expect([status, body]).toEqual([200, {
    items: [{ personId: 'w-student', name: 'w-student', branchName: '第一中学初三（1）班团支部', state: 'signed-up', handle, publicKeys: [publicKeyOf(secretOf('w-student'))] }],
    serverTime: '2026-06-15T01:00:00.000Z', expiresAt: '2026-06-15T05:00:00.000Z',
  }])
})

test('of a member with a new phone the keys of both, the new one first, for a pass of the old one was good when it was made', async () => {
  const eventId = await publish()
  await signUp(eventId, 'w-student')
  await call('w-student', 'POST', `${at(eventId)}/sign-up`, { id: 'sign-up-new-phone', publicKey: publicKeyOf(secretOf('a new phone')) })
  await register(eventId, 'scanner-keys')
  expect((await passKeys(eventId, 'scanner-keys')).body.items).toMatchObject([{ personId: 'w-student', publicKeys: [publicKeyOf(secretOf('a new phone')), publicKeyOf(secretOf('w-student'))] }])
})

test('who is given nothing: a phone that is not registered, or somebody else’s, or cut off; whoever does not manage the event; anybody once it is over or closed', async () => {
  const eventId = await publish()
  await register(eventId, 'scanner-0002')
  expect(codeOf(await passKeys(eventId, 'scanner-none'))).toBe('scanner-unknown')
  expect(codeOf(await passKeys(eventId, 'scanner-0002', 'w-manager-two'))).toBe('scanner-unknown')
  expect(codeOf(await passKeys(eventId, 'scanner-0002', 'w-manager-t02'))).toBe('not-allowed')
  expect(codeOf(await passKeys(eventId, 'scanner-0002', 'w-student'))).toBe('not-allowed')
  context.setNow('2026-06-15T05:00:00Z')
  expect(codeOf(await passKeys(eventId, 'scanner-0002'))).toBe(200)
  context.setNow('2026-06-15T05:00:00.001Z')
  expect(codeOf(await passKeys(eventId, 'scanner-0002'))).toBe('event-in-the-past')
  context.setNow('2026-06-15T03:00:00Z')
  await cutOff(eventId, 'scanner-0002')
  expect(codeOf(await passKeys(eventId, 'scanner-0002'))).toBe('scanner-cut-off')
  await register(eventId, 'scanner-0003')
  await call('w-manager', 'POST', `${at(eventId)}/close`, { id: 'close-scan-1' })
  expect(codeOf(await passKeys(eventId, 'scanner-0003'))).toBe('event-closed')
})

test('more than one page: everybody once', async () => {
  const eventId = await publish()
  const names = Array.from({ length: 203 }, (_, i) => `w-many-${String(i).padStart(3, '0')}`)
  for (let from = 0; from < names.length; from += 29) {
    await Promise.all(names.slice(from, from + 29).map((name) => putPerson(context, name, { branch: 'wangcang.s01.b01' })))
    await Promise.all(names.slice(from, from + 29).map((name) => signUp(eventId, name)))
  }
  await register(eventId, 'scanner-0004')
  const first = await passKeys(eventId, 'scanner-0004')
  const second = await passKeys(eventId, 'scanner-0004', 'w-manager', first.body.next)
  const found = [...first.body.items, ...second.body.items]
  expect([first.body.items.length, second.body.next, found.map(({ personId }: { personId: string }) => personId).sort()]).toEqual([200, undefined, names])
  expect(found.every(({ publicKeys }: { publicKeys: string[] }) => publicKeys.length === 1)).toBe(true)
}, 60_000)

test('any manager of the event sees its phones and cuts one off; twice is once', async () => {
  const eventId = await publish()
  await register(eventId, 'scanner-0005')
  await register(eventId, 'scanner-0006', 'w-manager-two')
  expect((await call('w-township', 'GET', `${at(eventId)}/scanners`)).body.items).toEqual([
    { scannerId: 'scanner-0005', personId: 'w-manager', name: 'w-manager', at: '2026-06-15T01:00:00.000Z', expiresAt: '2026-06-15T05:00:00.000Z' },
    { scannerId: 'scanner-0006', personId: 'w-manager-two', name: '另一位负责人', at: '2026-06-15T01:00:00.000Z', expiresAt: '2026-06-15T05:00:00.000Z' },
  ])
  expect(codeOf(await cutOff(eventId, 'scanner-0006', 'w-manager-t02'))).toBe('not-allowed')
  expect(codeOf(await cutOff(eventId, 'scanner-none'))).toBe('not-found')
  const first = await cutOff(eventId, 'scanner-0006', 'w-township')
  context.setNow('2026-06-15T01:30:00Z')
  const again = await cutOff(eventId, 'scanner-0006', 'w-county')
  expect([first, again].map(({ body }) => body.cutOff)).toEqual(Array(2).fill({ at: '2026-06-15T01:00:00.000Z' }))
  // The phone under its old id is the same phone, and stays cut off.
  expect((await register(eventId, 'scanner-0006', 'w-manager-two')).body.cutOff).toEqual({ at: '2026-06-15T01:00:00.000Z' })
})

describe('two cut a phone off at once, by clocks a minute apart', () => {
  /** What each was told, and what the phone is told since. */
  const race = async (scanner: string, stop: typeof stopScanner) => {
    const eventId = await publish()
    await register(eventId, scanner)
    const gated = cutOffScannerBy(together(2, stop))
    const by = async (who: string, now: string) => {
      const answer = await gated({ ...context, now: () => Date.parse(now) }, { eventId, scannerId: scanner, id: `cut-off-${who}` } as never, { actor: (await readMe(context.table, who, true)) as Me, identity: '' })
      return 'refused' in answer ? answer.refused : answer.cutOff?.at
    }
    const told = await Promise.all([by('w-manager', '2026-06-15T01:00:00Z'), by('w-township', '2026-06-15T01:01:00Z')])
    return { told, since: (await register(eventId, scanner)).body.cutOff.at as string }
  }

  test('one time holds, and both are told it', async () => {
    const { told, since } = await race('scanner-race-1', stopScanner)
    expect(told).toEqual([since, since])
  })

  test('control: without the condition each is told a time of their own', async () => {
    const { told } = await race('scanner-race-2', async (table, eventId, scannerId, cutOff) => {
      const held = (await getItem<ScannerPhone>(table, keys.scanner(eventId, scannerId), true)) as ScannerPhone
      await putItem(table, { ...keys.scanner(eventId, scannerId), ...held, cutOff })
      return { ...held, cutOff }
    })
    expect(told).toEqual(['2026-06-15T01:00:00.000Z', '2026-06-15T01:01:00.000Z'])
  })
})

test('a phone that was cut off: what it scanned before counts, what it scanned since is for a manager, whatever time it states', async () => {
  const eventId = await publish()
  const handle = await signUp(eventId, 'w-student')
  await register(eventId, 'scanner-lost')
  context.setNow('2026-06-15T02:30:00Z')
  await cutOff(eventId, 'scanner-lost')
  context.setNow('2026-06-15T03:00:00Z')
  const shown = (deviceTime: string) => scanOf(eventId, `shown ${deviceTime}`, { direction: 'entry', deviceTime, code: makePass({ eventId, handle, secretKey: secretOf('w-student'), ms: Date.parse(deviceTime) }) })
  const listed = (label: string, deviceTime: string, more: object = {}) => scanOf(eventId, label, { direction: 'entry', deviceTime, personId: 'w-classmate', ...more })
  expect(await verdicts(eventId, 'scanner-lost', '2026-06-15T03:00:00Z', [
    shown('2026-06-15T02:29:59Z'), shown('2026-06-15T02:30:01Z'), listed('stated', '2026-06-15T02:40:00Z', { statedTime: '2026-06-15T02:10:00Z' }), listed('in time', '2026-06-15T02:29:00Z'),
  ])).toEqual(['accepted', 'scanner-cut-off', 'scanner-cut-off', 'accepted'])
})

/** Every text anywhere in an answer. */
const textsOf = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [])

test('nothing that the phone holds, nor what its manager’s session can read, makes a pass that is taken; the member’s own key does', async () => {
  const eventId = await publish()
  const handle = await signUp(eventId, 'w-student')
  await signUp(eventId, 'w-classmate')
  await register(eventId, 'scanner-0007')
  context.setNow('2026-06-15T02:10:00Z')
  const shown = passOf(handle, secretOf('w-classmate'))
  const reads = await Promise.all([passKeys(eventId, 'scanner-0007'), ...['/attendees', '/scanners', ''].map((path) => call('w-manager', 'GET', `${at(eventId)}${path}`))])
  expect(reads.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  const texts = [...new Set([...reads.flatMap(({ body }) => textsOf(body)), 'scanner-0007'])]
  const secrets = texts.flatMap((text) => {
    const raw = fromBase64url(text)
    const hashed = createHash('sha256').update(text).digest()
    return [hashed, ...(raw?.length === 32 ? [raw] : []), ...(raw?.length === 16 ? [Buffer.concat([raw, raw])] : [])]
  })
  expect(secrets.length).toBeGreaterThan(20)
  const forged = [shown, ...secrets.map((secret) => passOf(handle, secret))]
  function passOf(whose: string, secretKey: Uint8Array) {
    return makePass({ eventId, handle: whose, secretKey, ms: context.now() })
  }
  const deviceTime = '2026-06-15T02:10:00Z'
  const scans = forged.map((code, i) => scanOf(eventId, `forged ${i}`, { direction: 'entry', deviceTime, code }))
  const genuine = scanOf(eventId, 'genuine', { direction: 'entry', deviceTime, code: passOf(handle, secretOf('w-student')) })
  const all = [...scans, genuine]
  const told: string[] = []
  for (let from = 0; from < all.length; from += 100) told.push(...(await verdicts(eventId, 'scanner-0007', deviceTime, all.slice(from, from + 100))))
  expect(told).toEqual([...scans.map(() => 'pass-invalid'), 'accepted'])
  // Nor can the session give itself a key for the member's handle: signing up is everybody's own, and gives a handle of one's own.
  const own = await call('w-manager', 'POST', `${at(eventId)}/sign-up`, { id: 'sign-up-forged', publicKey: toBase64url(new Uint8Array(32)) })
  expect(codeOf(own)).toBe('not-allowed')
})
