import { eventRoutes } from '../../functions/http/routes/events'
import { keys } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { changeSignUp, readSignUpsPage } from '../../functions/store/sign-ups'
import { getItem, putItem } from '../../functions/store/table'
import { signUpBy } from '../../functions/use-cases/sign-up'
import type { PublishedEvent } from '@shared/model/event'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, eventRoutes)
}, 60_000)
afterAll(() => context.close())

const home = 'wangcang.t01.home'
const event = (id: string, more: object = {}) => ({ id, org: home, title: '清洁河岸', category: 'volunteering', startsAt: '2026-06-16T09:00:00+08:00', endsAt: '2026-06-16T11:00:00+08:00', place: '东河岸', ...more })
const publish = (body: object, who = 'w-manager') => call(who, 'POST', '/v1/events', body)
const publishNew = async (id: string, more: object = {}, who = 'w-manager'): Promise<string> => (await publish(event(id, more), who)).body.eventId
const at = (eventId: string) => `/v1/events/${encodeURIComponent(eventId)}`
const signUp = (who: string, eventId: string, id = `sign-up-${who}`, more: object = {}) => call(who, 'POST', `${at(eventId)}/sign-up`, { id, ...more })
const taken = async (eventId: string) => (await getItem<PublishedEvent>(context.table, keys.event(eventId), true))?.taken

describe('publishing', () => {
  test('instants in UTC, an open event nobody is at; the same again gives the same, other content is refused', async () => {
    const first = await publish(event('event-0001', { capacity: 20 }))
    expect(first).toMatchObject({ status: 201, body: { eventId: `${home}~event-0001`, hostName: '东河镇青年之家', startsAt: '2026-06-16T01:00:00.000Z', state: 'open', taken: 0, minimumMinutes: 0, breaks: [] } })
    expect(await publish(event('event-0001', { capacity: 20 }))).toEqual(first)
    expect((await publish(event('event-0001', { capacity: 21 }))).body.code).toBe('id-reused')
  })

  test('a lesson, an activity and a visit count one each unless said otherwise', async () => {
    expect((await publish(event('event-visit', { category: 'youth-home' }))).body.quantity).toBe(1)
    expect((await publish(event('event-class', { category: 'civics-class', quantity: 2, distinctKey: 'lesson-3' }))).body).toMatchObject({ quantity: 2, distinctKey: 'lesson-3' })
  })

  test.each([
    ['an end before its start', { endsAt: '2026-06-16T08:00:00+08:00' }, 'endsAt', 'not-after-start'],
    ['more than a day', { endsAt: '2026-06-17T09:01:00+08:00' }, 'endsAt', 'too-long'],
    ['a break outside it', { breaks: [{ from: '2026-06-16T10:30:00+08:00', to: '2026-06-16T11:30:00+08:00' }] }, 'breaks[0]', 'outside-event'],
    ['a break that ends first', { breaks: [{ from: '2026-06-16T10:30:00+08:00', to: '2026-06-16T10:00:00+08:00' }] }, 'breaks[0].to', 'not-after-start'],
    ['two breaks at once', { breaks: [{ from: '2026-06-16T09:30:00+08:00', to: '2026-06-16T10:00:00+08:00' }, { from: '2026-06-16T09:50:00+08:00', to: '2026-06-16T10:10:00+08:00' }] }, 'breaks[1]', 'overlaps'],
    ['a quantity of minutes', { quantity: 60 }, 'quantity', 'not-for-minutes'],
    ['a minimum longer than itself', { minimumMinutes: 121 }, 'minimumMinutes', 'too-long'],
    ['no place', { place: ' ' }, 'place', undefined],
    ['no seats', { capacity: 0 }, 'capacity', undefined],
    ['an organisation that is not', { org: 'wangcang.t01.home2' }, 'org', 'unknown'],
  ])('%s names its field, and nothing is published', async (_what, wrong, path, code) => {
    const reply = await publish(event('event-wrong', wrong), 'w-county')
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ path, ...(code && { code }) }] } })
    expect(await getItem(context.table, keys.event(`${home}~event-wrong`), true)).toBeUndefined()
  })

  test('an event in the past is refused: begun more than an hour ago, or over', async () => {
    expect((await publish(event('event-past', { startsAt: '2026-06-15T08:59:00+08:00', endsAt: '2026-06-15T12:00:00+08:00' }))).body).toMatchObject({ code: 'event-in-the-past', errors: [{ path: 'startsAt' }] })
    expect((await publish(event('event-over', { startsAt: '2026-06-15T09:30:00+08:00', endsAt: '2026-06-15T10:00:00+08:00' }))).body.code).toBe('event-in-the-past')
    expect((await publish(event('event-late', { startsAt: '2026-06-15T09:00:00+08:00', endsAt: '2026-06-15T12:00:00+08:00' }))).status).toBe(201)
  })
})

