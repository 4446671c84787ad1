import { transferRate } from '@shared/model/turn'
import { keys } from '../../functions/store/keys'
import { readMembers } from '../../functions/store/members'
import { readMe } from '../../functions/store/people'
import { putItem, transact, writeAll } from '../../functions/store/table'
import { addTransfer, readTransfers } from '../../functions/store/transfers'
import { settleTransferBy } from '../../functions/use-cases/settle-transfer'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

const [school, branch, other, year] = ['wangcang.s01', 'wangcang.s01.b01', 'wangcang.s02', 2026]
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-school-s02', { roles: [{ name: 'committee', scope: other }] })
  for (const personId of ['w-student', 'w-classmate']) {
    const at = '2026-06-10T00:00:00.000Z'
    await transact(context.table, [addTransfer(context.table, { personId, name: personId, school, branch, className: '初三（1）班', year, state: 'to-do', version: 1, since: at, steps: [{ stepId: 'turn-0001', at, by: 'w-school', byName: 'w-school', state: 'to-do' }] })])
    const graduated = { leagueMember: { since: '2025-05-04' }, graduated: year }
    await writeAll(context.table, [
      { ...keys.me(personId), personId, name: personId, birthDate: '2010-03-01', branch, roles: [{ name: 'student', scope: branch }], epoch: 1, ...graduated },
      { ...keys.member(branch, personId), personId, name: personId, birthDate: '2010-03-01', ...graduated },
    ])
  }
  call = apiOf(context, allRoutes)
}, 60_000)
afterEach(() => context.close())

let made = 0
const settle = (what: object, { who = 'w-secretary', version = 1, person = 'w-student', id = `settle-${++made}-x` } = {}) => call(who, 'POST', `/v1/people/${person}/transfer`, { id, year, version, what })
const sentTo = (org: string) => ({ to: 'sent', destination: { kind: 'committee', org }, sentOn: '2026-06-14' })
const outside = { to: 'sent', destination: { kind: 'outside', name: '四川大学' }, sentOn: '2026-06-14' }
const receive = (more: object = {}, who = 'w-school-s02') => call(who, 'POST', '/v1/transfers/received', { id: `receive-${++made}`, org: other, personId: 'w-student', school, branch, year, version: 2, to: 'confirmed', ...more })
const list = async (who: string, org: string, more = '') => (await call(who, 'GET', `/v1/transfers?org=${org}&year=${year}${more}`)).body

test('sent outside the county and confirmed by its number; the same again is the same', async () => {
  const sent = await settle(outside, { id: 'settle-same' })
  expect(sent.body).toMatchObject({ state: 'sent', version: 2, destination: { kind: 'outside', name: '四川大学' }, sentOn: '2026-06-14' })
  expect((await settle(outside, { id: 'settle-same' })).body).toEqual(sent.body)
  expect((await settle({ to: 'confirmed' }, { version: 2 })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'what.number', code: 'required' }] })
  const confirmed = await settle({ to: 'confirmed', number: 'ZT2026001' }, { version: 2 })
  expect(confirmed.body).toMatchObject({ state: 'confirmed', number: 'ZT2026001', version: 3 })
  expect(confirmed.body.steps.map(({ state }: { state: string }) => state)).toEqual(['to-do', 'sent', 'confirmed'])
})

test('confirmed by a picture of the receipt: it is the graduate’s, ready to be seen, and shown to the side that they left', async () => {
  await settle(outside)
  expect((await settle({ to: 'confirmed', photoIds: ['f-receipt-1'] }, { version: 2 })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'what.photoIds[0]', code: 'photo-missing' }] })
  const photo = { photoId: 'f-receipt-1', personId: 'w-student', contentType: 'image/jpeg', bytes: 100, at: '2026-06-14T00:00:00.000Z' }
  await putItem(context.table, { ...keys.photo('w-student', 'f-receipt-1'), ...photo, state: 'waiting' })
  expect((await settle({ to: 'confirmed', photoIds: ['f-receipt-1'] }, { version: 2 })).body.code).toBe('photo-not-ready')
  await putItem(context.table, { ...keys.photo('w-student', 'f-receipt-1'), ...photo, state: 'ready', sha256: 'a'.repeat(64) })
  expect((await settle({ to: 'confirmed', photoIds: ['f-receipt-1'] }, { version: 2 })).body).toMatchObject({ state: 'confirmed', photos: [{ photoId: 'f-receipt-1', url: expect.stringContaining('f-receipt-1') }] })
  for (const [who, org] of [['w-secretary', branch], ['w-school', school]] as const) expect((await list(who, org, '&state=confirmed')).items).toMatchObject([{ personId: 'w-student', photos: [{ thumbnailUrl: expect.stringContaining('f-receipt-1') }] }])
})

