import type { ScanEntry } from '@shared/model/ledger'
import { toBase64url } from '@shared/pass/base64url'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { eventRoutes } from '../../functions/http/routes/events'
import { foldLedger } from '../../functions/core/fold-ledger'
import { keys } from '../../functions/store/keys'
import { appendEntry, readLedger } from '../../functions/store/ledger'
import { putItem } from '../../functions/store/table'
import { type Me, readMe } from '../../functions/store/people'
import { checkInBy } from '../../functions/use-cases/check-in'
import { apiOf } from '../support/api'
import { at, riverside } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf, type ScanMade } from '../support/scan'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...checkInRoutes, ...scannerRoutes, ...eventRoutes })
}, 60_000)
afterAll(() => context.close())
afterEach(() => context.setNow('2026-06-15T02:00:00Z'))

/** An event of 15 June, 10:00–12:00 in Beijing, which is when the tests' clock begins. */
const publish = async (id: string, more: object = {}, who = 'w-manager'): Promise<string> =>
  (await call(who, 'POST', '/v1/events', riverside(id, more))).body.eventId

const keyOf = (who: string) => Uint8Array.from({ length: 32 }, (_, i) => who.charCodeAt(i % who.length) ^ i)
const signUp = async (who: string, eventId: string): Promise<string> => (await call(who, 'POST', `${at(eventId)}/sign-up`, { id: `sign-up-${who}`, publicKey: publicKeyOf(keyOf(who)) })).body.handle
const passOf = (who: string, eventId: string, handle: string, time: string) => makePass({ eventId, handle, secretKey: keyOf(who), ms: Date.parse(time) })

/** A scan by its label; `scanId` where it is not the one made of what it says. */
type Scan = ScanMade & { label: string; scanId?: string }
const entry = (label: string, deviceTime: string, more: object): Scan => ({ label, direction: 'entry', deviceTime, ...more })
const exit = (label: string, deviceTime: string, more: object): Scan => ({ label, direction: 'exit', deviceTime, ...more })
const made = (eventId: string, { label, ...scan }: Scan) => ({ ...scanOf(eventId, label, scan), ...(scan.scanId && { scanId: scan.scanId }) })
const scannerOf = async (eventId: string, who: string): Promise<string> => (await call(who, 'POST', `${at(eventId)}/scanners`, { id: `scanner-${who}` })).body.scannerId
const nowText = () => new Date(context.now()).toISOString()
const upload = async (eventId: string, scans: Scan[], who = 'w-manager', sentAt = nowText()) =>
  (await call(who, 'POST', `${at(eventId)}/check-ins`, { scanner: await scannerOf(eventId, who), scans: scans.map((scan) => made(eventId, scan)), sentAt })).body
const verdicts = async (...args: Parameters<typeof upload>) => (await upload(...args)).verdicts.map(({ verdict, code }: { verdict: string; code?: string }) => code ?? verdict)
const hoursOf = async (who: string) => foldLedger(await readLedger(context.table, who)).records.map(({ source, status, quantity, startedAt, endedAt }) => ({ source, status, quantity, startedAt, endedAt }))

test('entry and exit by pass become approved minutes, within the event and less its breaks', async () => {
  const eventId = await publish('event-minutes', { breaks: [{ from: '2026-06-15T11:00:00+08:00', to: '2026-06-15T11:15:00+08:00' }] })
  const handle = await signUp('w-student', eventId)
  expect(await verdicts(eventId, [entry('scan-minutes-1', '2026-06-15T01:50:00Z', { code: passOf('w-student', eventId, handle, '2026-06-15T01:50:00Z') })])).toEqual(['accepted'])
  context.setNow('2026-06-15T04:10:00Z')
  expect(await verdicts(eventId, [exit('scan-minutes-2', '2026-06-15T04:05:00Z', { code: passOf('w-student', eventId, handle, '2026-06-15T04:05:00Z') })])).toEqual(['accepted'])
  expect(await hoursOf('w-student')).toEqual([{ source: 'attendance', status: 'approved', quantity: 105, startedAt: '2026-06-15T02:00:00.000Z', endedAt: '2026-06-15T04:00:00.000Z' }])
  expect((await call('w-manager', 'GET', `${at(eventId)}/attendees`)).body.items).toMatchObject([{ personId: 'w-student', signedUp: true, minutes: 105, entryAt: '2026-06-15T01:50:00.000Z', exitAt: '2026-06-15T04:05:00.000Z' }])
})

