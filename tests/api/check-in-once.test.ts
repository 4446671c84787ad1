import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { appOf } from '../../functions/http/app'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { eventRoutes } from '../../functions/http/routes/events'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { keys } from '../../functions/store/keys'
import { readLedger } from '../../functions/store/ledger'
import { deleteItem, getItems, queryAll } from '../../functions/store/table'
import { logRead } from '../../functions/use-cases/log-read'
import { issueToken } from '../../functions/use-cases/session-token'
import { apiOf, request } from '../support/api'
import { at } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf, type ScanMade } from '../support/scan'
import { type Phone, phoneOf } from '../support/signed-pass'

let context: TestContext
let call: ReturnType<typeof apiOf>
const routes = { ...checkInRoutes, ...scannerRoutes, ...eventRoutes }
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, routes)
  for (let i = 0; i < 100; i++) await putPerson(context, `w-many-${i}`, { branch: 'wangcang.s01.b01' })
}, 60_000)
afterAll(() => context.close())
const start = '2026-06-15T02:00:00Z'
afterEach(() => context.setNow(start))

/** An event of 15 June, 10:00–12:00 in Beijing, when the tests' clock begins, and a manager's phone that scans there. */
const publish = async (id: string, more: object = {}, who = 'w-manager'): Promise<string> => {
  const { eventId } = (await call(who, 'POST', '/v1/events', { id, org: 'wangcang.t01.home', title: '清洁河岸', category: 'volunteering', startsAt: start, endsAt: '2026-06-15T04:00:00Z', place: '东河岸', ...more })).body
  await call(who, 'POST', `${at(eventId)}/scanners`, { id: 'scanner-0001' })
  return eventId
}
const signUp = async (who: string, eventId: string, phone: Phone, id = `sign-up-${who}`): Promise<string> => (await call(who, 'POST', `${at(eventId)}/sign-up`, { id, publicKey: phone.publicKey })).body.handle
type Made = ScanMade & { scanId: string }
const upload = (eventId: string, scans: Made[], sentAt = new Date(context.now()).toISOString(), who = 'w-manager') => call(who, 'POST', `${at(eventId)}/check-ins`, { scanner: 'scanner-0001', sentAt, scans })
const told = async (...args: Parameters<typeof upload>): Promise<string[]> => (await upload(...args)).body.verdicts.map(({ verdict, code }: { verdict: string; code?: string }) => code ?? verdict)
const entryOf = (eventId: string, label: string, personId: string, more: object = {}): Made => scanOf(eventId, label, { direction: 'entry', deviceTime: start, personId, ...more })
const scansOf = async (who: string, eventId: string) => (await readLedger(context.table, who)).filter((entry) => entry.type === 'scan' && entry.eventId === eventId)

describe('an id with other content is refused before any rule (spec/check-in.md, 3)', () => {
  const changes: [string, object][] = [
    ['person', { personId: 'w-classmate' }], ['direction', { direction: 'exit' }], ['time', { deviceTime: '2026-06-15T02:00:01Z' }], ['code', { personId: undefined, code: 'https://u.wechat.com/abc' }],
    ['name', { personId: undefined, name: '同学' }], ['stated time', { statedTime: start }],
  ]
  test.each(changes)('another %s: in the same batch, in a later one, after the close, and long after', async (what, change) => {
    const eventId = await publish(`event-other-${changes.findIndex(([one]) => one === what)}`)
    const scan = entryOf(eventId, `other ${what}`, 'w-student')
    const other = { ...scan, ...change } as Made
    expect(await told(eventId, [scan, other])).toEqual(['accepted', 'id-reused'])
    expect(await told(eventId, [other])).toEqual(['id-reused'])
    await call('w-manager', 'POST', `${at(eventId)}/close`, { id: `close-other-1` })
    context.setNow('2026-07-20T02:00:00Z')
    expect(await told(eventId, [other, scan])).toEqual(['id-reused', 'accepted'])
    expect(await scansOf('w-student', eventId)).toHaveLength(1)
    expect(await scansOf('w-classmate', eventId)).toHaveLength(0)
  })

  test('at another event', async () => {
    const [one, other] = [await publish('event-this-one'), await publish('event-the-other')]
    const scan = entryOf(one, 'of one event', 'w-student')
    expect(await told(other, [scan])).toEqual(['id-reused'])
    expect(await told(one, [scan])).toEqual(['accepted'])
    expect(await scansOf('w-student', other)).toHaveLength(0)
  })
})

