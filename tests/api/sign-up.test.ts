import type { Handle, PublishedEvent, Seats, SignUp } from '@shared/model/event'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { eventRoutes } from '../../functions/http/routes/events'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { eventItems, readEvent } from '../../functions/store/events'
import { keys, shardOf } from '../../functions/store/keys'
import { sumOf } from '../../functions/store/seats'
import { changeSignUp, readSignUpsPage, signUpPartitions } from '../../functions/store/sign-ups'
import { getItem, getItems, putItem, writeAll } from '../../functions/store/table'
import { cancelSignUpBy } from '../../functions/use-cases/cancel-sign-up'
import { moveUp } from '../../functions/use-cases/move-up'
import { signUpBy } from '../../functions/use-cases/sign-up'
import { apiOf } from '../support/api'
import { at } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf } from '../support/scan'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
const crowd = Array.from({ length: 20 }, (_, i) => `w-crowd-${i}`)
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  for (const who of crowd) await putPerson(context, who, { branch: 'wangcang.s01.b01' })
  call = apiOf(context, { ...eventRoutes, ...checkInRoutes, ...scannerRoutes })
}, 60_000)
afterAll(() => context.close())
afterEach(() => context.setNow('2026-06-15T02:00:00Z'))

const host = 'wangcang.t01.home'
const publish = async (id: string, more: object = {}): Promise<string> =>
  (await call('w-manager', 'POST', '/v1/events', { id, org: host, title: '清洁河岸', category: 'volunteering', startsAt: '2026-06-16T09:00:00+08:00', endsAt: '2026-06-16T11:00:00+08:00', place: '东河岸', ...more })).body.eventId
const signUp = (who: string, eventId: string, id = `sign-up-${who}`, more: object = {}, by = call) => by(who, 'POST', `${at(eventId)}/sign-up`, { id, ...more })
const cancel = (who: string, eventId: string, by = call) => by(who, 'DELETE', `${at(eventId)}/sign-up`)
const show = async (who: string, eventId: string) => (await call(who, 'GET', at(eventId))).body

/** Everything about an event's seats that has to agree. */
const countOf = async (eventId: string) => {
  const event = (await readEvent(context.table, eventId, true)) as PublishedEvent
  const signUps = (await Promise.all(signUpPartitions(event).map(async (partition) => (await readSignUpsPage(context.table, partition, 200)).items))).flat()
  const seats = await getItems<Seats>(context.table, signUpPartitions(event).map((_, shard) => keys.seats(eventId, shard)), true)
  const names = (state: SignUp['state']) => signUps.filter((one) => one.state === state).sort((a, b) => (a.number ?? 0) - (b.number ?? 0)).map(({ personId }) => personId)
  return { ...sumOf(seats), seated: names('signed-up'), line: names('waiting'), numbers: signUps.flatMap(({ number }) => (number === undefined ? [] : [number])).sort((a, b) => a - b) }
}
const agrees = ({ taken, waiting, seated, line }: Awaited<ReturnType<typeof countOf>>) => taken === seated.length && waiting === line.length

