import { isDeepStrictEqual } from 'node:util'
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { Handle, PublishedEvent } from '@shared/model/event'
import type { DynamoDBRecord } from 'aws-lambda'
import { type Consumer, startPoller } from '../../functions/local/stream-poller/poller'
import { foldLedger } from '../../functions/core/fold-ledger'
import { rollUpMembers } from '../../functions/core/roll-up'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { keys } from '../../functions/store/keys'
import { readLedger } from '../../functions/store/ledger'
import { type Me, readMe } from '../../functions/store/people'
import { readRollUps } from '../../functions/store/roll-ups'
import { getItems, type Item, writeAll } from '../../functions/store/table'
import { projectPeople } from '../../functions/stream/project-people'
import { projectRollUps } from '../../functions/stream/project-roll-ups'
import { eachOf } from '../../functions/use-cases/each-of'
import { foldPerson } from '../../functions/use-cases/fold-person'
import { policyAt } from '../../functions/use-cases/read-person'
import { apiOf } from '../support/api'
import { smallWorld, testContext } from '../support/context'
import { databaseConfig } from '../support/dynamodb'
import { scanOf, type ScanMade } from '../support/scan'
import { phoneOf } from '../support/signed-pass'
import { meterClient, resetMeter } from './meter'

/** Row 4: 3 000 members of one school come within five minutes, past four scanners. */
const people = 3_000
const spanMs = 5 * 60_000
/** An upload is answered so much later, and what was scanned meanwhile goes with the next one, as the app sends them. */
const answeredMs = 500
const mostInBatch = 100
const host = 'wangcang.s01'
const eventId = `${host}~event-burst-2`
const branches = [`${host}.b01`, `${host}.b02`]
const begin = Date.parse('2026-06-15T02:00:00.000Z')
const iso = (ms: number) => new Date(ms).toISOString()
const nameOf = (i: number) => `p-morning-${String(i).padStart(4, '0')}`
const handleOf = (i: number) => Buffer.alloc(16, `handle ${String(i).padStart(9, '0')}`).toString('base64url')
const phone = phoneOf('any member’s phone')

/** The server's clock less the scanner's, what vouches for it, and from when until when it is without a network. */
const scanners: { offsetMs: number; steady: boolean; offline?: [number, number] }[] = [
  { offsetMs: 3 * 60_000, steady: false },
  { offsetMs: -86_400_000, steady: true },
  { offsetMs: 86_400_000, steady: false },
  { offsetMs: 0, steady: true, offline: [60_000, 180_000] },
]
interface Waiting {
  person: number
  ms: number
  scan: ScanMade & { scanId: string }
}

/** A scan of a member at `ms`, by the scanner whose look at the server was a minute before the doors. */
const scanAt = (person: number, scanner: number, ms: number, label: string): Waiting => {
  const { offsetMs, steady } = scanners[scanner] as (typeof scanners)[number]
  const look = begin - 60_000
  const clock = { serverTime: iso(look), deviceTime: iso(look - offsetMs), ...(steady && { elapsedMs: ms - look }) }
  return { person, ms, scan: scanOf(eventId, label, { direction: 'entry', deviceTime: iso(ms - offsetMs), clock, code: phone.passAt(eventId, handleOf(person), ms) }) }
}

/** Who stands before which scanner when: every twentieth is scanned again by the next scanner, two seconds later. */
const queues = (): Waiting[][] => {
  const scans = Array.from({ length: people }, (_, i) => i).flatMap((i) => {
    const ms = begin + Math.floor((i * spanMs) / people)
    return [[i % 4, scanAt(i, i % 4, ms, `morning ${i}`)] as const, ...(i % 20 === 7 ? [[(i + 1) % 4, scanAt(i, (i + 1) % 4, ms + 2000, `morning again ${i}`)] as const] : [])]
  })
  return scanners.map((_, scanner) => scans.flatMap(([at, scan]) => (at === scanner ? [scan] : [])).sort((a, b) => a.ms - b.ms))
}

