import { createHash } from 'node:crypto'
import { toBase64url } from '@shared/pass/base64url'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import { makeVenueCode } from '@shared/pass/make-venue-code'
import fc from 'fast-check'
import { foldAttendance } from '../../functions/core/fold-attendance'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { eventRoutes } from '../../functions/http/routes/events'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { venueRoutes } from '../../functions/http/routes/venue'
import { keys } from '../../functions/store/keys'
import { type Me, readMe } from '../../functions/store/people'
import { keepVerdict, readScans } from '../../functions/store/scans'
import { getItem, putItem } from '../../functions/store/table'
import { claimExitBy } from '../../functions/use-cases/claim-exit'
import { apiOf } from '../support/api'
import { at, riverside } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf } from '../support/scan'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
const start = '2026-06-15T02:00:00Z'
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...checkInRoutes, ...scannerRoutes, ...eventRoutes, ...venueRoutes })
}, 60_000)
afterAll(() => context.close())
afterEach(() => context.setNow(start))

/** An event of 15 June, 10:00–12:00 in Beijing. */
const publish = async (id: string, more: object = {}): Promise<string> =>
  (await call('w-manager', 'POST', '/v1/events', riverside(id, more))).body.eventId

const secretOf = (label: string) => new Uint8Array(createHash('sha256').update(label).digest())
const keyIdOf = (label: string) => toBase64url(secretOf(label).slice(0, 16))
const register = (eventId: string, label: string, who = 'w-manager', more: object = {}) => call(who, 'POST', `${at(eventId)}/venue-keys`, { id: keyIdOf(label), publicKey: publicKeyOf(secretOf(label)), ...more })
const shown = (eventId: string, label: string, time: string) => makeVenueCode({ eventId, keyId: keyIdOf(label), secretKey: secretOf(label), ms: Date.parse(time) })

interface Made { label: string; direction?: 'entry' | 'exit'; deviceTime: string; code: string; clock?: object; scanId?: string }
const made = (who: string, { label, direction = 'entry', deviceTime, code, clock, scanId }: Made) => {
  const scan = scanOf('', label, { direction, deviceTime, code, personId: who })
  return { scanId: scanId ?? scan.scanId, direction, deviceTime, code, ...(clock && { clock }) }
}
const nowText = () => new Date(context.now()).toISOString()
const upload = async (who: string, scans: Made[], sentAt = nowText()) => (await call(who, 'POST', '/v1/venue-scans', { sentAt, scans: scans.map((one) => made(who, one)) })).body
const verdicts = async (...args: Parameters<typeof upload>) => (await upload(...args)).verdicts.map(({ verdict, code }: { verdict: string; code?: string }) => (code ? `${verdict}: ${code}` : verdict))
const attendanceOf = async (who: string, eventId: string) => (await call(who, 'GET', at(eventId))).body.attendance

describe('a screen’s key', () => {
  test('the same key again is the same screen; another key, event or person under its id is refused', async () => {
    const eventId = await publish('event-key')
    const other = await publish('event-key-2')
    const first = await register(eventId, 'key-1')
    expect(first).toMatchObject({ status: 201, body: { id: keyIdOf('key-1'), expiresAt: '2026-06-15T05:00:00.000Z' } })
    context.setNow('2026-06-15T02:10:00Z')
    expect((await register(eventId, 'key-1')).body).toEqual(first.body)
    expect((await register(eventId, 'key-1', 'w-manager', { publicKey: publicKeyOf(secretOf('key-2')) })).body.code).toBe('id-reused')
    expect((await register(other, 'key-1')).body.code).toBe('id-reused')
    expect((await register(eventId, 'key-1', 'w-township')).body.code).toBe('id-reused')
    expect((await register(eventId, 'key-1', 'w-manager', { id: 'not-sixteen-bytes' })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'id' }] })
  })

  test('not for an event that is closed or over', async () => {
    const closed = await publish('event-key-closed')
    await call('w-manager', 'POST', `${at(closed)}/close`, { id: 'close-key-1' })
    expect((await register(closed, 'key-3')).body.code).toBe('event-closed')
    const over = await publish('event-key-over')
    context.setNow('2026-06-15T05:00:01Z')
    expect((await register(over, 'key-4')).body.code).toBe('event-in-the-past')
  })
})