describe('a seat', () => {
  test('and a handle that names nobody; the same again the same; given back, and given back again', async () => {
    const eventId = await publish('event-seat', { capacity: 1 })
    const first = await signUp('w-student', eventId)
    expect(first).toMatchObject({ status: 201, body: { taken: 1, waiting: 0, signUp: { state: 'signed-up' } } })
    expect(first.body.handle).toMatch(/^[\w-]{22}$/)
    expect(await signUp('w-student', eventId)).toEqual(first)
    expect((await cancel('w-student', eventId)).body).toMatchObject({ taken: 0, signUp: { state: 'cancelled' } })
    expect((await cancel('w-student', eventId)).body).toMatchObject({ taken: 0, signUp: { state: 'cancelled' } })
    expect((await signUp('w-classmate', eventId)).status).toBe(201)
    expect((await cancel('w-student', await publish('event-seat2'))).body.code).toBe('not-signed-up')
  })

  test('a new phone registers its key and keeps seat and handle; the earlier key stays with its end', async () => {
    const eventId = await publish('event-phone', { capacity: 5 })
    const { body } = await signUp('w-student', eventId, 'sign-up-phone1', { publicKey: 'A'.repeat(43) })
    context.setNow('2026-06-15T03:00:00Z')
    const again = await signUp('w-student', eventId, 'sign-up-phone2', { publicKey: 'B'.repeat(43) })
    expect(again.body).toMatchObject({ taken: 1, handle: body.handle })
    expect(await getItem(context.table, keys.handle(body.handle), true)).toMatchObject({ eventId, publicKey: 'B'.repeat(43), earlierKeys: [{ publicKey: 'A'.repeat(43), until: '2026-06-15T03:00:00.000Z' }] })
    expect((await signUp('w-student', eventId, 'sign-up-phone2', { publicKey: 'C'.repeat(43) })).body.code).toBe('id-reused')
  })

  test('given back, the handle says since when; taken again, it is the same handle and says so no longer', async () => {
    const eventId = await publish('event-back')
    const { body: { handle } } = await signUp('w-student', eventId, 'sign-up-back1')
    const held = () => getItem<Handle>(context.table, keys.handle(handle), true)
    context.setNow('2026-06-15T04:00:00Z')
    await cancel('w-student', eventId)
    expect(await held()).toMatchObject({ state: 'cancelled', cancelledAt: '2026-06-15T04:00:00.000Z' })
    expect((await signUp('w-student', eventId, 'sign-up-back2')).body.handle).toBe(handle)
    expect(await held()).toMatchObject({ state: 'signed-up' })
    expect(await held()).not.toHaveProperty('cancelledAt')
  })
})

