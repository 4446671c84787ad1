import type { DynamoDBRecord } from 'aws-lambda'
import type { EventSummary, PublishedEvent } from '@shared/model/event'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { eventRoutes } from '../../functions/http/routes/events'
import { conflictRoutes } from '../../functions/http/routes/conflicts'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { finishDueEvents } from '../../functions/schedule/finish-events'
import { dueAgain, readDueEvents } from '../../functions/store/due-events'
import { readEvent } from '../../functions/store/events'
import { keys } from '../../functions/store/keys'
import { appendEntry, entryKey, readLedger } from '../../functions/store/ledger'
import { readScans } from '../../functions/store/scans'
import { readSummary } from '../../functions/store/summaries'
import { getItem, writeAll } from '../../functions/store/table'
import { readHomeVisitors } from '../../functions/store/youth-homes'
import { projectPeople } from '../../functions/stream/project-people'
import { finishEvent } from '../../functions/use-cases/finish-event'
import { finishEvents } from '../../functions/use-cases/finish-events'
import { apiOf } from '../support/api'
import { at, riverside } from '../support/at-event'
import { busyTable } from '../support/busy'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf } from '../support/scan'

let context: TestContext
let call: ReturnType<typeof apiOf>
const members = Array.from({ length: 7 }, (_, i) => `w-member-${i}`)
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  for (const who of members) await putPerson(context, who, { branch: 'wangcang.s01.b01' })
  call = apiOf(context, { ...eventRoutes, ...checkInRoutes, ...conflictRoutes, ...scannerRoutes })
}, 60_000)
afterEach(() => context.close())

const home = 'wangcang.t01.home'
/** 15 June, 10:00–12:00 in Beijing: it is due at 13:00, which is 05:00 UTC. */
const publish = async (id: string, more: object = {}): Promise<string> =>
  (await call('w-manager', 'POST', '/v1/events', riverside(id, more))).body.eventId