describe('listing', () => {
  beforeAll(async () => {
    for (let i = 0; i < 7; i++) await publishNew(`event-list-${i}`, { startsAt: `2026-07-0${i + 1}T09:00:00+08:00`, endsAt: `2026-07-0${i + 1}T10:00:00+08:00` })
    await publishNew('event-school1', { org: 'wangcang.s01', startsAt: '2026-07-02T08:00:00+08:00', endsAt: '2026-07-02T10:00:00+08:00' }, 'w-school')
    await publishNew('event-other-school', { org: 'wangcang.s02', startsAt: '2026-07-02T08:00:00+08:00', endsAt: '2026-07-02T10:00:00+08:00' }, 'w-county')
    await publishNew('event-other-county', { org: 'qingchuan.t01.home', startsAt: '2026-07-02T08:00:00+08:00', endsAt: '2026-07-02T10:00:00+08:00' }, 'q-manager')
  })
  const july = 'from=2026-06-30T16:00:00Z&to=2026-07-31T16:00:00Z'
  const idsOf = (body: { items: { eventId: string }[] }) => body.items.map(({ eventId }) => eventId.split('~')[1])

  test('a student sees the homes’ and their school’s, soonest first, page by page without a gap or a repeat', async () => {
    const all = ['event-list-0', 'event-school1', 'event-list-1', 'event-list-2', 'event-list-3', 'event-list-4', 'event-list-5', 'event-list-6']
    const found: (string | undefined)[] = []
    let cursor: string | undefined
    do {
      const { body } = await call('w-student', 'GET', `/v1/events?${july}&limit=3${cursor ? `&cursor=${cursor}` : ''}`)
      found.push(...idsOf(body))
      cursor = body.next
    } while (cursor)
    expect(found).toEqual(all)
  })

  test('a manager’s own, one host’s, and what is over no longer', async () => {
    expect(idsOf((await call('w-manager', 'GET', `/v1/events?${july}&mine=true&limit=2`)).body)).toEqual(['event-list-0', 'event-list-1'])
    expect(idsOf((await call('w-student', 'GET', `/v1/events?${july}&host=wangcang.s01`)).body)).toEqual(['event-school1'])
    expect(idsOf((await call('w-manager', 'GET', '/v1/events?from=2026-07-07T02:00:00Z&mine=true')).body)).toEqual([])
    expect(idsOf((await call('w-manager', 'GET', '/v1/events?from=2026-07-07T01:59:59Z&mine=true')).body)).toEqual(['event-list-6'])
  })
})

test('what a person has a seat at, and of one kind: not what was given back, not what is over', async () => {
  const when = (day: string) => ({ startsAt: `${day}T09:00:00+08:00`, endsAt: `${day}T10:00:00+08:00` })
  await putPerson(context, 'w-joiner', { branch: 'wangcang.s01.b01' })
  const [first, second, third] = [await publishNew('event-join-1', when('2026-08-01')), await publishNew('event-join-2', { ...when('2026-08-02'), category: 'youth-home' }), await publishNew('event-join-3', when('2026-08-03'))]
  for (const eventId of [third, first, second]) await signUp('w-joiner', eventId)
  await call('w-joiner', 'DELETE', `${at(third)}/sign-up`)
  const listed = async (query: string) => (await call('w-joiner', 'GET', `/v1/events?${query}`)).body.items.map(({ eventId }: { eventId: string }) => eventId)
  expect(await listed('joined=true')).toEqual([first, second])
  expect(await listed('joined=true&from=2026-08-01T02:00:00Z')).toEqual([second])
  expect(await listed('category=youth-home&from=2026-08-01T00:00:00Z')).toEqual([second])
})