describe('each scan its own verdict', () => {
  let eventId: string
  let other: string
  let handle: string
  let otherHandle: string
  const now = '2026-06-15T02:00:00Z'
  beforeAll(async () => {
    eventId = await publish('event-verdicts')
    other = await publish('event-verdicts-2')
    handle = await signUp('w-student', eventId)
    otherHandle = await signUp('w-student', other)
  })
  const byPass = (time: string, more: object = {}) => ({ code: makePass({ eventId, handle, secretKey: keyOf('w-student'), ms: Date.parse(time), ...more }) })

  test.each<[string, () => Scan, string]>([
    ['a pass of this moment', () => entry('verdict-01', now, byPass(now)), 'accepted'],
    ['a screenshot 91 s old', () => entry('verdict-02', now, byPass('2026-06-15T01:58:29Z')), 'pass-expired'],
    ['a pass for another event', () => entry('verdict-03', now, byPass(now, { eventId: other })), 'pass-of-another-event'],
    ['a pass signed by another phone', () => entry('verdict-04', now, byPass(now, { secretKey: keyOf('somebody') })), 'pass-invalid'],
    ['a pass with a handle nobody has', () => entry('verdict-05', now, byPass(now, { handle: toBase64url(new Uint8Array(16)) })), 'pass-invalid'],
    ['a handle of another event in a pass for this one', () => entry('verdict-5b', now, { code: makePass({ eventId, handle: otherHandle, secretKey: keyOf('w-student'), ms: Date.parse(now) }) }), 'pass-invalid'],
    ['a code of another system', () => entry('verdict-06', now, { code: 'https://u.wechat.com/EAbcd' }), 'not-a-pass'],
    ['neither a pass nor a person', () => entry('verdict-07', now, {}), 'not-a-pass'],
    ['a scan of long before', () => entry('verdict-08', '2026-06-15T00:59:00Z', byPass('2026-06-15T00:59:00Z')), 'event-has-not-started'],
    ['a clock far ahead', () => entry('verdict-09', '2026-06-15T02:11:00Z', byPass('2026-06-15T02:11:00Z')), 'clock-skew'],
    ['somebody of the list who signed up, and is here already', () => entry('verdict-10', now, { personId: 'w-student' }), 'duplicate'],
    ['an exit before any entry was seen', () => exit('verdict-10b', now, { personId: 'w-student-b02' }), 'no-entry-yet'],
    ['a walk-in of the county', () => entry('verdict-11', now, { personId: 'w-student-s02' }), 'accepted'],
    ['somebody of another county', () => entry('verdict-12', now, { personId: 'q-student' }), 'not-signed-up'],
    ['somebody who is nobody', () => entry('verdict-13', now, { personId: 'w-nobody-at-all' }), 'not-found'],
    ['oneself', () => entry('verdict-14', now, { personId: 'w-manager' }), 'own-record'],
  ])('%s', async (_what, scan, expected) => {
    expect(await verdicts(eventId, [scan()])).toEqual([expected])
  })

  test('a batch of all of them at once: one verdict each, in order', async () => {
    expect(await verdicts(eventId, [entry('verdict-06b', now, { code: 'nothing' }), entry('verdict-20', now, { personId: 'w-classmate' }), entry('verdict-21', now, { personId: 'q-student' })])).toEqual(['not-a-pass', 'accepted', 'not-signed-up'])
  })

  test('who has given the seat back is not admitted by the old pass; what was scanned before they did stands', async () => {
    const gone = await signUp('w-student-b02', eventId)
    await call('w-student-b02', 'DELETE', `${at(eventId)}/sign-up`)
    context.setNow('2026-06-15T02:02:00Z')
    const scanned = (label: string, time: string) => entry(label, time, { code: passOf('w-student-b02', eventId, gone, time) })
    expect(await verdicts(eventId, [scanned('verdict-30', '2026-06-15T02:01:00Z'), scanned('verdict-30b', '2026-06-15T01:59:00Z')])).toEqual(['not-signed-up', 'accepted'])
  })

  test('a manager of another home has no say here', async () => {
    await putPerson(context, 'w-manager-t02', { roles: [{ name: 'home-manager', scope: 'wangcang.t02.home' }] })
    expect((await call('w-manager-t02', 'POST', `${at(eventId)}/check-ins`, { scanner: 'scanner-w-manager', sentAt: now, scans: [made(eventId, entry('verdict-31', now, { personId: 'w-student' }))] })).status).toBe(403)
  })
})