describe('what was said once is said for ever, whatever changed since', () => {
  test('refused for a phone that was not registered, and then it was', async () => {
    const eventId = await publish('event-new-phone')
    const [old, fresh] = [phoneOf('an old phone'), phoneOf('a phone bought today')]
    const handle = await signUp('w-student', eventId, old)
    const scan = scanOf(eventId, 'too early', { direction: 'entry', deviceTime: start, code: fresh.passAt(eventId, handle, Date.parse(start)) })
    const first = await upload(eventId, [scan])
    expect(first.body.verdicts).toMatchObject([{ verdict: 'rejected', code: 'pass-invalid' }])
    context.setNow('2026-06-15T02:01:00Z')
    await signUp('w-student', eventId, fresh, 'sign-up-fresh')
    context.setNow('2026-06-15T09:00:00Z')
    expect((await upload(eventId, [scan])).body.verdicts).toEqual(first.body.verdicts)
  })

  test('a conflict stays one, with the time it had, by whatever clock it is sent again and though the event is closed', async () => {
    const eventId = await publish('event-still-one')
    const scan = entryOf(eventId, 'a day off', 'w-student', { deviceTime: '2026-06-14T02:00:00Z' })
    const first = await upload(eventId, [scan], '2026-06-14T02:00:00Z')
    expect(first.body.verdicts).toMatchObject([{ verdict: 'conflict', code: 'clock-skew', time: '2026-06-15T02:00:00.000Z' }])
    await call('w-manager', 'POST', `${at(eventId)}/close`, { id: 'close-still-1' })
    context.setNow('2026-06-16T02:00:00Z')
    expect((await upload(eventId, [scan], '2026-06-16T01:00:00Z')).body.verdicts).toEqual(first.body.verdicts)
  })

  test('shown by the phone that the member had then and uploaded when they have another: taken; shown by the old one afterwards: not', async () => {
    const eventId = await publish('event-old-phone')
    const [old, fresh] = [phoneOf('an old phone'), phoneOf('a phone bought today')]
    const handle = await signUp('w-classmate', eventId, old)
    const shown = (time: string) => scanOf(eventId, `shown ${time}`, { direction: 'entry', deviceTime: time, code: old.passAt(eventId, handle, Date.parse(time)) })
    context.setNow('2026-06-15T02:10:00Z')
    await signUp('w-classmate', eventId, fresh, 'sign-up-fresh')
    context.setNow('2026-06-15T02:30:00Z')
    expect(await told(eventId, [shown('2026-06-15T02:05:00Z'), shown('2026-06-15T02:20:00Z')])).toEqual(['accepted', 'pass-invalid'])
  })
})

