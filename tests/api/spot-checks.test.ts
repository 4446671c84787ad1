import { isSample } from '../../functions/core/spot-check'
import { foldLedger } from '../../functions/core/fold-ledger'
import { entryKey, readLedger } from '../../functions/store/ledger'
import { type Me, readMe } from '../../functions/store/people'
import { addChecked } from '../../functions/store/spot-checks'
import { putItem } from '../../functions/store/table'
import { projectPeople } from '../../functions/stream/project-people'
import { finishEvents } from '../../functions/use-cases/finish-events'
import { rebuildProjections } from '../../functions/use-cases/rebuild-projections'
import { spotCheckBy } from '../../functions/use-cases/spot-check'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { at, riverside } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { scanOf } from '../support/scan'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
const now = '2026-06-15T02:00:00Z'
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-township-2', { roles: [{ name: 'committee', scope: 'wangcang.t01' }] })
  call = apiOf(context, allRoutes)
}, 60_000)
afterAll(() => context.close())
beforeEach(() => context.setNow(now))

const publish = async (id: string, org = 'wangcang.t01.home', who = 'w-manager'): Promise<string> =>
  (await call(who, 'POST', '/v1/events', riverside(id, { org, minimumMinutes: 30 }))).body.eventId
/** What the stream tells of a person's scan, or of the look at it. */
const project = async (personId: string, scanId: string, type: 'scan' | 'scan-checked' = 'scan') => {
  const entry = (await readLedger(context.table, personId)).find((one) => one.type === type && one.scanId === scanId)
  if (!entry) throw new Error(`No ${type} of ${personId}`)
  const { pk, sk } = entryKey(personId, entry)
  const NewImage = { scanId: { S: scanId }, at: { S: entry.at }, ...(entry.type === 'scan' && { credit: { M: { endsAt: { S: entry.credit.endsAt } } } }) }
  expect((await projectPeople(context)({ Records: [{ dynamodb: { SequenceNumber: '1', Keys: { pk: { S: pk }, sk: { S: sk } }, NewImage } }] })).batchItemFailures).toEqual([])
}
/** A check-in by the list whose id is one of the sample, or none of it. */
const listed = async (eventId: string, personId: string, sample = true, who = 'w-manager') => {
  await putPerson(context, personId, { branch: 'wangcang.s01.b01' })
  let n = 0
  const made = () => scanOf(eventId, `${personId} ${n}`, { direction: 'entry' as const, deviceTime: now, personId })
  while (isSample({ scanId: made().scanId, way: 'list' }) !== sample) n++
  const { body: { scannerId } } = await call(who, 'POST', `${at(eventId)}/scanners`, { id: `scanner-${who}` })
  expect((await call(who, 'POST', `${at(eventId)}/check-ins`, { scanner: scannerId, sentAt: now, scans: [made()] })).body.verdicts).toMatchObject([{ verdict: 'accepted' }])
  await project(personId, made().scanId)
  return made().scanId
}
const queue = async (org: string, who: string) => (await call(who, 'GET', `/v1/spot-checks?org=${org}`)).body.items
const check = (eventId: string, scanId: string, personId: string, body: object, who = 'w-township') => call(who, 'POST', `${at(eventId)}/scans/${scanId}/check`, { id: `check-${who}`, personId, confirmed: true, ...body })
const minutesOf = async (personId: string) => foldLedger(await readLedger(context.table, personId)).records.map(({ quantity }) => quantity)

test('one in ten of check-ins by the list or a card, by their ids; no pass, and no exit that a close made', () => {
  const ids = Array.from({ length: 5000 }, (_, i) => scanOf('wangcang.t01.home~event00001', `sample ${i}`, { direction: 'entry', deviceTime: now, personId: 'somebody' }).scanId)
  const share = ids.filter((scanId) => isSample({ scanId, way: 'list' })).length / ids.length
  expect(share).toBeGreaterThan(0.08)
  expect(share).toBeLessThan(0.12)
  expect(ids.filter((scanId) => isSample({ scanId, way: 'card' }))).toHaveLength(share * ids.length)
  expect(ids.some((scanId) => isSample({ scanId, way: 'pass' }))).toBe(false)
  expect(isSample({ scanId: 'close-client-id-00001', way: 'list' })).toBe(false)
})

test('the sample lies with the township until it is confirmed; other check-ins do not', async () => {
  const eventId = await publish('spot-one')
  const scanId = await listed(eventId, 'w-spot-1')
  await listed(eventId, 'w-spot-2', false)
  expect(await queue('wangcang.t01', 'w-township')).toMatchObject([{ personId: 'w-spot-1', eventId, hostName: '东河镇青年之家', mayDecide: true, scan: { scanId, way: 'list', direction: 'entry', byName: 'w-manager' } }])
  expect(await queue('wangcang', 'w-county')).toHaveLength(1)
  await rebuildProjections(context, 'wangcang')
  expect(await queue('wangcang', 'w-county')).toHaveLength(1)
  const answer = await check(eventId, scanId, 'w-spot-1', {})
  expect(answer).toMatchObject({ status: 200, body: { confirmed: true } })
  expect(await check(eventId, scanId, 'w-spot-1', {})).toEqual(answer)
  expect((await check(eventId, scanId, 'w-spot-1', { words: '别的话' })).body.code).toBe('id-reused')
  expect((await check(eventId, scanId, 'w-spot-1', { confirmed: false, words: '不在' }, 'w-township-2')).body).toMatchObject({ code: 'conflict-not-open', detail: { state: 'confirmed', conflict: { byName: 'w-township' } } })
  expect(await queue('wangcang.t01', 'w-township')).toEqual([])
  expect(await minutesOf('w-spot-1')).toEqual([30])
})