describe('a device’s clock', () => {
  test('five minutes slow is corrected by what it says as it uploads; the skew is stored', async () => {
    const eventId = await publish('event-skew')
    const handle = await signUp('w-classmate', eventId)
    // The member's phone is right; the manager's is 5 min behind, at the scan as at the upload.
    const { verdicts: [verdict] } = await upload(eventId, [entry('scan-skew-01', '2026-06-15T01:54:00Z', { code: passOf('w-classmate', eventId, handle, '2026-06-15T01:59:00Z') })], 'w-manager', '2026-06-15T01:55:00Z')
    expect(verdict).toMatchObject({ verdict: 'accepted', time: '2026-06-15T01:59:00.000Z' })
    expect(await readLedger(context.table, 'w-classmate')).toContainEqual(expect.objectContaining({ verdict: 'accepted', skewMs: 300_000, deviceTime: '2026-06-15T01:54:00.000Z' }))
  })

  test.each([
    ['a screenshot 91 s old, by a clock that is right', '2026-06-15T01:58:29Z', '2026-06-15T02:00:00Z', {}, 'pass-expired'],
    ['a pass of 91 s before, where the clock was set by five minutes since the server was seen', '2026-06-15T01:58:29Z', '2026-06-15T02:00:00Z', { clock: { serverTime: '2026-06-15T01:35:00Z', deviceTime: '2026-06-15T01:30:00Z' } }, 'clock-skew'],
    ['a pass made after the scan that shows it', '2026-06-15T02:00:00Z', '2026-06-15T01:55:00Z', {}, 'clock-skew'],
    ['a clock that nobody sets vouches: five minutes off, and a day', '2026-06-15T02:00:00Z', '2026-06-14T01:55:00Z', { clock: { serverTime: '2026-06-15T01:00:00Z', deviceTime: '2026-06-14T00:55:00Z', elapsedMs: 3_600_000 } }, 'accepted'],
    ['two looks at the server that found the clock off by the same day', '2026-06-15T02:00:00Z', '2026-06-14T02:00:00Z', { sentAt: '2026-06-14T02:00:00Z', clock: { serverTime: '2026-06-15T01:00:00Z', deviceTime: '2026-06-14T01:00:05Z' } }, 'accepted'],
  ])('%s', async (what, passTime, deviceTime, { sentAt, ...more }: { sentAt?: string; clock?: Scan['clock'] }, expected) => {
    const eventId = await publish(`event-clock-${what.length}`)
    const handle = await signUp('w-student-b02', eventId)
    expect(await verdicts(eventId, [entry('scan-clock', deviceTime, { code: passOf('w-student-b02', eventId, handle, passTime), ...more })], 'w-manager', sentAt)).toEqual([expected])
  })

  test('a day off is a conflict, not a silent accept', async () => {
    const eventId = await publish('event-day-off')
    expect(await upload(eventId, [entry('scan-skew-02', '2026-06-14T02:00:00Z', { personId: 'w-student' })], 'w-manager', '2026-06-14T02:00:00Z')).toMatchObject({ verdicts: [{ verdict: 'conflict', code: 'clock-skew' }] })
  })
})