describe('each scan its own verdict', () => {
  let eventId: string
  let limited: string
  beforeAll(async () => {
    eventId = await publish('event-venue')
    limited = await publish('event-limited', { capacity: 1 })
    await register(eventId, 'screen')
    await register(limited, 'screen-limited')
    await register(eventId, 'screen-lost')
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await putPerson(context, `w-venue-${n}`, { branch: 'wangcang.s01.b01' })
    await putPerson(context, 'w-student-manager', { branch: 'wangcang.s01.b01', roles: [{ name: 'home-manager', scope: 'wangcang.t01.home' }] })
    await register(eventId, 'screen-own', 'w-student-manager')
    await call('w-venue-9', 'POST', `${at(limited)}/sign-up`, { id: 'sign-up-venue-9' })
    await call('w-venue-8', 'POST', `${at(limited)}/sign-up`, { id: 'sign-up-venue-8' })
  })
  const fresh = (label: string, more: object = {}): Made => ({ label, deviceTime: start, code: shown(eventId, 'screen', start), ...more })
  /** Uploaded so many seconds after it was made, by a clock that is right. */
  const late = (label: string, seconds: number): [Made, string] => [fresh(label), new Date(Date.parse(start) + seconds * 1000).toISOString()]

  test.each<[string, string, () => Made, string, { now?: string; sentAt?: string }?]>([
    ['at once', 'w-venue-1', () => fresh('fresh-01'), 'accepted'],
    ['59 s late', 'w-venue-2', () => late('late-59', 59)[0], 'accepted', { now: late('', 59)[1] }],
    ['60 s late', 'w-venue-3', () => late('late-60', 60)[0], 'accepted', { now: late('', 60)[1] }],
    ['61 s late', 'w-venue-4', () => late('late-61', 61)[0], 'conflict: venue-late', { now: late('', 61)[1] }],
    ['an hour late, when the event is over', 'w-venue-4', () => fresh('late-hour'), 'conflict: venue-late', { now: '2026-06-15T05:30:00Z' }],
    ['a photograph 91 s old, sent at once', 'w-venue-5', () => fresh('old-91', { code: shown(eventId, 'screen', '2026-06-15T01:58:29Z') }), 'rejected: pass-expired'],
    ['a photograph an hour old, sent late', 'w-venue-5', () => fresh('old-hour', { code: shown(eventId, 'screen', '2026-06-15T01:00:00Z') }), 'rejected: pass-expired', { now: '2026-06-15T03:00:00Z' }],
    ['a code made for another event by this screen', 'w-venue-5', () => fresh('other', { code: shown(limited, 'screen', start) }), 'rejected: pass-invalid'],
    ['a code of a screen that nobody registered', 'w-venue-5', () => fresh('unknown', { code: shown(eventId, 'nobody’s screen', start) }), 'rejected: pass-invalid'],
    ['a member’s pass', 'w-venue-5', () => fresh('pass', { code: makePass({ eventId, handle: keyIdOf('a handle'), secretKey: secretOf('x'), ms: Date.parse(start) }) }), 'rejected: not-a-pass'],
    ['a code of another system', 'w-venue-5', () => fresh('foreign', { code: 'https://u.wechat.com/EAbcd' }), 'rejected: not-a-pass'],
    ['half of a code', 'w-venue-5', () => fresh('half', { code: shown(eventId, 'screen', start).slice(0, 60) }), 'rejected: not-a-pass'],
    ['before the doors open', 'w-venue-5', () => fresh('early', { deviceTime: '2026-06-15T00:59:00Z', code: shown(eventId, 'screen', '2026-06-15T00:59:00Z') }), 'rejected: event-has-not-started', { now: '2026-06-15T00:59:00Z' }],
    ['a clock a day off, and nothing vouches', 'w-venue-5', () => fresh('day-off', { deviceTime: '2026-06-14T02:00:00Z' }), 'conflict: clock-skew', { sentAt: '2026-06-14T02:00:00Z' }],
    ['a clock a day off, and a steady clock vouches', 'w-venue-6', () => fresh('day-off-steady', { deviceTime: '2026-06-14T02:00:00Z', clock: { serverTime: '2026-06-15T01:50:00Z', deviceTime: '2026-06-14T01:50:00Z', elapsedMs: 600_000 } }), 'accepted', { sentAt: '2026-06-14T02:00:00Z' }],
    ['a clock a day off, vouched for, and sent late', 'w-venue-7', () => fresh('day-off-late', { deviceTime: '2026-06-14T02:00:00Z', clock: { serverTime: '2026-06-15T01:50:00Z', deviceTime: '2026-06-14T01:50:00Z', elapsedMs: 600_000 } }), 'conflict: venue-late', { now: '2026-06-15T02:05:00Z', sentAt: '2026-06-14T02:05:00Z' }],
    ['two minutes that nothing vouches for, and a code of that age', 'w-venue-8', () => fresh('unvouched', { deviceTime: '2026-06-15T01:58:00Z', code: shown(eventId, 'screen', '2026-06-15T01:58:00Z') }), 'conflict: clock-skew', { sentAt: '2026-06-15T01:58:00Z' }],
    ['a clock set so that an old photograph fits: late all the same', 'w-venue-5', () => fresh('set-back', { deviceTime: '2026-06-15T01:55:00Z', code: shown(eventId, 'screen', '2026-06-15T01:55:00Z') }), 'conflict: venue-late'],
    ['again by somebody who is here', 'w-venue-1', () => fresh('again', { code: shown(eventId, 'screen', '2026-06-15T01:59:50Z') }), 'duplicate', { now: '2026-06-15T02:00:10Z' }],
    ['an exit before any entry is known', 'w-venue-8', () => fresh('exit', { direction: 'exit' }), 'accepted: no-entry-yet'],
    ['not signed up, where seats are counted', 'w-venue-5', () => fresh('no-seat', { code: shown(limited, 'screen-limited', start) }), 'rejected: not-signed-up'],
    ['on the waitlist', 'w-venue-8', () => fresh('waiting', { code: shown(limited, 'screen-limited', start) }), 'rejected: on-waitlist'],
    ['signed up, where seats are counted', 'w-venue-9', () => fresh('seat', { code: shown(limited, 'screen-limited', start) }), 'accepted'],
    ['of another county', 'q-student', () => fresh('county'), 'rejected: not-signed-up'],
    ['by who set up the screen', 'w-student-manager', () => fresh('own', { code: shown(eventId, 'screen-own', start) }), 'rejected: own-record'],
    ['by a manager, of a colleague’s screen', 'w-student-manager', () => fresh('colleague'), 'accepted'],
  ])('%s', async (_what, who, scan, expected, { now = start, sentAt = now } = {}) => {
    context.setNow(now)
    expect(await verdicts(who, [scan()], sentAt)).toEqual([expected])
  })

  test('a screen that was cut off: before it counts, after it waits', async () => {
    expect((await call('w-township', 'GET', `${at(eventId)}/scanners`)).body.items).toContainEqual(expect.objectContaining({ scannerId: keyIdOf('screen-lost'), shows: 'venue-code', name: 'w-manager' }))
    expect((await call('w-township', 'POST', `${at(eventId)}/scanners/${keyIdOf('screen-lost')}/cut-off`, { id: 'cut-off-lost' })).status).toBe(200)
    const time = '2026-06-15T02:00:30Z'
    context.setNow(time)
    expect(await verdicts('w-venue-2', [{ label: 'cut-0', deviceTime: start, code: shown(eventId, 'screen-lost', start) }, { label: 'cut-1', direction: 'exit', deviceTime: time, code: shown(eventId, 'screen-lost', time) }])).toEqual(['duplicate', 'conflict: scanner-cut-off'])
    expect((await register(eventId, 'screen-lost')).body.cutOff).toEqual({ at: '2026-06-15T02:00:00.000Z' })
  })

  test('with a seat then, and in line again since: it is for the manager, because it is late; after the seat was given back it is refused', async () => {
    const few = await publish('event-venue-back', { capacity: 1 })
    await register(few, 'screen-back')
    const change = (method: 'POST' | 'DELETE', who: string, id: string) => call(who, method, `${at(few)}/sign-up`, method === 'POST' ? { id } : undefined)
    await change('POST', 'w-venue-1', 'sign-up-back-1')
    context.setNow('2026-06-15T02:05:00Z')
    await change('DELETE', 'w-venue-1', '')
    await change('POST', 'w-venue-2', 'sign-up-back-2')
    await change('POST', 'w-venue-1', 'sign-up-back-3')
    context.setNow('2026-06-15T02:30:00Z')
    const seen = (label: string, time: string): Made => ({ label, deviceTime: time, code: shown(few, 'screen-back', time) })
    expect(await verdicts('w-venue-1', [seen('back-1', '2026-06-15T02:04:59Z'), seen('back-2', '2026-06-15T02:05:01Z')])).toEqual(['conflict: venue-late', 'rejected: on-waitlist'])
  })

  test('under 14 without a guardian’s consent: refused, and nothing of them is kept; a Youth Home’s visit counts', async () => {
    await putPerson(context, 'w-venue-child', { branch: 'wangcang.s01.b01', birthDate: '2013-06-01' })
    const { verdicts: [refused] } = await upload('w-venue-child', [fresh('child')])
    expect(refused).toMatchObject({ verdict: 'rejected', code: 'guardian-consent-needed' })
    expect(JSON.stringify([refused, await getItem(context.table, keys.scanVerdict(refused.scanId), true)])).not.toContain('w-venue-child')
    expect(await readScans(context.table, 'w-venue-child', eventId)).toEqual([])
    const visit = await publish('event-venue-visit', { category: 'youth-home', quantity: 1 })
    await register(visit, 'screen-visit')
    expect(await verdicts('w-venue-child', [{ label: 'child-visit', deviceTime: start, code: shown(visit, 'screen-visit', start) }])).toEqual(['accepted'])
  })

  test('a batch: one verdict each in its order, with the event it was of', async () => {
    const { verdicts: told } = await upload('w-venue-6', [fresh('batch-1', { code: 'nothing' }), fresh('batch-2', { code: shown(eventId, 'screen', start) }), fresh('batch-3', { code: shown(limited, 'screen-limited', start) })])
    expect(told).toEqual([
      expect.objectContaining({ verdict: 'rejected', code: 'not-a-pass' }), expect.objectContaining({ verdict: 'duplicate', eventId, title: '清洁河岸', time: '2026-06-15T02:00:00.000Z' }), expect.objectContaining({ code: 'not-signed-up', eventId: limited }),
    ])
    expect(told[0].eventId).toBeUndefined()
  })

  test('whoever walks in is listed, as come by the venue’s code', async () => {
    expect((await call('w-manager', 'GET', `${at(eventId)}/attendees`)).body.items).toContainEqual(expect.objectContaining({ personId: 'w-venue-1', signedUp: false, entryAt: '2026-06-15T02:00:00.000Z' }))
    expect(await readScans(context.table, 'w-venue-1', eventId)).toContainEqual(expect.objectContaining({ way: 'venue', verdict: 'accepted', by: 'w-manager' }))
  })
})