describe('what was scanned while a seat was held stands, whatever became of the seat since', () => {
  const phone = phoneOf('a phone of the bank')
  /** A seat that w-student-s02 held until 10:05 and somebody else has since; `again`: they are in line for another. */
  const gaveBack = async (id: string, again: boolean, more: object, who: string) => {
    const eventId = await publish(id, { capacity: 1, ...more }, who)
    const handle = await signUp('w-student-s02', eventId, phone)
    context.setNow('2026-06-15T02:05:00Z')
    await call('w-student-s02', 'DELETE', `${at(eventId)}/sign-up`)
    await signUp('w-classmate', eventId, phoneOf('another phone'))
    context.setNow('2026-06-15T02:06:00Z')
    if (again) await signUp('w-student-s02', eventId, phone, 'sign-up-again')
    context.setNow('2026-06-15T02:30:00Z')
    return { eventId, handle }
  }

  test.each([[true, 'on-waitlist'], [false, 'not-signed-up']])('by pass, in line again: %s; scanned afterwards: %s', async (again, since) => {
    const { eventId, handle } = await gaveBack(`event-gave-back-${since}`, again, {}, 'w-manager')
    const shown = (time: string) => scanOf(eventId, `shown ${time}`, { direction: 'entry', deviceTime: time, code: phone.passAt(eventId, handle, Date.parse(time)) })
    expect(await told(eventId, [shown('2026-06-15T02:04:59Z'), shown('2026-06-15T02:05:01Z')])).toEqual(['accepted', since])
  })

  test.each([true, false])('by the list of a school that is not theirs, in line again: %s; and they are no walk-in for it', async (again) => {
    const eventId = (await gaveBack(`event-listed-${again}`, again, { org: 'wangcang.s01' }, 'w-school')).eventId
    const listed = (time: string) => scanOf(eventId, `listed ${time}`, { direction: 'entry', deviceTime: time, personId: 'w-student-s02' })
    // In any order: the one that counts does not let the other in.
    for (const [time, expected] of [['2026-06-15T02:04:59Z', 'accepted'], ['2026-06-15T02:05:01Z', 'not-signed-up']] as const) expect(await told(eventId, [listed(time)], undefined, 'w-school')).toEqual([expected])
    expect((await call('w-school', 'GET', `${at(eventId)}/attendees?name=w-student-s02`)).body.items).toMatchObject([{ personId: 'w-student-s02', signedUp: false, entryAt: '2026-06-15T02:04:59.000Z' }])
  })
})

test('how the times of an upload were found goes after as many days as are set; nothing else does, and no answer depends on it', async () => {
  context.config.telemetryDays = 7
  const eventId = await publish('event-telemetry')
  const scans = [entryOf(eventId, 'taken', 'w-student'), entryOf(eventId, 'unvouched', 'w-classmate', { deviceTime: '2026-06-15T02:30:00Z' }), entryOf(eventId, 'nobody', 'w-nobody')]
  context.setNow('2026-06-15T02:10:00Z')
  const first = await upload(eventId, scans)
  expect(first.body.verdicts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['accepted', 'conflict', 'rejected'])
  const telemetry = () => queryAll<{ expiresAt: number }>(context.table, { pk: `E#${eventId}`, prefix: 'T#', consistent: true })
  expect((await telemetry()).map(({ expiresAt }) => expiresAt)).toEqual([Date.parse('2026-06-15T02:10:00Z') / 1000 + 7 * 86_400])
  const verdicts = await getItems(context.table, scans.slice(1).map(({ scanId }) => keys.scanVerdict(scanId)), true)
  for (const kept of [...(await scansOf('w-student', eventId)), ...verdicts]) {
    expect(kept).toMatchObject({ scanId: expect.any(String) })
    expect(kept).not.toHaveProperty('expiresAt')
  }
  for (const { pk, sk } of await telemetry()) await deleteItem(context.table, { pk, sk })
  expect((await upload(eventId, scans)).body).toEqual(first.body)
  context.config.telemetryDays = 90
})

