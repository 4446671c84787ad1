import type { ScanEntry } from '@shared/model/ledger'
import { foldLedger } from '../../functions/core/fold-ledger'
import { appendEntry, readLedger } from '../../functions/store/ledger'
import { queryAll } from '../../functions/store/table'
import { projectPerson } from '../../functions/use-cases/project-person'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, allRoutes)
}, 60_000)
afterAll(() => context.close())

const branch = 'wangcang.s01.b01'
const at = (time: string) => `2026-06-14T${time}:00.000Z`
/** Attendance 02:00–04:00 at an event of 14 June. */
const attend = async (personId: string, event = 'event00001') => {
  const eventId = `wangcang.t01.home~${event}`
  const credit = { title: '清洁河岸', place: '东河岸', category: 'volunteering', startsAt: at('02:00'), endsAt: at('04:00'), minimumMinutes: 0, breaks: [] }
  const scan = (direction: 'entry' | 'exit', time: string): ScanEntry => ({ type: 'scan', scanId: `${direction}-${event}`, eventId, direction, way: 'pass', verdict: 'accepted', time, deviceTime: time, skewMs: 0, credit, at: time, by: 'w-manager' })
  await appendEntry(context.table, personId, scan('entry', at('02:00')))
  await appendEntry(context.table, personId, scan('exit', at('04:00')))
  await projectPerson(context, personId)
  return eventId
}
/** An approved report of 03:00–05:00, as the student said. */
const report = async (personId: string) => {
  await call(personId, 'POST', '/v1/records', { id: 'report-0001', category: 'volunteering', startedAt: at('03:00'), endedAt: at('05:00'), quantity: 120, title: '河边捡垃圾' })
  await decide(personId, 'approved')
}
const decide = async (personId: string, verdict: string, who = 'w-secretary') => {
  await call(who, 'POST', '/v1/reviews', { decisions: [{ id: `decision-${verdict}`, personId, recordId: 'report-0001', verdict }] })
  await projectPerson(context, personId)
}
const keep = async (personId: string, who = 'w-secretary', id = 'keep-00001') => {
  const reply = await call(who, 'POST', `/v1/people/${personId}/records/report-0001/keep`, { id, words: '上午下午各做了一件事' })
  await projectPerson(context, personId)
  return reply
}
const open = async (who = 'w-secretary') => (await call(who, 'GET', `/v1/reviews/collisions?org=${branch}`)).body.items
const student = async (personId: string) => {
  await putPerson(context, personId, { branch })
  return personId
}
const listed = async (personId: string) => (await queryAll<{ personId: string }>(context.table, { pk: `Q#${branch}`, prefix: 'C#', consistent: true })).filter((one) => one.personId === personId).length
const volunteered = async (personId: string) => (await call(personId, 'GET', `/v1/people/${personId}/progress`)).body.requirements.find(({ key }: { key: string }) => key === 'volunteer-hours').achieved

test('attendance meets an approved report: it stands, the time counts once, and the secretary sees both side by side', async () => {
  const who = await student('w-meet')
  await report(who)
  expect(await open()).toEqual([])
  await attend(who)
  const [one, ...more] = await open()
  expect(more).toEqual([])
  expect(one).toMatchObject({ person: { personId: who }, own: false, record: { recordId: 'report-0001', source: 'self-reported', status: 'approved', quantity: 120 }, attendance: [{ source: 'attendance', status: 'approved', quantity: 120, title: '清洁河岸' }] })
  expect(await volunteered(who)).toBe(180)
  expect((await call(who, 'GET', '/v1/reads')).body.items).toMatchObject([{ name: 'w-secretary', parts: expect.arrayContaining(['records']) }])
})

test('“both true” keeps both, is a decision that the student sees, and is not asked about the same event again; another event is', async () => {
  const who = await student('w-keep')
  await report(who)
  await attend(who)
  const answer = await keep(who)
  expect(answer).toMatchObject({ status: 200, body: { status: 'approved', decisions: [{ verdict: 'approved' }, { verdict: 'kept', words: '上午下午各做了一件事', byName: 'w-secretary' }] } })
  expect(await keep(who)).toEqual(answer)
  expect(await listed(who)).toBe(0)
  expect(await volunteered(who)).toBe(180)
  expect((await keep(who, 'w-school', 'keep-00002')).body).toMatchObject({ code: 'conflict-not-open', detail: { conflict: { verdict: 'kept', byName: 'w-secretary' } } })
  await attend(who, 'event00002')
  expect((await open()).filter(({ person }: { person: { personId: string } }) => person.personId === who)).toMatchObject([{ attendance: [{ eventId: 'wangcang.t01.home~event00002' }] }])
  expect((await keep(who, 'w-secretary', 'keep-00003')).status).toBe(200)
  expect(await listed(who)).toBe(0)
})

test('a report taken back or put right meets nothing any more, nor does attendance that was taken back', async () => {
  const [revoked, corrected, undone] = [await student('w-revoked'), await student('w-corrected'), await student('w-undone')]
  for (const who of [revoked, corrected, undone]) {
    await report(who)
    await attend(who)
    expect(await listed(who)).toBe(1)
  }
  await call('w-secretary', 'POST', '/v1/reviews', { decisions: [{ id: 'take-back-1', personId: revoked, recordId: 'report-0001', verdict: 'revoked', reason: 'duplicate' }] })
  await call('w-secretary', 'POST', `/v1/people/${corrected}/records/report-0001/corrections`, { id: 'put-right-1', version: 1, category: 'volunteering', startedAt: at('04:00'), endedAt: at('05:00'), quantity: 60, title: '河边捡垃圾', words: '签到的时间除外' })
  await appendEntry(context.table, undone, { type: 'scan-undone', scanId: 'entry-event00001', eventId: 'wangcang.t01.home~event00001', id: 'undo-00001', at: at('05:00'), by: 'w-manager' })
  for (const who of [revoked, corrected, undone]) {
    await projectPerson(context, who)
    expect([who, await listed(who)]).toEqual([who, 0])
  }
  expect(await Promise.all([revoked, corrected, undone].map(volunteered))).toEqual([120, 180, 120])
})

test('nobody keeps their own, nor what they entered for the student; out of scope it is not there', async () => {
  await putPerson(context, 'w-own-secretary', { branch, roles: [{ name: 'branch-secretary', scope: branch }] })
  await report('w-own-secretary')
  await attend('w-own-secretary')
  expect((await open('w-own-secretary')).find(({ person }: { person: { personId: string } }) => person.personId === 'w-own-secretary')).toMatchObject({ own: true })
  expect((await keep('w-own-secretary', 'w-own-secretary')).body.code).toBe('own-record')
  expect((await keep('w-own-secretary', 'w-secretary-b02')).status).toBe(403)
  expect(foldLedger(await readLedger(context.table, 'w-own-secretary')).decisions).toBe(1)
})
