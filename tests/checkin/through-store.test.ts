import type { PublishedEvent } from '@shared/model/event'
import type { LedgerEntry, ScanEntry } from '@shared/model/ledger'
import type { DynamoDBRecord } from 'aws-lambda'
import fc from 'fast-check'
import { attendanceOf } from '../../functions/core/attendance-of'
import { caseOf } from '../../functions/core/case-of'
import { foldLedger } from '../../functions/core/fold-ledger'
import { projectProgress } from '../../functions/core/project-progress'
import { keys } from '../../functions/store/keys'
import { appendEntry, entryKey, readLedger } from '../../functions/store/ledger'
import { type Me, readMe } from '../../functions/store/people'
import { type Item, writeAll } from '../../functions/store/table'
import { projectPeople } from '../../functions/stream/project-people'
import { checkInBy } from '../../functions/use-cases/check-in'
import { eachOf } from '../../functions/use-cases/each-of'
import { listAttendees } from '../../functions/use-cases/list-attendees'
import { policyAt } from '../../functions/use-cases/read-person'
import type { AppendScan } from '../../functions/use-cases/settle-scan'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { attendanceIn } from './attendance'
import { doorOf, type Entry } from './door'
import { afterwards, anyhow, eventAt, handleAt, history, type History, instant, promptly, signUpAt } from './history'

let context: TestContext
let manager: Me
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  context.setNow(instant(afterwards))
  manager = (await readMe(context.table, 'w-manager', true)) as Me
  const [policy, orgs] = [await context.policy('wangcang'), await context.orgs('wangcang')]
  Object.assign(context, { policy: async () => policy, orgs: async () => orgs })
}, 60_000)
afterAll(() => context.close())

const branch = 'wangcang.s01.b01'
/** The world as it is when all is over: phones changed, a seat given back, an event closed. */
const itemsOf = ({ events, people }: History): Item[] => [
  ...people.map(({ personId }) => ({ ...keys.me(personId), personId, name: personId, birthDate: '2010-03-01', branch, roles: [{ name: 'student', scope: branch }], epoch: 1 })),
  ...events.flatMap((event, index) => [
    { ...keys.event(event.eventId), ...eventAt(event, afterwards) },
    ...[0, 1, 2].map((device) => ({ ...keys.scanner(event.eventId, `scanner-${device}`), scannerId: `scanner-${device}`, eventId: event.eventId, personId: 'w-manager', at: event.publishedAt })),
    ...people.flatMap((person) => [{ ...keys.signUp(event, person.personId), ...signUpAt(person, event, index, afterwards) }, { ...keys.handle(person.handles[index] as string), ...handleAt(person, event, index, afterwards) }]),
  ]),
]

const streamRecord = (personId: string, entry: LedgerEntry): DynamoDBRecord => {
  const { pk, sk } = entryKey(personId, entry)
  return { dynamodb: { SequenceNumber: sk, Keys: { pk: { S: pk }, sk: { S: sk } }, NewImage: {} } }
}

/** What an event's list shows of those who came. */
const listed = async ({ eventId }: PublishedEvent) => {
  const answer = await listAttendees(context, { eventId, limit: 100 } as never, { actor: manager, identity: '' })
  return 'items' in answer ? answer.items.flatMap(({ personId, entryAt, exitAt, minutes }) => (entryAt === undefined ? [] : [{ personId, entryAt, exitAt, minutes }])) : answer
}

/** The same scans, uploaded anyhow by several scanners at once, and the stream's batches over and over: what is left is what one device would have left, sending one by one. */
const sameInTheEnd = (append?: AppendScan) =>
  fc.asyncProperty(history.chain((one) => fc.tuple(fc.constant(one), anyhow(one, afterwards))), fc.nat(20), async ([one, uploads], cut) => {
    const calm = doorOf(one)
    for (const upload of promptly(one)) calm.upload(upload)
    calm.undo()
    await writeAll(context.table, itemsOf(one))
    const told = new Map<string, unknown[]>()
    await eachOf(uploads, 4, async ({ event, device, now, sentMs, done }) => {
      const { eventId } = one.events[event] as PublishedEvent
      const input = { eventId, scanner: `scanner-${device}`, sentAt: instant(sentMs), scans: done.map(({ scan }) => scan) }
      const answer = await checkInBy(append)({ ...context, now: () => now }, input, { actor: manager, identity: '' })
      if (!('verdicts' in answer)) throw new Error(answer.refused)
      for (const verdict of answer.verdicts) told.set(verdict.scanId, [...(told.get(verdict.scanId) ?? []), verdict])
    })
    // One verdict each, the same for whoever asks.
    expect(told.size).toBe(one.done.length)
    for (const [first, ...more] of told.values()) for (const other of more) expect(other).toEqual(first)

    const { ruleSet, studyIssues, issues } = await policyAt(context, branch, afterwards)
    const ledgers = new Map<string, Entry[]>()
    for (const { personId } of one.people) {
      for (const { undone, scan: { scanId } } of one.done.filter(({ person }) => one.people[person]?.personId === personId)) {
        const scan = ((await readLedger(context.table, personId)) as ScanEntry[]).find((entry) => undone && entry.scanId === scanId)
        if (scan) await appendEntry(context.table, personId, { type: 'scan-undone', scanId, eventId: scan.eventId, id: 'undo', at: scan.at, by: 'w-manager' })
      }
      ledgers.set(personId, (await readLedger(context.table, personId)) as Entry[])
    }
    const records = [...ledgers].flatMap(([personId, entries]) => entries.map((entry) => streamRecord(personId, entry)))
    for (const batch of [records.slice(0, cut), records, [...records].reverse()]) expect((await projectPeople(context)({ Records: batch })).batchItemFailures).toEqual([])
    for (const [personId, entries] of ledgers) {
      const expected = calm.ledger.get(personId) ?? []
      expect(attendanceIn(entries)).toEqual(attendanceIn(expected))
      const me = (await readMe(context.table, personId, true)) as Me
      const folded = foldLedger(expected)
      expect(me.progress).toEqual(entries.length ? projectProgress(folded, caseOf(me, folded, { ruleSet, studyIssues }, instant(afterwards)), undefined, 0, issues) : undefined)
    }
    for (const event of one.events) {
      const came = one.people.map(({ personId }) => ({ personId, ...attendanceOf((calm.ledger.get(personId) ?? []).filter(({ eventId }) => eventId === event.eventId)) })).filter((each) => 'entryAt' in each)
      expect(await listed(event)).toEqual(came)
    }
  })

test('200 histories through store and stream: ledger, progress and lists are those of one device that sent every scan once, in order', async () => {
  await fc.assert(sameInTheEnd(), { numRuns: 200 })
}, 600_000)

test('control: where each upload of a scan is written as one of its own, they are not', async () => {
  let written = 0
  const { failed } = await fc.check(sameInTheEnd(async (table, personId, scan) => appendEntry(table, personId, { ...scan, scanId: `${scan.scanId}-${++written}`, time: scan.at })), { numRuns: 200, endOnFailure: true })
  expect(failed).toBe(true)
})