test('within the county the receiving committee confirms, and nobody else; into a branch they are members there', async () => {
  expect((await settle(sentTo(other))).body.destination).toEqual({ kind: 'committee', org: other, name: '第二中学' })
  expect((await settle({ to: 'confirmed', number: '1' }, { version: 2, who: 'w-school' })).body.code).toBe('not-allowed')
  expect((await receive({ org: school }, 'w-school')).body.code).toBe('not-found')
  expect(await list('w-school-s02', other, '&incoming=true')).toMatchObject({ items: [{ personId: 'w-student', may: { receive: true, settle: false } }] })
  expect((await receive({ into: branch })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'into' }] })
  expect((await receive({ into: `${other}.b01` })).body.state).toBe('confirmed')
  expect(await readMe(context.table, 'w-student', true)).toMatchObject({ branch: `${other}.b01`, className: '初三（1）班', leagueMember: { since: '2025-05-04' } })
  expect(await readMe(context.table, 'w-student', true)).not.toHaveProperty('graduated')
  expect((await readMembers(context.table, `${other}.b01`)).map(({ personId }) => personId)).toContain('w-student')
  expect((await call('w-school-s02', 'GET', '/v1/people/w-student/stays')).body.items).toMatchObject([{ kind: 'received', from: { branch }, to: { branch: `${other}.b01` } }])
})

test('sent back with a reason it is to do again', async () => {
  await settle(sentTo(other))
  expect((await receive({ to: 'to-do' })).body).toMatchObject({ errors: [{ path: 'reason' }] })
  expect((await receive({ to: 'to-do', reason: '没有来报到' })).body).toMatchObject({ state: 'to-do', reason: '没有来报到' })
})

test('an exception is a committee’s to say, with its reason', async () => {
  expect((await settle({ to: 'exception', reason: '参军' })).body.code).toBe('not-allowed')
  expect((await settle({ to: 'exception', reason: '参军' }, { who: 'w-school' })).body).toMatchObject({ state: 'exception', reason: '参军' })
  expect((await settle({ to: 'to-do', reason: '退伍' }, { version: 2 })).body.code).toBe('not-allowed')
  expect((await settle({ to: 'to-do', reason: '退伍' }, { version: 2, who: 'w-county' })).body.state).toBe('to-do')
})

test.each<[string, object, string, string]>([
  ['a destination without a name', { to: 'sent', destination: { kind: 'unit' }, sentOn: '2026-06-14' }, 'what.destination.name', 'required'], ['a committee that is none', sentTo(branch), 'what.destination.org', 'not-a-committee'], ['the school they leave', sentTo(school), 'what.destination.org', 'same-place'], ['tomorrow', { ...outside, sentOn: '2026-06-16' }, 'what.sentOn', 'in-the-future'],
])('%s names its field', async (_what, what, path, code) => {
  expect((await settle(what)).body).toMatchObject({ code: 'invalid-input', errors: [{ path, code }] })
  expect((await readTransfers(context.table, school, year)).map(({ version }) => version)).toEqual([1, 1])
})

test('the rate by branch and school, against the procedure’s, with who is missing; late after its days', async () => {
  await settle(outside)
  await settle({ to: 'confirmed', number: 'ZT2026001' }, { version: 2 })
  expect(await list('w-secretary', branch, '&state=missing')).toMatchObject({ atLeastPercent: 99, total: { due: 2, confirmed: 1, below: true }, found: 1, items: [{ personId: 'w-classmate', late: false }] })
  expect((await list('w-county', 'wangcang')).groups).toMatchObject([{ id: school, name: '第一中学', due: 2, confirmed: 1, below: true }])
  context.setNow('2026-06-20T00:00:00Z')
  expect((await list('w-secretary', branch, '&state=missing')).items).toMatchObject([{ late: true }])
  await settle({ to: 'exception', reason: '出国' }, { who: 'w-school', person: 'w-classmate' })
  expect((await list('w-school', school)).total).toMatchObject({ due: 1, confirmed: 1, exception: 1, below: false })
})

test('the rate is exact at its edge', () => {
  const counts = (confirmed: number, due: number) => ({ 'to-do': due - confirmed, sent: 0, confirmed, exception: 7 })
  expect([transferRate(counts(99, 100), 99).below, transferRate(counts(989, 1000), 99).below, transferRate(counts(0, 0), 99).below]).toEqual([false, true, false])
})

test('as a sheet', async () => {
  await settle(outside)
  const { body } = await call('w-school', 'GET', `/v1/exports/transfers?org=${school}&year=${year}&format=csv`)
  const text = Buffer.from(body.content, 'base64').toString()
  expect(body.rows).toBe(2)
  expect(text).toContain('"w-student",2026,"第一中学","初三（1）班团支部","初三（1）班","已发起","县外","四川大学","2026-06-14"')
})

describe('two at once', () => {
  const race = async (write: typeof transact) => {
    const gated = together(2, write)
    const one = async (who: string, name: string) =>
      settleTransferBy(gated)(context, { personId: 'w-student', id: `race-of-${who}`, year, version: 1, what: { to: 'sent', destination: { kind: 'outside', name }, sentOn: '2026-06-14' } }, { actor: (await readMe(context.table, who, true)) as never, identity: '' })
    return Promise.all([one('w-secretary', '四川大学'), one('w-school', '成都大学')])
  }
  const steps = async () => (await readTransfers(context.table, school, year)).find(({ personId }) => personId === 'w-student')?.steps.length

  test('one stands, the other is told who was first', async () => {
    const refused = (await race(transact)).filter((answer) => 'refused' in answer)
    expect(refused).toMatchObject([{ refused: 'transfer-changed', detail: { conflict: { byName: expect.any(String) } } }])
    expect(await steps()).toBe(2)
  })

  test('control: without the condition both are told it is theirs, and one is lost', async () => {
    const answers = await race((table, writes) => transact(table, writes.map((write) => (write.Put ? { Put: { TableName: write.Put.TableName, Item: write.Put.Item } } : write))))
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([])
    expect(await steps()).toBe(2)
  })
})