describe('once only', () => {
  test.each([['accepted', start], ['conflict', '2026-06-15T02:02:00Z'], ['rejected', start]])('the same %s scan again gives the identical answer, however late; other content, or another person, is refused', async (verdict, now) => {
    const eventId = await publish(`event-again-${verdict}`)
    await register(eventId, `again-${verdict}`)
    const scan = { label: `again-${verdict}`, deviceTime: start, code: verdict === 'rejected' ? 'nothing' : shown(eventId, `again-${verdict}`, start) }
    context.setNow(now)
    const first = await upload('w-student', [scan, scan])
    expect(first.verdicts.map((one: { verdict: string }) => one.verdict)).toEqual([verdict, verdict])
    context.setNow('2026-06-16T02:00:00Z')
    expect((await upload('w-student', [scan])).verdicts).toEqual([first.verdicts[0]])
    const { scanId } = made('w-student', scan)
    expect(await verdicts('w-student', [{ ...scan, scanId, direction: 'exit' }])).toEqual(['rejected: id-reused'])
    expect(await verdicts('w-classmate', [{ ...scan, scanId }])).toEqual(['rejected: id-reused'])
    expect(await readScans(context.table, 'w-student', eventId)).toHaveLength(verdict === 'accepted' ? 1 : 0)
  })

  test('order does not matter: any split and repetition over uploads, some late, gives the same stays and the same that waits', async () => {
    let run = 0
    const minute = (n: number) => new Date(Date.parse(start) + n * 60_000).toISOString()
    const outcome = async (batches: number[][]) => {
      const who = `w-order-${++run}`
      await putPerson(context, who, { branch: 'wangcang.s01.b01' })
      // Each is in time only in the upload of its own minute; here all come in the same minute, so the earlier ones are late.
      context.setNow(minute(60))
      for (const batch of batches) await upload(who, batch.map((n): Made => ({ label: `order-${n}`, direction: n % 2 ? 'exit' : 'entry', deviceTime: minute(59 + n * 0.3), code: shown(eventId, 'order', minute(59 + n * 0.3)) })), minute(60))
      const scans = await readScans(context.table, who, eventId)
      return { records: foldAttendance(scans).map(({ startedAt, endedAt, quantity }) => ({ startedAt, endedAt, quantity })), looks: (await attendanceOf(who, eventId)).looks.length }
    }
    const eventId = await publish('event-order')
    await register(eventId, 'order')
    const expected = await outcome([[-4, -3, 0, 1]])
    expect(expected.looks).toBe(2)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([-4, -3, 0, 1], { minLength: 4 }), fc.array(fc.constantFrom(-4, -3, 0, 1), { maxLength: 3 }), fc.integer({ min: 1, max: 4 }), async (order, again, size) => {
        const all = [...order, ...again]
        expect(await outcome(Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, i * size + size)))).toEqual(expected)
      }),
      { numRuns: 12 },
    )
  })
})