test('a doubt says why, and takes the scan back after the day as well; who it was and why stays', async () => {
  const eventId = await publish('spot-doubt')
  const scanId = await listed(eventId, 'w-doubt')
  context.setNow('2026-06-20T02:00:00Z')
  expect((await call('w-manager', 'POST', `${at(eventId)}/scans/${scanId}/undo`, { id: 'undo-00001', personId: 'w-doubt' })).body.code).toBe('undo-too-late')
  expect((await check(eventId, scanId, 'w-doubt', { confirmed: false })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'words' }] })
  expect((await check(eventId, scanId, 'w-doubt', { confirmed: false, words: '当天在学校上课' })).body).toMatchObject({ confirmed: false })
  expect(await minutesOf('w-doubt')).toEqual([])
  expect((await call('w-manager', 'GET', `${at(eventId)}/attendees/w-doubt/scans`)).body.scans).toMatchObject([{ undone: { byName: 'w-township', words: '当天在学校上课' } }])
})

test('by the level above only: a school’s own event is the county’s to look at, and nobody looks at what they scanned or at themselves', async () => {
  const ofSchool = await publish('spot-school', 'wangcang.s01', 'w-school')
  const scanId = await listed(ofSchool, 'w-spot-school', true, 'w-school')
  expect((await check(ofSchool, scanId, 'w-spot-school', {}, 'w-school')).status).toBe(403)
  expect((await check(ofSchool, scanId, 'w-spot-school', {}, 'w-county')).status).toBe(200)
  const ofHome = await publish('spot-own')
  const byTownship = await listed(ofHome, 'w-spot-own', true, 'w-township')
  expect(await queue('wangcang.t01', 'w-township')).toMatchObject([{ personId: 'w-spot-own', mayDecide: false }])
  expect((await check(ofHome, byTownship, 'w-spot-own', {})).body.code).toBe('own-record')
  expect((await check(ofHome, byTownship, 'w-spot-own', {}, 'w-township-2')).status).toBe(200)
})

test('what the manager took back is nobody’s to look at', async () => {
  const eventId = await publish('spot-undone')
  const scanId = await listed(eventId, 'w-spot-undone')
  await call('w-manager', 'POST', `${at(eventId)}/scans/${scanId}/undo`, { id: 'undo-00001', personId: 'w-spot-undone' })
  expect(await queue('wangcang.t01', 'w-township')).toEqual([])
  expect((await check(eventId, scanId, 'w-spot-undone', {})).body.code).toBe('conflict-not-open')
  expect((await check(eventId, await listed(eventId, 'w-spot-none', false), 'w-spot-none', {})).body.code).toBe('not-found')
})

test('by who checked people in: scans, those by the list, and what was found, once the events are finished; a look afterwards is in it too', async () => {
  const eventId = await publish('spot-report')
  const doubted = await listed(eventId, 'w-report-1')
  const later = await listed(eventId, 'w-report-2')
  await listed(eventId, 'w-report-3', false)
  await check(eventId, doubted, 'w-report-1', { confirmed: false, words: '不在场' })
  const report = async (org: string, who: string) => (await call(who, 'GET', `/v1/scan-report?org=${org}&days=7`)).body.managers.find(({ personId }: { personId: string }) => personId === 'w-manager')
  const finish = async (now: string) => {
    context.setNow(now)
    await finishEvents(context, 'wangcang', { people: 1000 })
  }
  const before = (await report('wangcang.t01', 'w-township')) ?? { scans: 0, byList: 0, confirmed: 0, doubted: 0 }
  await finish('2026-06-15T05:10:00Z')
  const all = await report('wangcang.t01', 'w-township')
  expect(all.scans - before.scans).toBeGreaterThanOrEqual(3)
  expect(all).toMatchObject({ name: 'w-manager', scans: all.byList })
  expect(all.doubted).toBeGreaterThanOrEqual(1)
  expect((await check(eventId, later, 'w-report-2', {})).status).toBe(200)
  await project('w-report-2', later, 'scan-checked')
  await finish('2026-06-15T05:40:00Z')
  expect(await report('wangcang', 'w-county')).toEqual({ ...all, confirmed: all.confirmed + 1 })
})

describe('two at once', () => {
  const race = async (id: string, add: typeof addChecked) => {
    const eventId = await publish(id)
    const scanId = await listed(eventId, `w-${id}`)
    const gated = spotCheckBy(together(2, add))
    const by = async (who: string, said: object) => {
      const answer = await gated(context, { eventId, scanId, personId: `w-${id}`, id: `check-${who}`, ...said } as never, { actor: (await readMe(context.table, who, true)) as Me, identity: '' })
      return 'refused' in answer ? answer.refused : answer.confirmed
    }
    return Promise.all([by('w-township', { confirmed: true }), by('w-township-2', { confirmed: false, words: '不在场' })])
  }

  test('one wins, the other is told', async () => {
    const told = await race('spot-race', addChecked)
    expect(told.filter((one) => one === 'conflict-not-open')).toHaveLength(1)
  })

  test('control: without the condition both are told that theirs stands', async () => {
    expect(await race('spot-race-2', async (table, personId, entry, undo) => {
      for (const one of [entry, ...(undo ? [undo] : [])]) await putItem(table, { ...entryKey(personId, one), ...one })
      return true
    })).toEqual([true, false])
  })
})
