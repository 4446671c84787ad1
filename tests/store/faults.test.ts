import type { DynamoDBRecord } from 'aws-lambda'
import fc from 'fast-check'
import { randomOf } from '../../functions/demo/random'
import { foldLedger } from '../../functions/core/fold-ledger'
import { entryKey, readLedger } from '../../functions/store/ledger'
import { keys, signUpPartition } from '../../functions/store/keys'
import { faultOfChain } from '../../functions/core/audit-chain'
import { readApplicationSteps, readChainHeads } from '../../functions/store/applications'
import { type Me, readMe } from '../../functions/store/people'
import { getItem, queryAll } from '../../functions/store/table'
import { projectPeople } from '../../functions/stream/project-people'
import { foldPerson } from '../../functions/use-cases/fold-person'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf } from '../support/scan'

/** A table whose calls fail: refused before they are done (throttled), or done and the reply lost. `next` says what becomes of each call. */
const faulty = (context: TestContext) => {
  const state = { next: (): 'fine' | 'throttled' | 'reply-lost' => 'fine' }
  context.table.doc.middlewareStack.add(
    (next) => async (args) => {
      const fate = state.next()
      if (fate === 'throttled') throw Object.assign(new Error('Rate exceeded'), { name: 'ProvisionedThroughputExceededException' })
      const answer = await next(args)
      if (fate === 'reply-lost') throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
      return answer
    },
    { step: 'initialize', name: 'faults' },
  )
  return state
}

const worlds: TestContext[] = []
const newWorld = async () => {
  const context = await testContext()
  worlds.push(context)
  await smallWorld(context)
  return { context, call: apiOf(context, allRoutes), faults: faulty(context) }
}
let log: typeof console.error
beforeAll(() => {
  log = console.error
  // Every injected fault is logged by the API: a thousand lines nobody reads.
  console.error = () => {}
})
afterAll(async () => {
  console.error = log
  for (const world of worlds) await world.close()
})

const host = 'wangcang.t01.home'
const eventId = `${host}~event-fault1`
const at = `/v1/events/${encodeURIComponent(eventId)}`
const scan = (label: string, direction: 'entry' | 'exit', deviceTime: string, personId: string) => scanOf(eventId, label, { direction, deviceTime, personId })
const hours = (i: number, from: string, to: string) => ({ id: `record-fault${i}`, category: 'volunteering', startedAt: `2026-06-10T${from}:00+08:00`, endedAt: `2026-06-10T${to}:00+08:00`, quantity: 60, title: '清理河道', photoIds: [] })
const decision = (i: number, verdict: string) => ({ decisions: [{ id: `decision-fault${i}`, personId: 'w-student', recordId: `record-fault${i}`, verdict, reason: 'other' }] })

/** A day in the small world, each request as its client sends it: with an id of its own, again and again until it is answered. */
const day: readonly (readonly [string, string, string, object])[] = [
  ['w-manager', 'POST', '/v1/events', { id: 'event-fault1', org: host, title: '清洁河岸', category: 'volunteering', startsAt: '2026-06-15T09:00:00+08:00', endsAt: '2026-06-15T12:00:00+08:00', place: '东河岸', capacity: 2 }],
  ['w-student', 'POST', '/v1/records', hours(1, '08:00', '09:00')],
  ['w-student', 'POST', '/v1/records', hours(2, '08:30', '09:30')],
  ['w-student', 'POST', '/v1/records', hours(3, '10:00', '11:00')],
  ['w-student', 'POST', `${at}/sign-up`, { id: 'sign-up-fault1' }],
  ['w-classmate', 'POST', `${at}/sign-up`, { id: 'sign-up-fault2' }],
  ['w-student-s02', 'POST', `${at}/sign-up`, { id: 'sign-up-fault3' }],
  ['w-secretary', 'POST', '/v1/reviews', decision(1, 'approved')],
  ['w-secretary', 'POST', '/v1/reviews', decision(2, 'approved')],
  ['w-secretary', 'POST', '/v1/reviews', decision(3, 'rejected')],
  ['w-manager', 'POST', `${at}/scanners`, { id: 'scanner-0001' }],
  ['w-manager', 'POST', `${at}/check-ins`, { scanner: 'scanner-0001', sentAt: '2026-06-15T01:32:00Z', scans: [scan('scan-fault-1', 'entry', '2026-06-15T01:30:00Z', 'w-student'), scan('scan-fault-2', 'entry', '2026-06-15T01:31:00Z', 'w-classmate')] }],
  ['w-manager', 'POST', `${at}/check-ins`, { scanner: 'scanner-0001', sentAt: '2026-06-15T01:56:00Z', scans: [scan('scan-fault-3', 'exit', '2026-06-15T01:55:00Z', 'w-classmate')] }],
  ['w-manager', 'POST', `${at}/close`, { id: 'close-fault1', checkOutAll: true }],
  ['w-secretary', 'POST', '/v1/rolls', { id: 'roll-fault1', org: 'wangcang.s01.b01', category: 'civics-class', distinctKey: 'lesson-1', title: '第一课', startedAt: '2026-06-12T09:00:00+08:00', endedAt: '2026-06-12T10:00:00+08:00', quantity: 1, people: [{ personId: 'w-student' }, { personId: 'w-classmate' }] }],
  ['w-student', 'POST', '/v1/applications', { id: 'letter-fault1', letter: '我志愿加入' }],
  ['w-secretary', 'POST', '/v1/people/w-student/application/acts', { id: 'return-fault1', version: 1, what: { act: 'return', reason: '请写具体' } }],
]

