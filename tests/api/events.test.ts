import { eventRoutes } from '../../functions/http/routes/events'
import { keys } from '../../functions/store/keys'
import { getItem } from '../../functions/store/table'
import { apiOf } from '../support/api'
import { at } from '../support/at-event'
import { busyTable } from '../support/busy'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

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
const signUp = (who: string, eventId: string, id = `sign-up-${who}`, more: object = {}) => call(who, 'POST', `${at(eventId)}/sign-up`, { id, ...more })

describe('publishing', () => {
  test('instants in UTC, an open event nobody is at; the same again gives the same, other content is refused', async () => {
    const first = await publish(event('event-0001', { capacity: 20 }))
    expect(first).toMatchObject({ status: 201, body: { eventId: `${home}~event-0001`, hostName: '东河镇青年之家', startsAt: '2026-06-16T01:00:00.000Z', state: 'open', taken: 0, minimumMinutes: 0, breaks: [] } })
    expect(await publish(event('event-0001', { capacity: 20 }))).toEqual(first)
    expect((await publish(event('event-0001', { capacity: 21 }))).body.code).toBe('id-reused')
  })

  test('an id that is free is not called taken where two requests at once were in each other’s way', async () => {
    const busy = apiOf({ ...context, table: busyTable(context.table) }, eventRoutes)
    expect(await busy('w-manager', 'POST', '/v1/events', event('event-busy'))).toMatchObject({ status: 201, body: { eventId: `${home}~event-busy`, state: 'open' } })
    expect((await publish(event('event-busy', { capacity: 21 }))).body.code).toBe('id-reused')
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