const signUp = (who: string, eventId: string) => call(who, 'POST', `${at(eventId)}/sign-up`, { id: `sign-up-${who}` })
const scan = async (eventId: string, who: string, direction: 'entry' | 'exit', deviceTime: string) => {
  const { body: { scannerId: scanner } } = await call('w-manager', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-finish' })
  const { body } = await call('w-manager', 'POST', `${at(eventId)}/check-ins`, { scanner, sentAt: new Date(context.now()).toISOString(), scans: [scanOf(eventId, `${who} ${direction} ${deviceTime}`, { direction, deviceTime, personId: who })] })
  expect(body.verdicts).toMatchObject([{ verdict: 'accepted' }])
}
/** What the stream brings of a member's scans to the function that makes progress. */
const project = async (who: string) => {
  const entries = (await readLedger(context.table, who)).filter((entry) => entry.type === 'scan')
  const records = entries.map((entry): DynamoDBRecord => {
    const { pk, sk } = entryKey(who, entry)
    return { dynamodb: { SequenceNumber: sk, Keys: { pk: { S: pk }, sk: { S: sk } }, NewImage: { at: { S: entry.at }, credit: { M: { endsAt: { S: entry.credit.endsAt } } } } } }
  })
  expect(records.length).toBeGreaterThan(0)
  expect((await projectPeople(context)({ Records: records })).batchItemFailures).toEqual([])
}
const run = () => finishDueEvents(context, ['wangcang'])()
const summaryOf = (eventId: string) => readSummary(context.table, eventId)
const signUpOf = async (who: string, eventId: string) => (await call(who, 'GET', at(eventId))).body.signUp

/** Seven signed up for five seats: one leaves in time, one stays inside, two do not come, one walks in, two wait. */
const lived = async (id = 'event-lived'): Promise<string> => {
  const eventId = await publish(id, { capacity: 5, minimumMinutes: 30 })
  for (const who of members) await signUp(who, eventId)
  await scan(eventId, 'w-member-0', 'entry', '2026-06-15T02:00:00Z')
  await scan(eventId, 'w-member-1', 'entry', '2026-06-15T02:00:00Z')
  await scan(eventId, 'w-student', 'entry', '2026-06-15T02:00:00Z')
  context.setNow('2026-06-15T04:00:00Z')
  await scan(eventId, 'w-member-0', 'exit', '2026-06-15T03:00:00Z')
  await scan(eventId, 'w-student', 'exit', '2026-06-15T03:30:00Z')
  return eventId
}
const livedSummary = { came: 3, noShow: 3, minutes: 60 + 30 + 90, byList: 3, missingExits: 1, capacity: 5 }

test('an event whose doors have closed is closed by itself, checks nobody out, and says what it came to; not a minute before', async () => {
  const eventId = await lived()
  context.setNow('2026-06-15T04:59:59Z')
  await run()
  expect(await readEvent(context.table, eventId, true)).toMatchObject({ state: 'open' })
  context.setNow('2026-06-15T05:00:00Z')
  expect(await run()).toMatchObject({ finished: 1 })
  expect(await readEvent(context.table, eventId, true)).toMatchObject({ state: 'closed', closing: { by: 'system', at: '2026-06-15T05:00:00.000Z', checkOutAll: false } })
  expect(await summaryOf(eventId)).toMatchObject(livedSummary)
  expect(await run()).toMatchObject({ finished: 0 })
})

test('who did not come is told so, and the manager; who came, or only waited, is not; the figures are for those who answer for the event', async () => {
  const eventId = await lived()
  context.setNow('2026-06-15T05:10:00Z')
  expect(await signUpOf('w-member-4', eventId)).not.toHaveProperty('came')
  await run()
  expect(await signUpOf('w-member-0', eventId)).toMatchObject({ came: true })
  expect(await signUpOf('w-member-4', eventId)).toMatchObject({ came: false })
  expect(await signUpOf('w-member-6', eventId)).toEqual({ state: 'waiting', at: '2026-06-15T02:00:00.000Z' })
  const { items } = (await call('w-manager', 'GET', `${at(eventId)}/attendees`)).body
  expect(items.filter(({ noShow }: { noShow?: boolean }) => noShow).map(({ personId }: { personId: string }) => personId).sort()).toEqual(['w-member-2', 'w-member-3', 'w-member-4'])
  expect(items.filter(({ waiting }: { waiting?: boolean }) => waiting).map(({ personId }: { personId: string }) => personId).sort()).toEqual(['w-member-5', 'w-member-6'])
  const listed = async (who: string) => (await call(who, 'GET', `/v1/events?host=${home}&from=2026-06-15T00:00:00Z`)).body.items.find((one: { eventId: string }) => one.eventId === eventId)
  const { capacity, ...figures } = livedSummary
  expect((await listed('w-manager')).summary).toEqual(figures)
  expect(await listed('w-member-0')).not.toHaveProperty('summary')
  expect((await call('w-member-0', 'GET', at(eventId))).body).not.toHaveProperty('summary')
})

test('who looks at an event that is over has their scans read once', async () => {
  const eventId = await lived()
  context.setNow('2026-06-15T05:10:00Z')
  await run()
  let reads = 0
  context.table.doc.middlewareStack.add((next) => async (args) => {
    if (JSON.stringify(args.input).includes(`L#S#${eventId}#`)) reads++
    return next(args)
  }, { step: 'initialize', name: 'reads' })
  expect((await call('w-member-0', 'GET', at(eventId))).body).toMatchObject({ signUp: { came: true }, attendance: { minutes: 60 } })
  expect(reads).toBe(1)
})

test('a scan that arrives later, from where there was no signal, makes the summary anew: whoever came is no longer missing', async () => {
  const eventId = await lived()
  context.setNow('2026-06-15T05:10:00Z')
  await finishEvents(context, 'wangcang', { people: 1000 })
  context.setNow('2026-06-16T01:23:00Z')
  await scan(eventId, 'w-member-4', 'entry', '2026-06-15T02:30:00Z')
  await scan(eventId, 'w-member-4', 'exit', '2026-06-15T03:30:00Z')
  await project('w-member-4')
  expect(await readDueEvents(context.table, 'wangcang', '2026-06-16T01:29:59.999Z')).toEqual([])
  context.setNow('2026-06-16T01:30:00Z')
  expect(await finishEvents(context, 'wangcang', { people: 1000 })).toBe(1)
  expect(await summaryOf(eventId)).toMatchObject({ ...livedSummary, came: 4, noShow: 2, minutes: livedSummary.minutes + 60, byList: 4 })
  expect(await signUpOf('w-member-4', eventId)).toMatchObject({ came: true })
})

test('a scan that waited for a manager until the event was finished makes the summary anew as well', async () => {
  const eventId = await lived()
  const { body: { scannerId: scanner } } = await call('w-manager', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-finish' })
  // Uploaded in time, by a clock that nothing vouches for.
  const scans = [scanOf(eventId, 'in doubt', { direction: 'entry', deviceTime: '2026-06-15T03:00:00Z', personId: 'w-member-4' })]
  expect((await call('w-manager', 'POST', `${at(eventId)}/check-ins`, { scanner, sentAt: '2026-06-15T03:00:00Z', scans })).body.verdicts).toMatchObject([{ verdict: 'conflict', code: 'clock-skew' }])
  context.setNow('2026-06-15T05:10:00Z')
  await run()
  expect(await summaryOf(eventId)).toMatchObject(livedSummary)
  context.setNow('2026-06-15T06:00:00Z')
  expect((await call('w-manager', 'POST', `${at(eventId)}/conflicts/${scans[0]?.scanId}/decision`, { id: 'decision-late', accept: true, time: '2026-06-15T03:00:00Z' })).body).toMatchObject({ accepted: true })
  await project('w-member-4')
  context.setNow('2026-06-15T06:10:00Z')
  expect(await run()).toMatchObject({ finished: 1 })
  expect(await summaryOf(eventId)).toMatchObject({ came: livedSummary.came + 1, noShow: livedSummary.noShow - 1 })
})

test('a reason that comes while an event is being finished is not taken away with the one before', async () => {
  const eventId = await lived()
  context.setNow('2026-06-15T05:10:00Z')
  await run()
  await dueAgain(context.table, eventId, '2026-06-15T05:11:00.000Z')
  context.setNow('2026-06-15T05:20:00Z')
  const [due] = await readDueEvents(context.table, 'wangcang', '2026-06-15T05:20:00.000Z')
  // As a scan would whose request took its time: between this run's look and its end.
  await dueAgain(context.table, eventId, '2026-06-15T05:12:00.000Z')
  expect(await finishEvent(context, due as NonNullable<typeof due>, { people: 1000 })).toBe(false)
  expect(await readDueEvents(context.table, 'wangcang', '2026-06-15T05:20:00.000Z')).toHaveLength(1)
  expect(await finishEvents(context, 'wangcang', { people: 1000 })).toBe(1)
  expect(await readDueEvents(context.table, 'wangcang', '2026-06-15T05:20:00.000Z')).toEqual([])
})

test('an event of several shards, finished a page at a time over many runs, some of which die: the same summary', async () => {
  const eventId = await publish('event-spread')
  const event = (await readEvent(context.table, eventId, true)) as PublishedEvent
  await writeAll(context.table, [{ ...keys.event(eventId), ...event, shards: 3 }])
  for (const who of members) await signUp(who, eventId)
  for (const who of members.slice(0, 4)) await scan(eventId, who, 'entry', '2026-06-15T02:00:00Z')
  context.setNow('2026-06-15T05:10:00Z')
  let calls = 0
  let fatal = Number.POSITIVE_INFINITY
  context.table.doc.middlewareStack.add((next) => async (args) => {
    if (++calls >= fatal) throw new Error('killed')
    return next(args)
  }, { step: 'initialize', name: 'killer' })
  let runs = 0
  // A budget of one person ends a run after the page that spends it.
  for (let finished = 0; finished === 0; runs++) {
    if (runs > 200) throw new Error('Never finished')
    ;[calls, fatal] = [0, runs % 2 ? Number.POSITIVE_INFINITY : 3 + runs]
    finished = await finishEvents(context, 'wangcang', { people: 1 }).catch(() => 0)
  }
  fatal = Number.POSITIVE_INFINITY
  expect(runs).toBeGreaterThan(3)
  expect(await summaryOf(eventId)).toMatchObject({ came: 4, noShow: 3, missingExits: 4 } satisfies Partial<EventSummary>)
})

test('a home’s month: everyone once, visit days and events, what was held against its limit; made anew, not counted up', async () => {
  await run()
  const [eventId, visit] = [await lived(), `${home}~visit-20260615`]
  for (const who of ['w-member-0', 'w-classmate']) await scan(visit, who, 'entry', '2026-06-15T03:00:00Z')
  context.setNow('2026-06-15T17:00:00Z')
  await run()
  const month = () => getItem(context.table, keys.homeMonth(home, '2026-06'), true)
  expect(await month()).toMatchObject({ distinct: 4, events: 1, came: 5, seated: 3, capacity: 5 })
  await dueAgain(context.table, eventId, '2026-06-15T17:00:00.000Z')
  await dueAgain(context.table, visit, '2026-06-15T17:00:00.000Z')
  context.setNow('2026-06-15T17:10:00Z')
  await run()
  expect(await month()).toMatchObject({ distinct: 4, events: 1, came: 5, seated: 3, capacity: 5 })
})

test('whoever came to nothing after all is no visitor of the month; whose scans were taken back at one of two events still is', async () => {
  await run()
  const [eventId, visit] = [await lived(), `${home}~visit-20260615`]
  for (const who of ['w-member-0', 'w-classmate']) await scan(visit, who, 'entry', '2026-06-15T03:00:00Z')
  context.setNow('2026-06-15T17:00:00Z')
  await run()
  const month = () => getItem(context.table, keys.homeMonth(home, '2026-06'), true)
  const visitors = () => readHomeVisitors(context.table, home, '2026-06')
  expect(await month()).toMatchObject({ distinct: 4, came: 5 })
  const takeBack = async (event: string, who: string) => {
    for (const { type, scanId } of await readScans(context.table, who, event, true)) {
      if (type === 'scan') await appendEntry(context.table, who, { type: 'scan-undone', eventId: event, scanId, id: `undo-${scanId}`, at: '2026-06-15T17:05:00.000Z', by: 'w-township' })
    }
    await dueAgain(context.table, event, '2026-06-15T17:05:00.000Z')
  }
  await takeBack(visit, 'w-classmate')
  await takeBack(eventId, 'w-member-0')
  context.setNow('2026-06-15T17:10:00Z')
  await run()
  expect(await month()).toMatchObject({ distinct: 3, came: 3 })
  expect((await visitors()).sort()).toEqual(['w-member-0', 'w-member-1', 'w-student'])
  // The other one as well: now they came to nothing.
  await takeBack(visit, 'w-member-0')
  await dueAgain(context.table, visit, '2026-06-15T17:15:00.000Z')
  context.setNow('2026-06-15T17:20:00Z')
  await run()
  expect((await visitors()).sort()).toEqual(['w-member-1', 'w-student'])
})

test('an event that cannot be finished holds up no other, nor its county the next', async () => {
  const [stuck, other] = [await publish('event-stuck', { endsAt: '2026-06-15T11:00:00+08:00' }), await publish('event-other')]
  const { body: { eventId: far } } = await call('q-manager', 'POST', '/v1/events', { id: 'event-far', org: 'qingchuan.t01.home', title: '清洁河岸', category: 'volunteering', startsAt: '2026-06-15T10:00:00+08:00', endsAt: '2026-06-15T12:00:00+08:00', place: '东河岸' })
  context.setNow('2026-06-15T05:00:00Z')
  context.table.doc.middlewareStack.add((next) => async (args) => {
    if (JSON.stringify(args.input).includes(`${stuck}#`)) throw new Error('always')
    return next(args)
  }, { step: 'initialize', name: 'always' })
  await expect(finishDueEvents(context, ['wangcang', 'qingchuan'])()).rejects.toThrow('always')
  expect(await summaryOf(other)).toMatchObject({ came: 0 })
  expect(await summaryOf(far)).toMatchObject({ came: 0 })
  expect(await summaryOf(stuck)).toBeUndefined()
})

describe('visit days', () => {
  const visitsOf = async (of: string) => (await call('w-county', 'GET', `/v1/events?host=${of}&limit=100&from=2026-06-01T00:00:00Z`)).body.items.map((one: { eventId: string; startsAt: string; endsAt: string }) => one)

  test('each home has today’s and those of seven days to come, from midnight to midnight; the next day one more each', async () => {
    expect(await run()).toMatchObject({ published: 16 })
    const visits = await visitsOf(home)
    expect(visits.map(({ eventId }: { eventId: string }) => eventId)).toEqual(['15', '16', '17', '18', '19', '20', '21', '22'].map((day) => `${home}~visit-202606${day}`))
    expect(visits[0]).toMatchObject({ title: '东河镇青年之家开放日', category: 'youth-home', quantity: 1, startsAt: '2026-06-14T16:00:00.000Z', endsAt: '2026-06-15T16:00:00.000Z', place: '东河镇青年之家' })
    expect(await run()).toMatchObject({ published: 0 })
    // In Beijing it is the 16th.
    context.setNow('2026-06-15T16:00:00Z')
    expect(await run()).toMatchObject({ published: 2 })
    expect((await visitsOf(home)).at(-1)).toMatchObject({ eventId: `${home}~visit-20260623` })
  })

  test('a home that is new has all of them at once, and what is there is not published twice', async () => {
    await run()
    await writeAll(context.table, [{ ...keys.org('wangcang.t03.home'), id: 'wangcang.t03.home', kind: 'home', name: '国华镇青年之家' }])
    expect(await run()).toMatchObject({ published: 8 })
    expect(await visitsOf('wangcang.t03.home')).toHaveLength(8)
    expect(await visitsOf(home)).toHaveLength(8)
  })

  test('one that another transaction was at is published all the same, and a home in the place of another is seen', async () => {
    expect(await finishDueEvents({ ...context, table: busyTable(context.table, 3) }, ['wangcang'])()).toMatchObject({ published: 16 })
    expect(await visitsOf(home)).toHaveLength(8)
    await writeAll(context.table, [{ ...keys.org('wangcang.t03.home'), id: 'wangcang.t03.home', kind: 'home', name: '国华镇青年之家' }], [keys.org('wangcang.t02.home')])
    expect(await run()).toMatchObject({ published: 8 })
    expect(await visitsOf('wangcang.t03.home')).toHaveLength(8)
  })

  test('they do not crowd the list of what there is to join; of their kind, or of their home, they are listed', async () => {
    await run()
    const eventId = await publish('event-among')
    const ids = async (query: string) => (await call('w-student', 'GET', `/v1/events?limit=100${query}`)).body.items.map((one: { eventId: string }) => one.eventId)
    expect(await ids('')).toEqual([eventId])
    expect(await ids('&category=youth-home')).toHaveLength(16)
    expect(await ids(`&host=${home}`)).toHaveLength(9)
  })
})
