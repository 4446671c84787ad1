import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { keys } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { type Item, writeAll } from '../../functions/store/table'
import { projectPeople } from '../../functions/stream/project-people'
import { projectRollUps } from '../../functions/stream/project-roll-ups'
import { projectPerson } from '../../functions/use-cases/project-person'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { eventRoutes } from '../../functions/http/routes/events'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { sessionRoutes } from '../../functions/http/routes/session'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, testContext } from '../support/context'
import { scanOf as makeScan } from '../support/scan'
import { meterClient, resetMeter } from './meter'

const people = 3_000
const branches = ['wangcang.s01.b01', 'wangcang.s01.b02']
const nameOf = (i: number) => `p-burst-${String(i).padStart(4, '0')}`
const host = 'wangcang.s01'
/** As serverless.yml configures the streams. */
const batches = { people: 100, rollUps: 1000 }

const chunk = <T>(list: T[], size: number): T[][] => Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))
const stream = (pk: string, sk: string, image: object = {}): DynamoDBRecord => ({ dynamodb: { SequenceNumber: '1', Keys: { pk: { S: pk }, sk: { S: sk } }, NewImage: image as never } })

export interface HotPaths {
  unitsPerCheckIn: number
  /** Of the API and of all projections. */
  readUnitsPerCheckIn: number
  unitsPerLoneCheckIn: number
  unitsPerDuplicate: number
  transactions: number
  home: { readUnits: number; calls: number; growth: number }
}

/** Rows 1 and 2: write units of 3 000 check-ins of one school, a tenth sent twice, and what one home screen reads at 10 and at 10 000 records. */
export const benchHotPaths = async (): Promise<HotPaths> => {
  // The policy and the organisations are kept in a warm process, as deployed: read once, before metering.
  const context = await testContext()
  await smallWorld(context)
  const [policy, orgs] = [await context.policy('wangcang'), await context.orgs('wangcang')]
  Object.assign(context, { policy: async () => policy, orgs: async () => orgs })
  for (const some of chunk(Array.from({ length: people }, (_, i) => i), 25)) await Promise.all(some.map((i) => putPerson(context, nameOf(i), { branch: branches[i % 2] })))
  const call = apiOf(context, { ...checkInRoutes, ...scannerRoutes, ...eventRoutes, ...sessionRoutes })
  const published = await call('w-school', 'POST', '/v1/events', { id: 'event-burst-1', org: host, title: '全校植树', category: 'quality-activity', startsAt: '2026-06-15T02:10:00Z', endsAt: '2026-06-15T04:00:00Z', place: '后山' })
  const eventId = published.body.eventId as string
  await writeAll(context.table, Array.from({ length: people }, (_, i): Item => ({ ...keys.signUp({ eventId, shards: 1 }, nameOf(i)), eventId, personId: nameOf(i), name: nameOf(i), state: 'signed-up', at: '2026-06-14T00:00:00.000Z', id: `sign-up-${i}` })))
  context.setNow('2026-06-15T02:15:00Z')

  const meter = meterClient(context.table.doc as unknown as DynamoDBClient)
  const path = `/v1/events/${encodeURIComponent(eventId)}/check-ins`
  const scanOf = (i: number) => makeScan(eventId, `scan ${i}`, { direction: 'entry' as const, deviceTime: '2026-06-15T02:14:30Z', personId: nameOf(i) })
  await call('w-school', 'POST', `/v1/events/${encodeURIComponent(eventId)}/scanners`, { id: 'scanner-0001' })
  const send = async (from: number, count: number) => {
    const reply = await call('w-school', 'POST', path, { scanner: 'scanner-0001', sentAt: '2026-06-15T02:15:00Z', scans: Array.from({ length: count }, (_, i) => scanOf(from + i)) })
    const refused = (reply.body.verdicts ?? [reply.body]).filter(({ verdict }: { verdict?: string }) => verdict !== 'accepted' && verdict !== 'duplicate')
    if (refused.length) throw new Error(`Not accepted: ${JSON.stringify(refused[0])}`)
  }
  const project = async (ids: number[], rollUps: number) => {
    // As a scan's image says: before the doors close nothing is finished anew.
    const credit = { M: { endsAt: { S: '2026-06-15T04:00:00Z' } } }
    const records = ids.map((i) => stream(`P#${nameOf(i)}`, `L#S#${eventId}#${scanOf(i).scanId}`, { credit }))
    for (const batch of chunk(records, batches.people)) await projectPeople(context)({ Records: batch })
    const changed = ids.map((i) => stream(`P#${nameOf(i)}`, 'ME', { branch: { S: branches[i % 2] }, progress: { M: { eligible: { BOOL: false } } } }))
    for (const batch of chunk(changed, rollUps)) await projectRollUps(context)({ Records: batch })
  }
  await Promise.all(chunk(Array.from({ length: people }, (_, i) => i), 100).map(([from = 0]) => send(from, 100)))
  await project(Array.from({ length: people }, (_, i) => i), batches.rollUps)
  const unitsPerCheckIn = meter.writeUnits / people
  const readUnitsPerCheckIn = meter.readUnits / people
  const { transactions } = meter

  resetMeter(meter)
  for (let from = 0; from < people; from += 1000) await send(from, 100)
  const unitsPerDuplicate = meter.writeUnits / 300

  await putPerson(context, nameOf(people), { branch: branches[0] })
  await writeAll(context.table, [{ ...keys.signUp({ eventId, shards: 1 }, nameOf(people)), eventId, personId: nameOf(people), name: 'lone', state: 'signed-up', at: '2026-06-14T00:00:00.000Z', id: 'sign-up-lone' }])
  resetMeter(meter)
  await send(people, 1)
  await project([people], 1)
  const unitsPerLoneCheckIn = meter.writeUnits

  const homeOf = async (personId: string, records: number) => {
    await putPerson(context, personId, { branch: branches[0] })
    for (const some of chunk(Array.from({ length: records }, (_, i) => i), 50)) {
      await Promise.all(some.map((i) => appendEntry(context.table, personId, { type: 'record', recordId: `record-${i}`, source: 'granted', category: 'quality-activity', startedAt: '2026-05-01T01:00:00.000Z', endedAt: '2026-05-01T02:00:00.000Z', quantity: 1, title: 'r', photoIds: [], at: '2026-05-01T02:00:00.000Z', by: 'x' })))
    }
    await projectPerson(context, personId)
    // `call` reads the account once, consistently (1 unit), to make the token: that is not the home screen's doing.
    resetMeter(meter)
    await call(personId, 'GET', '/v1/home')
    return { readUnits: meter.readUnits - 1, calls: meter.calls - 1 }
  }
  const [few, many] = [await homeOf('p-home-few', 10), await homeOf('p-home-many', 10_000)]
  const growth = Math.log(many.readUnits / few.readUnits) / Math.log(1000)
  await context.close()
  return { unitsPerCheckIn, readUnitsPerCheckIn, unitsPerLoneCheckIn, unitsPerDuplicate, transactions, home: { ...many, growth } }
}