describe('the waitlist', () => {
  test('who comes too late waits in order; a seat given back goes to the first, who keeps handle and key and is told', async () => {
    const eventId = await publish('event-line', { capacity: 1 })
    const secretKey = new Uint8Array(32).fill(7)
    await signUp('w-student', eventId)
    const { body: first } = await signUp('w-classmate', eventId, 'sign-up-line-1', { publicKey: publicKeyOf(secretKey) })
    expect(first).toMatchObject({ taken: 1, waiting: 1, signUp: { state: 'waiting', place: 1, of: 1 } })
    expect((await signUp('w-student-b02', eventId)).body).toMatchObject({ waiting: 2, signUp: { state: 'waiting', place: 2, of: 2 } })
    expect((await signUp('w-classmate', eventId, 'sign-up-line-1', { publicKey: publicKeyOf(secretKey) })).body).toMatchObject({ signUp: { state: 'waiting', place: 1, of: 2 }, handle: first.handle })

    context.setNow('2026-06-15T05:00:00Z')
    expect((await cancel('w-student', eventId)).body).toMatchObject({ taken: 1, waiting: 1, signUp: { state: 'cancelled' } })
    expect((await show('w-classmate', eventId)).signUp).toMatchObject({ state: 'signed-up', movedUpAt: '2026-06-15T05:00:00.000Z' })
    expect((await show('w-student-b02', eventId)).signUp).toMatchObject({ state: 'waiting', place: 1, of: 1 })
    expect(await getItem(context.table, keys.handle(first.handle), true)).toMatchObject({ state: 'signed-up', publicKey: publicKeyOf(secretKey) })
    // Both are in their own lists; who gave the seat back is not.
    const joined = async (who: string) => (await call(who, 'GET', '/v1/events?joined=true')).body.items.filter((one: { eventId: string }) => one.eventId === eventId).map((one: { signUp: { state: string } }) => one.signUp.state)
    expect([await joined('w-classmate'), await joined('w-student-b02'), await joined('w-student')]).toEqual([['signed-up'], ['waiting'], []])
  })

  test('leaving it closes the gap, and whoever comes again is last', async () => {
    const eventId = await publish('event-leave', { capacity: 1 })
    for (const who of ['w-student', 'w-classmate', 'w-student-b02', 'w-student-s02']) await signUp(who, eventId)
    expect((await cancel('w-classmate', eventId)).body).toMatchObject({ taken: 1, waiting: 2, signUp: { state: 'cancelled' } })
    expect((await show('w-student-b02', eventId)).signUp).toMatchObject({ place: 1, of: 2 })
    expect((await signUp('w-classmate', eventId, 'sign-up-again')).body.signUp).toMatchObject({ place: 3, of: 3 })
    expect(await countOf(eventId)).toMatchObject({ line: ['w-student-b02', 'w-student-s02', 'w-classmate'] })
  })

  test('a pass of somebody who waits does not admit; moved up, the same phone’s pass does', async () => {
    const eventId = await publish('event-line-pass', { capacity: 1, startsAt: '2026-06-15T10:00:00+08:00', endsAt: '2026-06-15T12:00:00+08:00' })
    const secretKey = new Uint8Array(32).fill(8)
    await signUp('w-student', eventId)
    const { body: { handle } } = await signUp('w-classmate', eventId, 'sign-up-pass', { publicKey: publicKeyOf(secretKey) })
    const { body: { scannerId: scanner } } = await call('w-manager', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-line' })
    const scan = async (label: string) => {
      const now = new Date(context.now()).toISOString()
      const one = scanOf(eventId, label, { direction: 'entry', deviceTime: now, code: makePass({ eventId, handle, secretKey, ms: context.now() }) })
      const { body } = await call('w-manager', 'POST', `${at(eventId)}/check-ins`, { scanner, sentAt: now, scans: [one] })
      return body.verdicts[0].code ?? body.verdicts[0].verdict
    }
    expect(await scan('scan-line-1')).toBe('on-waitlist')
    await cancel('w-student', eventId)
    expect(await scan('scan-line-2')).toBe('accepted')
  })

  test('nobody moves up at an event that is over or closed: the seat is not given back there', async () => {
    const eventId = await publish('event-line-over', { capacity: 1 })
    await signUp('w-student', eventId)
    await signUp('w-classmate', eventId)
    context.setNow('2026-06-16T03:00:00Z')
    expect((await cancel('w-student', eventId)).body.code).toBe('event-in-the-past')
    await call('w-manager', 'POST', `${at(eventId)}/close`, { id: 'close-line-1' })
    expect((await cancel('w-classmate', eventId)).body.code).toBe('event-closed')
  })
})

describe('twenty at once for the last seat', () => {
  const race = async (id: string, change: typeof changeSignUp) => {
    const eventId = await publish(id, { capacity: 1 })
    const gated = apiOf(context, { ...eventRoutes, signUp: { ...eventRoutes.signUp, useCase: signUpBy(together(20, change)) } } as never)
    const answers = await Promise.all(crowd.map((who) => signUp(who, eventId, `race-${who}`, {}, gated)))
    return { answers, eventId, ...(await countOf(eventId)) }
  }

  test('one has it, nineteen wait, numbered 1 to 19 in order, and each heard so', async () => {
    const { answers, eventId, ...counted } = await race('event-last-seat', changeSignUp)
    expect(answers.map(({ status }) => status)).toEqual(crowd.map(() => 201))
    expect(counted).toMatchObject({ taken: 1, waiting: 19, numbers: Array.from({ length: 19 }, (_, i) => i + 1) })
    expect(agrees(counted)).toBe(true)
    const told = new Map(answers.map(({ body }, i) => [crowd[i], body.signUp.state === 'waiting' ? body.signUp.place : 0]))
    expect(counted.line.map((who) => told.get(who))).toEqual(Array.from({ length: 19 }, (_, i) => i + 1))
    expect((await show(counted.line[18] as string, eventId)).signUp).toMatchObject({ place: 19, of: 19 })
  }, 60_000)

  test('control: without the conditions, more than one has it', async () => {
    const unguarded: typeof changeSignUp = async (table, event, _read, signUp) => {
      await putItem(table, { ...keys.signUp(event, signUp.personId), ...signUp })
      return true
    }
    expect((await race('event-control', unguarded)).seated.length).toBeGreaterThan(1)
  })
})

describe('giving back, at once', () => {
  /** Two with a seat each; the others wait. All of `leaving` give back while all of `coming` sign up, decided on what they read before any of it was written. */
  const rush = async (id: string, change: typeof changeSignUp, { waiting, leaving, coming }: { waiting: number; leaving: number; coming: number }) => {
    const eventId = await publish(id, { capacity: 2 })
    const [seated, others] = [crowd.slice(0, 2), crowd.slice(2)]
    for (const who of [...seated, ...others.slice(0, waiting)]) await signUp(who, eventId)
    const gate = together(leaving + coming, change)
    const routes = { ...eventRoutes, signUp: { ...eventRoutes.signUp, useCase: signUpBy(gate) }, cancelSignUp: { ...eventRoutes.cancelSignUp, useCase: cancelSignUpBy(gate) } }
    const gated = apiOf(context, routes as never)
    await Promise.all([
      ...seated.slice(0, leaving).map((who) => cancel(who, eventId, gated)),
      ...others.slice(waiting, waiting + coming).map((who) => signUp(who, eventId, `rush-${who}`, {}, gated)),
    ])
    return { ...(await countOf(eventId)), expectedLine: others.slice(leaving, waiting) }
  }
  const free = ({ taken, waiting }: { taken: number; waiting: number }) => taken < 2 && waiting > 0

  test.each([1, 2, 3, 4, 5])('a seat given back while two sign up: none is lost, none is sold twice (round %i)', async (round) => {
    const counted = await rush(`event-rush-${round}`, changeSignUp, { waiting: 0, leaving: 1, coming: 2 })
    expect(agrees(counted)).toBe(true)
    expect(counted).toMatchObject({ taken: 2, waiting: 1 })
  })

  test('two given back at once move up the first two, once each', async () => {
    const counted = await rush('event-rush-two', changeSignUp, { waiting: 5, leaving: 2, coming: 0 })
    expect(agrees(counted)).toBe(true)
    expect(counted).toMatchObject({ taken: 2, waiting: 3, line: counted.expectedLine })
    expect(counted.seated.sort()).toEqual(crowd.slice(2, 4).sort())
  })

  test('control: without the conditions two cancellations move the same person up, and a seat stays empty', async () => {
    const unguarded: typeof changeSignUp = async (table, event, _read, signUp, move) => {
      await putItem(table, { ...keys.signUp(event, signUp.personId), ...signUp })
      if (move.kind === 'hand-on') await putItem(table, { ...keys.signUp(event, move.to.personId), ...move.to })
      return true
    }
    const counted = await rush('event-rush-control', async (...args) => (args[4].kind === 'hand-on' ? unguarded(...args) : changeSignUp(...args)), { waiting: 5, leaving: 2, coming: 0 })
    expect(counted.seated).toHaveLength(1)
  })

  test('no seat is free while somebody waits, whatever comes together', async () => {
    for (const [i, plan] of [{ waiting: 1, leaving: 2, coming: 3 }, { waiting: 0, leaving: 2, coming: 4 }, { waiting: 3, leaving: 1, coming: 5 }].entries()) {
      const counted = await rush(`event-rush-mixed-${i}`, changeSignUp, plan)
      expect([agrees(counted), free(counted), counted.taken]).toEqual([true, false, 2])
    }
  })
})

describe('an event spread over three shards', () => {
  /** As one of 15 000 seats would be, with few seats. */
  const spread = async (id: string, capacity: number): Promise<string> => {
    const eventId = await publish(id, { capacity })
    const event = (await readEvent(context.table, eventId, true)) as PublishedEvent
    await writeAll(context.table, eventItems({ ...event, shards: 3 }))
    return eventId
  }

  test('all its seats are taken, whichever shard people belong to, and not one more; the rest wait', async () => {
    const eventId = await spread('event-shards', 7)
    await Promise.all(crowd.map((who) => signUp(who, eventId)))
    const counted = await countOf(eventId)
    expect(agrees(counted)).toBe(true)
    expect([counted.taken, counted.waiting]).toEqual([7, 13])
    expect(await show('w-student', eventId)).toMatchObject({ taken: 7, waiting: 13 })

    // Every seat that is given back finds somebody, of another shard's line too.
    for (let i = 0; i < 13; i++) {
      const [who = ''] = (await countOf(eventId)).seated
      await cancel(who, eventId)
      const now = await countOf(eventId)
      expect([agrees(now), now.taken, now.waiting]).toEqual([true, 7, 12 - i])
    }
  }, 60_000)

  test('given back and taken at once, over shards: no seat stays free while somebody waits', async () => {
    const eventId = await spread('event-shards-rush', 6)
    const [seated, others] = [crowd.slice(0, 6), crowd.slice(6)]
    for (const who of seated) await signUp(who, eventId)
    await Promise.all([...seated.slice(0, 4).map((who) => cancel(who, eventId)), ...others.slice(0, 8).map((who) => signUp(who, eventId))])
    const counted = await countOf(eventId)
    expect([agrees(counted), counted.taken, counted.waiting]).toEqual([true, 6, 4])
  }, 60_000)

  test('a count of people in line where nobody stands ends in a fault, and the seat is given back all the same', async () => {
    const eventId = await spread('event-shards-none', 3)
    const event = (await readEvent(context.table, eventId, true)) as PublishedEvent
    await signUp('w-student', eventId)
    for (const shard of [0, 1, 2]) if (shard !== shardOf('w-student', 3)) await putItem(context.table, { ...keys.seats(eventId, shard), taken: 0, waiting: 1, next: 2 })
    await expect(moveUp(context, event)).rejects.toThrow('Not decided')
    expect((await cancel('w-student', eventId)).status).toBe(500)
    expect((await cancel('w-student', eventId)).body).toMatchObject({ signUp: { state: 'cancelled' } })
  }, 60_000)

  test('its list goes page by page over all shards, without a gap or a repeat', async () => {
    const eventId = await spread('event-shards-list', 30)
    for (const who of crowd) await signUp(who, eventId)
    const found: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await call('w-manager', 'GET', `${at(eventId)}/attendees?limit=6${cursor ? `&cursor=${cursor}` : ''}`)
      found.push(...body.items.map(({ personId }: { personId: string }) => personId))
      cursor = body.next
    } while (cursor)
    expect(found.sort()).toEqual([...crowd].sort())
  }, 60_000)
})