const live = async ({ call }: Awaited<ReturnType<typeof newWorld>>) => {
  for (const [who, method, path, body] of day) {
    for (let tries = 0; ; tries++) {
      // A fault of the test's own read of the account, or a 500: the client tries again.
      const reply = await call(who, method, path, body).catch(() => undefined)
      if (reply && reply.status < 500) break
      if (tries > 300) throw new Error(`Never answered: ${path}`)
    }
  }
}

/** The trail without its salts, which are drawn anew at each try, and what follows from them: that it is a chain is asked here. */
const trailOf = async (context: TestContext) => {
  const steps = await readApplicationSteps(context.table, 'w-student')
  expect(faultOfChain(steps)).toBeUndefined()
  expect((await readChainHeads(context.table, 'w-student')).map(({ count, hash }) => ({ count, hash }))).toEqual([{ count: 2, hash: steps.at(-1)?.hash }])
  return steps.map(({ salt, sealed, prev, hash, ...step }) => step)
}

const people = ['w-student', 'w-classmate', 'w-student-s02']
const stateOf = async ({ context }: Awaited<ReturnType<typeof newWorld>>) => ({
  ledgers: await Promise.all(people.map(async (who) => foldLedger(await readLedger(context.table, who)))),
  steps: await trailOf(context),
  event: await getItem(context.table, keys.event(eventId), true),
  counted: await getItem(context.table, keys.seats(eventId, 0), true),
  seats: (await queryAll<{ personId: string; state: string }>(context.table, { pk: signUpPartition(eventId, 0), prefix: 'P#', consistent: true })).map(({ personId, state }) => ({ personId, state })),
})

test('replies lost after the commit and calls throttled, at random: the day ends as it does without, nothing lost, nothing twice', async () => {
  const calm = await newWorld()
  await live(calm)
  const expected = await stateOf(calm)
  expect(expected.ledgers.map(({ entries }) => entries)).toEqual([6, 1, 0])
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const world = await newWorld()
      const random = randomOf(`faults ${seed}`)
      // One call of six fails, before or after it is done.
      world.faults.next = () => (['throttled', 'reply-lost'] as const)[random.int(0, 11)] ?? 'fine'
      await live(world)
      world.faults.next = () => 'fine'
      expect(await stateOf(world)).toEqual(expected)
    }),
    { numRuns: 8 },
  )
}, 600_000)

test('a stream function killed or throttled in the middle of a batch, which then comes again out of order: the projections are the ledger’s fold', async () => {
  const world = await newWorld()
  await live(world)
  const { context, faults } = world
  const records = (await Promise.all(people.map(async (who) => (await readLedger(context.table, who)).map((entry): DynamoDBRecord => {
    const { pk, sk } = entryKey(who, entry)
    return { dynamodb: { SequenceNumber: `${who} ${sk}`, Keys: { pk: { S: pk }, sk: { S: sk } }, NewImage: 'recordId' in entry ? { recordId: { S: entry.recordId } } : {} } }
  })))).flat()
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(records, { minLength: records.length }), fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }), async (shuffled, deaths) => {
      const handle = projectPeople(context)
      for (const calls of deaths) {
        let left = calls
        faults.next = () => (left-- > 0 ? 'fine' : 'throttled')
        await handle({ Records: shuffled })
      }
      faults.next = () => 'fine'
      expect((await handle({ Records: shuffled })).batchItemFailures).toEqual([])
      for (const who of people.slice(0, 2)) {
        const me = (await readMe(context.table, who, true)) as Me
        expect(me.progress).toEqual((await foldPerson(context, me)).progress)
      }
      const waiting = await queryAll<{ recordId: string }>(context.table, { pk: 'Q#wangcang.s01.b01', prefix: 'R#', consistent: true })
      expect(waiting.map(({ recordId }) => recordId)).toEqual(['record-fault2'])
    }),
    { numRuns: 10 },
  )
}, 600_000)

test('a stream batch that fails says from where it must come again', async () => {
  const { context, faults } = await newWorld()
  faults.next = () => 'throttled'
  const records = ['w-student', 'w-classmate'].map((who): DynamoDBRecord => ({ dynamodb: { SequenceNumber: who, Keys: { pk: { S: `P#${who}` }, sk: { S: 'L#R#record-1' } } } }))
  expect((await projectPeople(context)({ Records: records })).batchItemFailures).toEqual([{ itemIdentifier: 'w-student' }])
  faults.next = () => 'fine'
})