describe('once only', () => {
  const now = '2026-06-15T02:00:00Z'
  test('the same scan again gives the identical answer, even after rules have changed; other content is refused', async () => {
    const eventId = await publish('event-again')
    const scan = entry('again-01', now, { personId: 'w-student' })
    const first = await upload(eventId, [scan])
    context.setNow('2026-06-15T03:00:00Z')
    await call('w-manager', 'POST', `${at(eventId)}/close`, { id: 'close-again' })
    context.setNow('2026-06-16T03:00:00Z')
    expect((await upload(eventId, [scan])).verdicts).toEqual(first.verdicts)
    expect(await verdicts(eventId, [{ ...scan, scanId: made(eventId, scan).scanId, direction: 'exit' }])).toEqual(['id-reused'])
  })

  test('twice in a batch is one scan; twice with other content is refused', async () => {
    const eventId = await publish('event-twice')
    const scan = entry('twice-01', now, { personId: 'w-student' })
    expect(await verdicts(eventId, [scan, scan, { ...scan, scanId: made(eventId, scan).scanId, personId: 'w-classmate' }])).toEqual(['accepted', 'accepted', 'id-reused'])
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees`)).body.items.map(({ personId }: { personId: string }) => personId)).toEqual(['w-student'])
  })

  /** One scan, copied to four devices whose clocks differ by a second each, uploaded by all of them at once. */
  const fourDevices = async (id: string, append: typeof appendEntry<ScanEntry>) => {
    const eventId = await publish(id)
    const gated = checkInBy(together(4, append))
    const scans = [made(eventId, entry('scan-four-01', now, { personId: 'w-student' }))]
    const scanner = await scannerOf(eventId, 'w-manager')
    const actor = (await readMe(context.table, 'w-manager', true)) as Me
    const answers = await Promise.all([0, 1, 2, 3].map((second) => gated(context, { eventId, scanner, scans, sentAt: `2026-06-15T01:59:5${second}Z` } as never, { actor, identity: '' })))
    const held = (await readLedger(context.table, 'w-student')).flatMap((one) => (one.type === 'scan' && one.eventId === eventId ? [one.time] : []))
    return { held, told: answers.map((answer) => ('verdicts' in answer ? answer.verdicts[0]?.time : answer.refused)) }
  }

  test('the same scan uploaded by four devices at once lies in the ledger once, and all four hear the same', async () => {
    const { held, told } = await fourDevices('event-four', appendEntry)
    expect(held).toHaveLength(1)
    expect(told).toEqual([held[0], held[0], held[0], held[0]])
  })

  test('control: without the condition on its key, they are told what the ledger does not hold', async () => {
    const { held, told } = await fourDevices('event-four-control', async (table, personId, scan) => {
      await putItem(table, { ...keys.scan(personId, scan.eventId, scan.scanId), ...scan })
      return { put: true }
    })
    expect(told.every((time) => time === held[0])).toBe(false)
  })
})

describe('closing', () => {
  test('those inside are checked out at the close, once; a repeated close changes nothing', async () => {
    const eventId = await publish('event-close')
    await putPerson(context, 'w-inside', { branch: 'wangcang.s01.b01' })
    await putPerson(context, 'w-left', { branch: 'wangcang.s01.b01' })
    await upload(eventId, [entry('close-01', '2026-06-15T02:00:00Z', { personId: 'w-inside' }), entry('close-02', '2026-06-15T02:00:00Z', { personId: 'w-left' })])
    context.setNow('2026-06-15T03:00:00Z')
    await upload(eventId, [exit('close-03', '2026-06-15T02:30:00Z', { personId: 'w-left' })])
    const close = (body: object) => call('w-manager', 'POST', `${at(eventId)}/close`, body)
    expect((await close({ id: 'close-0001', checkOutAll: true })).body).toMatchObject({ state: 'closed', checkedOut: 1 })
    context.setNow('2026-06-15T04:00:00Z')
    expect((await close({ id: 'close-0001', checkOutAll: true })).body.checkedOut).toBe(1)
    expect((await close({ id: 'close-0001', checkOutAll: false })).body.code).toBe('id-reused')
    expect((await close({ id: 'close-0002', checkOutAll: true })).body).toMatchObject({ state: 'closed', checkedOut: 1 })
    expect((await hoursOf('w-inside')).map(({ quantity }) => quantity)).toEqual([60])
    expect((await hoursOf('w-left')).map(({ quantity }) => quantity)).toEqual([30])
  })

  test('scanned before the close and uploaded after it counts; scanned after it does not', async () => {
    const eventId = await publish('event-late')
    await putPerson(context, 'w-late', { branch: 'wangcang.s01.b01' })
    context.setNow('2026-06-15T03:30:00Z')
    await call('w-manager', 'POST', `${at(eventId)}/close`, { id: 'close-late-1', checkOutAll: true })
    context.setNow('2026-06-15T09:00:00Z')
    expect(await verdicts(eventId, [entry('scan-late-01', '2026-06-15T02:00:00Z', { personId: 'w-late' }), exit('scan-late-02', '2026-06-15T03:20:00Z', { personId: 'w-late' }), entry('scan-late-03', '2026-06-15T03:31:00Z', { personId: 'w-student' })], 'w-manager', '2026-06-15T09:00:00Z')).toEqual(['accepted', 'accepted', 'event-closed'])
    expect((await hoursOf('w-late')).map(({ quantity }) => quantity)).toEqual([80])
  })

  test('a missing exit gives the declared minimum, never the whole', async () => {
    for (const [id, minimumMinutes] of [['event-min-none', 0], ['event-min-30', 30]] as const) {
      const eventId = await publish(id, { minimumMinutes })
      await putPerson(context, `w-${id}`, { branch: 'wangcang.s01.b01' })
      await upload(eventId, [entry(`scan-${id}`, '2026-06-15T02:00:00Z', { personId: `w-${id}` })])
      expect((await hoursOf(`w-${id}`)).map(({ quantity }) => quantity)).toEqual(minimumMinutes ? [30] : [])
    }
  })
})

test('verified attendance meets hours of a class roll: what both cover is the attendance’s, and no minute counts twice', async () => {
  await putPerson(context, 'w-meets', { branch: 'wangcang.s01.b01' })
  const eventId = await publish('event-meets')
  await appendEntry(context.table, 'w-meets', { type: 'record', recordId: 'granted-1', source: 'granted', yields: true, category: 'volunteering', startedAt: '2026-06-15T02:30:00.000Z', endedAt: '2026-06-15T03:30:00.000Z', quantity: 60, title: '值日', photoIds: [], at: '2026-06-15T03:30:00.000Z', by: 'w-secretary' })
  context.setNow('2026-06-15T03:10:00Z')
  expect(await verdicts(eventId, [entry('scan-meets-1', '2026-06-15T02:00:00Z', { personId: 'w-meets' }), exit('scan-meets-2', '2026-06-15T03:00:00Z', { personId: 'w-meets' })])).toEqual(['accepted', 'accepted'])
  const hours = await hoursOf('w-meets')
  expect(hours.map(({ source, status, quantity }) => [source, status, quantity])).toEqual([['attendance', 'approved', 60], ['granted', 'approved', 30]])
  // From 10:00 to 11:30.
  expect(hours.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(90)
})