describe('the member’s own record of it', () => {
  test('what was scanned, what it is worth, and what waits, to nobody else', async () => {
    const eventId = await publish('event-own')
    await register(eventId, 'own')
    expect(await attendanceOf('w-student', eventId)).toBeUndefined()
    await upload('w-student', [{ label: 'own-1', deviceTime: start, code: shown(eventId, 'own', start) }])
    expect(await attendanceOf('w-student', eventId)).toEqual({ entryAt: '2026-06-15T02:00:00.000Z', minutes: 0, looks: [] })
    context.setNow('2026-06-15T03:50:00Z')
    const { verdicts: [{ scanId }] } = await upload('w-student', [{ label: 'own-2', direction: 'exit', deviceTime: '2026-06-15T03:45:00Z', code: shown(eventId, 'own', '2026-06-15T03:45:00Z') }])
    expect(await attendanceOf('w-student', eventId)).toEqual({ entryAt: '2026-06-15T02:00:00.000Z', minutes: 0, looks: [{ scanId, direction: 'exit', way: 'venue', code: 'venue-late', time: '2026-06-15T03:45:00.000Z' }] })
    expect(await attendanceOf('w-classmate', eventId)).toBeUndefined()
  })
})

describe('a missing exit', () => {
  const inside = async (id: string, who: string, more: object = {}) => {
    const eventId = await publish(id, more)
    await register(eventId, id)
    await upload(who, [{ label: id, deviceTime: start, code: shown(eventId, id, start) }])
    return eventId
  }
  const claim = (who: string, eventId: string, body: object) => call(who, 'POST', `${at(eventId)}/exit-claims`, { id: `claim-${who}`, leftAt: '2026-06-15T03:30:00Z', ...body })

  test('is asked about after the event; the answer waits for a manager and counts nothing yet', async () => {
    const eventId = await inside('event-claim', 'w-student', { minimumMinutes: 30 })
    expect((await claim('w-student', eventId, {})).body.code).toBe('event-not-over')
    context.setNow('2026-06-15T04:00:00Z')
    const { status, body } = await claim('w-student', eventId, {})
    expect({ status, body }).toEqual({ status: 201, body: { entryAt: '2026-06-15T02:00:00.000Z', minutes: 30, looks: [{ scanId: expect.stringMatching(/^.{36}$/), direction: 'exit', way: 'claim', code: 'exit-claimed', time: '2026-06-15T03:30:00.000Z' }] } })
    context.setNow('2026-06-15T04:20:00Z')
    expect((await claim('w-student', eventId, {})).body).toEqual(body)
    expect((await claim('w-student', eventId, { leftAt: '2026-06-15T03:40:00Z' })).body.code).toBe('id-reused')
    expect((await claim('w-student', eventId, { id: 'claim-second', leftAt: '2026-06-15T03:40:00Z' })).body.code).toBe('exit-claimed')
    expect(await attendanceOf('w-student', eventId)).toEqual(body)
  })

  /** Three phones of one member say it at the same moment: what each is told. */
  const claimsAtOnce = async (id: string, keep: typeof keepVerdict) => {
    const eventId = await inside(id, 'w-classmate')
    context.setNow('2026-06-15T04:00:00Z')
    const gated = claimExitBy(together(3, keep))
    const actor = (await readMe(context.table, 'w-classmate', true)) as Me
    const answers = await Promise.all(['a', 'b', 'c'].map((one) => gated(context, { eventId, id: `claim-at-once-${one}`, leftAt: '2026-06-15T03:30:00Z' } as never, { actor, identity: '' })))
    expect((await attendanceOf('w-classmate', eventId)).looks).toHaveLength(1)
    return answers.map((answer) => ('refused' in answer ? answer.refused : 'stands')).sort()
  }

  test('three claims at once: one stands, and the others are told', async () => {
    expect(await claimsAtOnce('event-claims', keepVerdict)).toEqual(['exit-claimed', 'exit-claimed', 'stands'])
  })

  test('control: without the condition each is told that theirs stands', async () => {
    expect(await claimsAtOnce('event-claims-bare', async (table, verdict) => {
      for (const key of [keys.scanVerdict(verdict.scanId), keys.look(verdict.personId ?? '', verdict.eventId, verdict.scanId)]) await putItem(table, { ...key, ...verdict })
      return verdict
    })).toEqual(['stands', 'stands', 'stands'])
  })

  test.each([
    ['before they came', '2026-06-15T02:00:00Z', 'end-before-start'],
    ['still to come', '2026-06-15T04:00:01Z', 'in-future'],
  ])('left %s: the field is named', async (_what, leftAt, code) => {
    const eventId = await inside(`event-field-${code}`, 'w-student-b02')
    context.setNow('2026-06-15T04:00:00Z')
    expect((await claim('w-student-b02', eventId, { leftAt })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'leftAt', code }] })
  })

  test('more than an hour after the end, without an entry, with an exit, of no event', async () => {
    const eventId = await inside('event-not', 'w-student-s02')
    context.setNow('2026-06-15T06:00:00Z')
    expect((await claim('w-student-s02', eventId, { leftAt: '2026-06-15T05:00:01Z' })).body).toMatchObject({ errors: [{ path: 'leftAt', code: 'too-long' }] })
    expect((await claim('w-student', eventId, {})).body.code).toBe('exit-not-missing')
    expect((await claim('w-student', 'wangcang.t01.home~event-none-1', {})).body.code).toBe('not-found')
    context.setNow('2026-06-15T03:00:00Z')
    await upload('w-student-s02', [{ label: 'not-exit', direction: 'exit', deviceTime: '2026-06-15T03:00:00Z', code: shown(eventId, 'event-not', '2026-06-15T03:00:00Z') }])
    context.setNow('2026-06-15T06:00:00Z')
    expect((await claim('w-student-s02', eventId, {})).body.code).toBe('exit-not-missing')
  })
})