export interface Burst {
  uploads: number
  scans: number
  replayed: number
  lost: number
  countedTwice: number
  conflicts: number
  transactions: number
  /** Write units of the API, the projections and the telemetry, a member; of a scan uploaded again; of a second scan of somebody who is inside. */
  unitsPerCheckIn: number
  unitsPerReplay: number
  unitsPerSecondScan: number
  /** Seconds from the last answer until all progress and the school's figures were there, the roll-ups' window left out. */
  settleSeconds: number
}

export const benchBurst = async (): Promise<Burst> => {
  const context = await testContext()
  await smallWorld(context)
  const [policy, orgs] = [await context.policy('wangcang'), await context.orgs('wangcang')]
  Object.assign(context, { policy: async () => policy, orgs: async () => orgs })
  const client = context.table.doc as unknown as DynamoDBClient
  const event: PublishedEvent = { eventId, host, title: '全校植树', category: 'quality-activity', quantity: 1, startsAt: iso(begin), endsAt: iso(begin + 2 * 3_600_000), place: '后山', minimumMinutes: 0, breaks: [], state: 'open', shards: 1, publishedAt: iso(begin - 86_400_000), publishedBy: 'w-school' }
  const items = Array.from({ length: people }, (_, i): Item[] => {
    const [personId, branch] = [nameOf(i), branches[i % 2] as string]
    const held: Handle = { eventId, personId, name: personId, state: 'signed-up', publicKey: phone.publicKey }
    return [{ ...keys.handle(handleOf(i)), ...held }, { ...keys.me(personId), personId, name: personId, birthDate: '2010-03-01', branch, roles: [{ name: 'student', scope: branch }], epoch: 1 }, { ...keys.member(branch, personId), personId, name: personId }]
  })
  const phones = scanners.map((_, i): Item => ({ ...keys.scanner(eventId, `scanner-${i}000`), scannerId: `scanner-${i}000`, eventId, personId: 'w-school', at: iso(begin - 60_000) }))
  await eachOf(Array.from({ length: Math.ceil(people / 25) }, (_, n) => items.slice(n * 25, n * 25 + 25).flat()), 8, (some) => writeAll(context.table, some))
  await writeAll(context.table, [{ ...keys.event(eventId), ...event }, ...phones])

  const meter = meterClient(client)
  const call = apiOf(context, checkInRoutes)
  const streams = new DynamoDBStreamsClient(databaseConfig())
  const arn = (await client.send(new DescribeTableCommand({ TableName: context.table.name }))).Table?.LatestStreamArn ?? ''
  const consumer = (name: string, invoke: Consumer['invoke'], batchSize: number, sk: object | string): Consumer => ({
    name, invoke, batchSize, windowMs: 0, mostRetries: 8, bisect: true, filterPatterns: [{ dynamodb: { Keys: { pk: { S: [{ prefix: 'P#p-morning' }] }, sk: { S: [sk] } } } }],
    load: () => undefined, save: () => {}, givenUp: (records, why) => { throw new Error(`${name} gave up ${records.length}: ${why}`) },
  })
  // Five minutes pass in less here, and the roll-ups' window of 20 s with them: batches are gathered, and go when it is over by the scanners' clock.
  let gathered: DynamoDBRecord[] = []
  const rollUp = async () => {
    const Records = gathered
    gathered = []
    for (let at = 0; at < Records.length; at += 1000) await projectRollUps(context)({ Records: Records.slice(at, at + 1000) })
  }
  const gather: Consumer['invoke'] = async (records) => {
    gathered.push(...records)
    return { batchItemFailures: [] }
  }
  const pollers = [
    startPoller(streams, arn, consumer('progress', (Records) => projectPeople(context)({ Records }), 100, { prefix: 'L#' }), console.error),
    startPoller(streams, arn, consumer('roll-ups', gather, 1000, 'ME'), console.error),
  ]
  // What was prepared goes through first: it is no part of the burst.
  const rollUpOf = async () => (await readRollUps(context.table, [host], true))[0]
  for (; ((await rollUpOf())?.members ?? 0) < people; await rollUp()) await new Promise((next) => setTimeout(next, 200))
  resetMeter(meter)

  const told = new Map<string, string[]>()
  let uploads = 0
  let replayed = 0
  const send = async (scanner: number, batch: Waiting[], now: number) => {
    uploads++
    const reply = await call('w-school', 'POST', `/v1/events/${encodeURIComponent(eventId)}/check-ins`, { scanner: `scanner-${scanner}000`, sentAt: iso(now - (scanners[scanner]?.offsetMs ?? 0)), scans: batch.map(({ scan }) => scan) })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply))
    for (const { scanId, ...verdict } of reply.body.verdicts) told.set(scanId, [...(told.get(scanId) ?? []), JSON.stringify(verdict)])
  }
  const waiting = queues()
  const scans = waiting.flat()
  const uploadsBy = scanners.map(() => 0)
  for (let now = begin; waiting.some((queue) => queue.length); now += answeredMs) {
    context.setNow(iso(now))
    if ((now - begin) % 20_000 === 0) await rollUp()
    await Promise.all(scanners.map(async ({ offline }, scanner) => {
      if (offline && now - begin >= offline[0] && now - begin < offline[1]) return
      const queue = waiting[scanner] as Waiting[]
      const batch = queue.filter(({ ms }) => ms <= now).slice(0, mostInBatch)
      if (!batch.length) return
      await send(scanner, batch, now)
      queue.splice(0, batch.length)
      // The answer of every twentieth upload is lost: all of it is sent again.
      uploadsBy[scanner] = (uploadsBy[scanner] ?? 0) + 1
      if ((uploadsBy[scanner] ?? 0) % 20 === 0) {
        replayed += batch.length
        await send(scanner, batch, now + 200)
      }
    }))
  }
  const answered = Date.now()
  // One member's progress by the ledger, which all of them must come to, and the school's figures by all of theirs.
  const first = (await readMe(context.table, nameOf(0), true)) as Me
  const { progress } = await foldPerson(context, first)
  const { ruleSet } = await policyAt(context, host, context.now())
  const others = ((await rollUpOf())?.members ?? 0) - people
  const expected = rollUpMembers(ruleSet, [...new Array(people).fill({ progress }), ...new Array(others).fill({})])
  const settled = async () => {
    const all = await getItems<Me>(context.table, Array.from({ length: people }, (_, i) => keys.me(nameOf(i))))
    return all.every((me) => isDeepStrictEqual(me?.progress, progress)) && isDeepStrictEqual(await rollUpOf(), expected)
  }
  for (; !(await settled()); await rollUp()) await new Promise((next) => setTimeout(next, 100))
  const settleSeconds = (Date.now() - answered) / 1000
  const { writeUnits, transactions, conflicts } = { ...meter }
  await Promise.all(pollers.map((poller) => poller.stop()))

  // One verdict each, whoever asks and however often; in the ledger once, with the time on the wall; one activity each.
  const ledgers = await eachOf(Array.from({ length: people }, (_, i) => i), 16, (i) => readLedger(context.table, nameOf(i)))
  const entries = new Map(ledgers.flat().flatMap((entry) => (entry.type === 'scan' ? [[entry.scanId, entry] as const] : [])))
  const lost = scans.filter(({ ms, scan: { scanId } }) => new Set(told.get(scanId)).size !== 1 || entries.get(scanId)?.time !== iso(ms)).length
  const countedTwice = ledgers.filter((ledger) => foldLedger(ledger).records.reduce((sum, { quantity }) => sum + quantity, 0) !== 1).length

  const unitsOf = async (batch: Waiting[]) => {
    resetMeter(meter)
    await send(1, batch, context.now())
    return meter.writeUnits / batch.length
  }
  const inside = Array.from({ length: mostInBatch }, (_, i) => i)
  const unitsPerReplay = await unitsOf(scans.slice(0, mostInBatch))
  const unitsPerSecondScan = await unitsOf(inside.map((i) => scanAt(i, 1, context.now() - 1000, `at the end ${i}`)))
  streams.destroy()
  await context.close()
  return { uploads, scans: scans.length, replayed, lost, countedTwice, transactions, conflicts, unitsPerCheckIn: writeUnits / people, unitsPerReplay, unitsPerSecondScan, settleSeconds }
}