describe('the calendar file', () => {
  const linesOf = async (who: string, eventId: string): Promise<string[]> => {
    const { status, body } = await call(who, 'GET', `${at(eventId)}/calendar`)
    expect(status).toBe(200)
    // RFC 5545: lines end with CRLF and are folded at 75 octets.
    for (const line of body.content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    return body.content.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  }

  test('one event in UTC, with an alarm an hour before; what it says is what the event says', async () => {
    const eventId = await publish('event-calendar', { title: '清洁河岸, 第二次; 带手套', description: '在桥头集合。\n自带水杯' })
    await signUp('w-student', eventId)
    const lines = await linesOf('w-student', eventId)
    for (const line of [
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:PUBLISH', `UID:${eventId}@qingcheng`, 'DTSTART:20260616T010000Z', 'DTEND:20260616T030000Z', 'DTSTAMP:20260615T020000Z', 'SUMMARY:清洁河岸\\, 第二次\\; 带手套', 'LOCATION:东河岸',
      'DESCRIPTION:东河镇青年之家\\n在桥头集合。\\n自带水杯', 'STATUS:CONFIRMED', 'ACTION:DISPLAY', 'TRIGGER:-PT1H', 'END:VCALENDAR',
    ]) expect(lines).toContain(line)
    expect((await call('w-student', 'GET', `${at(`${host}~event-none1`)}/calendar`)).status).toBe(404)
  })

  test('the same event keeps its UID, and its sequence grows with what becomes of the sign-up', async () => {
    const eventId = await publish('event-calendar2', { capacity: 1 })
    await signUp('w-student', eventId)
    const said = async () => {
      const lines = await linesOf('w-classmate', eventId)
      const of = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1)
      return [of('UID'), Number(of('SEQUENCE')), of('STATUS')]
    }
    const uid = `${eventId}@qingcheng`
    expect(await said()).toEqual([uid, 0, 'CONFIRMED'])
    context.setNow('2026-06-15T02:10:00Z')
    await signUp('w-classmate', eventId)
    expect(await said()).toEqual([uid, 600, 'TENTATIVE'])
    context.setNow('2026-06-15T02:20:00Z')
    await cancel('w-student', eventId)
    expect(await said()).toEqual([uid, 1200, 'CONFIRMED'])
    context.setNow('2026-06-15T02:30:00Z')
    await cancel('w-classmate', eventId)
    expect(await said()).toEqual([uid, 1800, 'CANCELLED'])
  })
})