describe('signing up', () => {
  test('a seat and a handle that names nobody; the same again the same; a cancelled one gives the seat back', async () => {
    const eventId = await publishNew('event-seat', { capacity: 1 })
    const first = await signUp('w-student', eventId)
    expect(first).toMatchObject({ status: 201, body: { taken: 1, signUp: { state: 'signed-up' } } })
    expect(first.body.handle).toMatch(/^[\w-]{22}$/)
    expect(await signUp('w-student', eventId)).toEqual(first)
    expect((await signUp('w-classmate', eventId)).body).toMatchObject({ code: 'event-full', detail: { capacity: 1 } })
    expect((await call('w-student', 'DELETE', `${at(eventId)}/sign-up`)).body).toMatchObject({ taken: 0, signUp: { state: 'cancelled' } })
    expect((await call('w-student', 'DELETE', `${at(eventId)}/sign-up`)).body).toMatchObject({ taken: 0, signUp: { state: 'cancelled' } })
    expect((await signUp('w-classmate', eventId)).status).toBe(201)
    expect((await call('w-student', 'DELETE', `${at(await publishNew('event-seat2'))}/sign-up`)).body.code).toBe('not-signed-up')
  })

  test('a new phone registers its key and keeps seat and handle', async () => {
    const eventId = await publishNew('event-phone', { capacity: 5 })
    const { body } = await signUp('w-student', eventId, 'sign-up-phone1', { publicKey: 'A'.repeat(43) })
    const again = await signUp('w-student', eventId, 'sign-up-phone2', { publicKey: 'B'.repeat(43) })
    expect(again.body).toMatchObject({ taken: 1, handle: body.handle })
    expect(await getItem(context.table, keys.handle(body.handle), true)).toMatchObject({ publicKey: 'B'.repeat(43) })
    expect((await signUp('w-student', eventId, 'sign-up-phone2', { publicKey: 'C'.repeat(43) })).body.code).toBe('id-reused')
  })

  test('another county’s event is not found; a closed or past one takes nobody', async () => {
    const eventId = await publishNew('event-closing')
    expect((await signUp('q-student', eventId)).status).toBe(404)
    await call('w-manager', 'POST', `${at(eventId)}/close`, { id: 'close-0001' })
    expect((await signUp('w-student', eventId)).body.code).toBe('event-closed')
    const past = await publishNew('event-was')
    context.setNow('2026-06-16T03:00:00Z')
    expect((await signUp('w-student', past)).body.code).toBe('event-in-the-past')
    context.setNow('2026-06-15T02:00:00Z')
  })
})

describe('the last seat taken by twenty at once', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => `w-racer-${i}`)
  beforeAll(async () => {
    for (const who of twenty) await putPerson(context, who, { branch: 'wangcang.s01.b01' })
  })
  const race = async (id: string, change: typeof changeSignUp) => {
    const eventId = await publishNew(id, { capacity: 1 })
    const gated = signUpBy(together(20, change))
    const answers = await Promise.all(twenty.map(async (who) => gated(context, { eventId, id: `race-${who}` } as never, { actor: (await readMe(context.table, who, true)) as never, identity: '' })))
    const seated = (await readSignUpsPage(context.table, eventId, 100)).items.filter(({ state }) => state === 'signed-up')
    return { answers, seated, taken: await taken(eventId) }
  }

  test('one has it, nineteen hear that it is full', async () => {
    const { answers, seated, taken } = await race('event-last-seat', changeSignUp)
    expect(seated).toHaveLength(1)
    expect(taken).toBe(1)
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'event-full')).toHaveLength(19)
  })

  test('control: without the condition on the count, more than one has it', async () => {
    const unguarded: typeof changeSignUp = async (table, _event, _read, signUp) => {
      await putItem(table, { ...keys.signUp(signUp.eventId, signUp.personId), ...signUp })
      return true
    }
    expect((await race('event-control', unguarded)).seated.length).toBeGreaterThan(1)
  })
})
