import { applicationRoutes } from '../../functions/http/routes/applications'
import { keys } from '../../functions/store/keys'
import { endMembership, enterMembership, noStepSince } from '../../functions/store/memberships'
import { readMe } from '../../functions/store/people'
import { appendApplicationStep } from '../../functions/store/applications'
import { getItem, type Item, putItem, transact } from '../../functions/store/table'
import { actOn } from '../../functions/use-cases/act-on-application'
import { rebuildProjections } from '../../functions/use-cases/rebuild-projections'
import { readRollUps } from '../../functions/store/roll-ups'
import { membershipWrites } from '../../functions/use-cases/membership-writes'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

const branch = 'wangcang.s01.b01'
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...allRoutes, ...applicationRoutes })
})
afterEach(() => context.close())

const mark = (who: string, body: object = {}, by = 'w-secretary') => call(by, 'POST', `/v1/people/${who}/league-membership`, { id: `member-${who}`, since: '2025-05-04', ...body })
const takeBack = (who: string, by = 'w-school') => call(by, 'POST', `/v1/people/${who}/league-membership/take-back`, { id: 'take-back-1' })
const apply = (who: string) => call(who, 'POST', '/v1/applications', { id: `letter-of-${who}`, letter: '我志愿加入中国共产主义青年团' })
const both = async (who: string) => [(await readMe(context.table, who, true))?.leagueMember, (await getItem<Item>(context.table, keys.member(branch, who), true))?.leagueMember]

test('an existing member is entered with day and number, in account, roster and list; the same again is the same', async () => {
  const first = await mark('w-student', { number: '202451000007' })
  expect(first).toMatchObject({ status: 200, body: { personId: 'w-student', leagueMember: { since: '2025-05-04', number: '202451000007', byHand: true } } })
  expect(await mark('w-student', { number: '202451000007' })).toEqual(first)
  expect((await mark('w-student', { since: '2025-05-05' })).body.code).toBe('id-reused')
  expect((await mark('w-student', { id: 'another-id' })).body.code).toBe('already-member')
  const [account, roster] = await both('w-student')
  expect(account).toEqual(roster)
  const { items } = (await call('w-secretary', 'GET', `/v1/members?org=${branch}`)).body
  expect(items.map((one: { personId: string; leagueMember?: object }) => [one.personId, one.leagueMember])).toEqual([['w-classmate', undefined], ['w-student', first.body.leagueMember]])
  expect((await call('w-secretary', 'GET', '/v1/people/w-student/progress')).body.leagueMember).toEqual(first.body.leagueMember)
  expect((await apply('w-student')).body.code).toMatch(/conditions-unmet|already-member/)
})

test.each([['tomorrow', { since: '2026-06-16' }, 'since', 'in-the-future'], ['before thirteen', { since: '2023-02-28' }, 'since', 'unlikely-date'], ['eleven digits', { number: '20245100000' }, 'number', 'invalid-format'], ['a number given to a committee', { number: '202651000003' }, 'number', 'allocated']])('%s names its field', async (_what, body, path, code) => {
  await call('w-county', 'POST', '/v1/plan/numbers', { id: 'numbers-01', org: 'wangcang.s01', year: 2026, count: 10 })
  expect((await mark('w-student', body)).body).toMatchObject({ code: 'invalid-input', errors: [{ path, code }] })
  expect(await both('w-student')).toEqual([undefined, undefined])
})

test('a membership that was entered by mistake is taken back; one that an application goes by, or that an admission brought, stays', async () => {
  await mark('w-student')
  expect((await takeBack('w-student')).body).toEqual({ personId: 'w-student' })
  expect((await takeBack('w-student')).status).toBe(200)
  expect(await both('w-student')).toEqual([undefined, undefined])
  await mark('w-classmate')
  const form = { act: 'fill-form', facts: { date: '2026-06-10', introducers: ['w-classmate'] } }
  const me = await readMe(context.table, 'w-student', true)
  expect(await transact(context.table, membershipWrites(context, me as never, undefined, form as never))).toBe(true)
  expect((await takeBack('w-classmate')).body.code).toBe('membership-stands')
  expect((await both('w-classmate'))[0]).toMatchObject({ since: '2025-05-04' })
  const admitted = { since: '2026-01-01', number: '202651000001' }
  await putItem(context.table, { ...(me as unknown as Item), leagueMember: admitted })
  expect((await takeBack('w-student')).body.code).toBe('membership-stands')
})

test('nobody who applies is entered, and nobody who was entered applies, whoever is first at the same moment', async () => {
  await apply('w-student')
  expect((await mark('w-student')).body).toMatchObject({ code: 'application-open', detail: { state: 'applied' } })
  await call('w-student', 'POST', '/v1/applications/withdraw', { id: 'withdraw-01', version: 1 })
  expect((await mark('w-student')).status).toBe(200)

  // The letter was decided on before the secretary's entry, and is written after it.
  const me = await readMe(context.table, 'w-classmate', true)
  const late = async (guarded: boolean) =>
    actOn(context, me as never, { stepId: 'letter-late-1', actor: me as never, input: { act: 'apply', letter: '我志愿加入' } as never }, async (table, personId, append) => {
      await mark('w-classmate')
      return appendApplicationStep(table, personId, guarded ? append : { ...append, also: [] })
    })
  const applying = late(true).then(() => 'ended', () => 'ended')
  await applying
  expect(await getItem(context.table, keys.applicationStep('w-classmate', 1), true)).toBeUndefined()
  await late(false)
  expect(await getItem(context.table, keys.applicationStep('w-classmate', 1), true)).toBeDefined()
}, 60_000)

test('the entry waits for no letter that came meanwhile; control: without the check there are both', async () => {
  const check = noStepSince(context.table, 'w-student', 0)
  await apply('w-student')
  const enter = (also: typeof check) => enterMembership(context.table, branch, 'w-student', { since: '2025-05-04', byHand: true }, { id: 'x', by: 'w-secretary', at: '2026-06-15T02:00:00Z' }, also)
  expect(await enter(check)).toBe(false)
  expect(await enter(noStepSince(context.table, 'w-student', 1))).toBe(true)
  expect(await endMembership(context.table, branch, 'w-student')).toBe(true)
})

test('the roll-ups count members, and a rebuild gives the same', async () => {
  await putPerson(context, 'w-third', { branch })
  await mark('w-student')
  await mark('w-third')
  await rebuildProjections(context, 'wangcang')
  const [own, school, county] = await readRollUps(context.table, [branch, 'wangcang.s01', 'wangcang'], true)
  expect([own, school, county].map((one) => [one?.leagueMembers, one?.members])).toEqual([[2, 3], [2, 4], [2, 5]])
  expect((await rebuildProjections(context, 'wangcang', { check: true })).differing).toBe(0)
})