describe('bad uploads: each its own words, and nothing half-written', () => {
  let eventId: string
  let batch: Made[]
  const nobodyCame = async () => {
    for (const i of [0, 1, 56, 57, 58, 99]) if ((await scansOf(`w-many-${i}`, eventId)).length) return false
    return true
  }
  beforeAll(async () => {
    eventId = await publish('event-bad-input')
    batch = Array.from({ length: 100 }, (_, i) => entryOf(eventId, `many ${i}`, `w-many-${i}`))
  })
  const send = async (body: string | Uint8Array) => {
    const { token } = await issueToken(context, { personId: 'w-manager', epoch: 1 })
    const answer = await request(appOf(context, routes, logRead), `${at(eventId)}/check-ins`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body })
    return { status: answer.status, body: await answer.json() }
  }
  const text = () => JSON.stringify({ scanner: 'scanner-0001', sentAt: start, scans: batch })

  test('cut off anywhere: it is not JSON', async () => {
    const whole = text()
    for (const length of [1, 20, Math.floor(whole.length / 2), whole.length - 2, whole.length - 1]) expect(await send(whole.slice(0, length))).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ path: '', code: 'not-json' }] } })
    expect(await nobodyCame()).toBe(true)
  })

  test('in another encoding: it is not UTF-8', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text(), 'utf16le')])
    expect(await send(new Uint8Array(utf16))).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ path: '', code: 'not-utf-8' }] } })
    expect(await send(Buffer.from(text().replace('many', '\u00e9'), 'latin1'))).toMatchObject({ status: 400, body: { errors: [{ code: 'not-utf-8' }] } })
  })

  test('10 000 scans in one upload: the field is named', async () => {
    const scans = Array.from({ length: 10_000 }, (_, i) => batch[i % 100] as Made)
    expect((await upload(eventId, scans)).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'scans' }] })
    expect(await nobodyCame()).toBe(true)
  })

  test('one of a hundred that is no scan: its place is named, and none is taken', async () => {
    const scans = batch.map((scan, i) => (i === 57 ? { ...scan, deviceTime: 'yesterday' } : scan))
    const { body } = await upload(eventId, scans)
    expect([body.code, ...new Set(body.errors.map(({ path }: { path: string }) => path))]).toEqual(['invalid-input', 'scans[57].deviceTime'])
    expect(await nobodyCame()).toBe(true)
  })

  test('one of a hundred that is a scan of another system: its own verdict, and the others are taken', async () => {
    const strange = scanOf(eventId, 'strange', { direction: 'entry' as const, deviceTime: start, code: 'https://u.wechat.com/abc' })
    expect(await told(eventId, batch.map((scan, i) => (i === 57 ? strange : scan)))).toEqual(batch.map((_, i) => (i === 57 ? 'not-a-pass' : 'accepted')))
  })

  test('a phone under another manager’s id is refused; the same phone again is the same', async () => {
    await putPerson(context, 'w-second-manager', { roles: [{ name: 'home-manager', scope: 'wangcang.t01.home' }] })
    expect((await call('w-second-manager', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-0001' })).body.code).toBe('scanner-taken')
    expect((await call('w-manager', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-0001' })).status).toBe(201)
    expect((await call('w-second-manager', 'POST', `${at(eventId)}/check-ins`, { scanner: 'scanner-0001', sentAt: start, scans: batch.slice(0, 1) })).body.code).toBe('scanner-unknown')
  })
})

test('killed in the middle of a batch, after any number of writes, and sent again: one verdict each, everybody in the ledger once', async () => {
  for (const [n, writes] of [0, 17, 59].entries()) {
    const eventId = await publish(`event-killed-${n}`)
    const scans = Array.from({ length: 60 }, (_, i) => entryOf(eventId, `killed ${n} ${i}`, `w-many-${i}`))
    let left = writes
    const stack = (context.table.doc as unknown as DynamoDBClient).middlewareStack
    stack.add((next, about) => async (args) => {
      if ((about as { commandName?: string }).commandName?.startsWith('Put') && left-- <= 0) throw new Error('The process is gone')
      return next(args)
    }, { step: 'initialize', name: 'killed' })
    const log = console.error
    console.error = () => {}
    const answer = await upload(eventId, scans)
    console.error = log
    stack.remove('killed')
    expect(answer.status).toBe(500)
    const first = await upload(eventId, scans)
    expect(first.body.verdicts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(scans.map(() => 'accepted'))
    expect((await upload(eventId, scans)).body.verdicts).toEqual(first.body.verdicts)
    for (let i = 0; i < 60; i++) expect(await scansOf(`w-many-${i}`, eventId)).toHaveLength(1)
    expect(await queryAll(context.table, { pk: `E#${eventId}`, prefix: 'C#', consistent: true })).toEqual([])
  }
})
