import { actOn } from '../../functions/use-cases/act-on-application'
import type { ProcedureContent } from '@shared/model/procedure'
import { defaultProcedure } from '@shared/rules/default-procedure'
import { readApplicationSteps } from '../../functions/store/applications'
import { keys } from '../../functions/store/keys'
import { type Me, readMe } from '../../functions/store/people'
import { addProcedure, readProcedures } from '../../functions/store/procedure'
import { putItem } from '../../functions/store/table'
import { publishProcedureBy } from '../../functions/use-cases/publish-procedure'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { makeReady } from '../support/ready-student'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-county-2', { roles: [{ name: 'county-committee', scope: 'wangcang' }] })
  call = apiOf(context, allRoutes)
})
afterEach(() => context.close())

const org = 'wangcang'
const with_ = (changes: Partial<ProcedureContent>): ProcedureContent => ({ ...defaultProcedure, ...changes })
const sixMonths = with_({ cultivation: { months: 6, mentorTalks: 2 } })
let n = 0
const publish = (content: unknown, body: object = {}, who = 'w-county') => call(who, 'POST', '/v1/procedures', { id: `procedure-${++n}`, org, content, after: 1, effectiveFrom: '2026-07-01', ...body })
const versions = async () => (await call('w-secretary', 'GET', '/v1/procedures?org=wangcang.s01.b01')).body.items.map((one: { version: number; state: string; effectiveFrom: string }) => [one.version, one.state, one.effectiveFrom])

test('the county’s first procedure is the plan’s own; a new one follows at its date', async () => {
  expect(await versions()).toEqual([[1, 'in-force', '0001-01-01']])
  const published = await publish(sixMonths, { id: 'procedure-same' })
  expect(published).toMatchObject({ status: 201, body: { version: 2, state: 'coming', effectiveFrom: '2026-07-01', byName: 'w-county', content: { cultivation: { months: 6 } } } })
  expect(await publish(sixMonths, { id: 'procedure-same' })).toEqual(published)
  expect((await publish(sixMonths, { id: 'procedure-same', effectiveFrom: '2026-07-02' })).body.code).toBe('id-reused')
  expect(await versions()).toEqual([[2, 'coming', '2026-07-01'], [1, 'in-force', '0001-01-01']])
  context.setNow('2026-06-30T15:59:59Z')
  expect((await versions())[0]).toEqual([2, 'coming', '2026-07-01'])
  context.setNow('2026-06-30T16:00:00Z')
  expect(await versions()).toEqual([[2, 'in-force', '2026-07-01'], [1, 'past', '0001-01-01']])
})

test('a second thought replaces what has not begun', async () => {
  await publish(sixMonths, { effectiveFrom: '2026-09-01' })
  await publish(with_({ introducers: 3 }), { after: 2, effectiveFrom: '2026-08-01' })
  expect(await versions()).toEqual([[3, 'coming', '2026-08-01'], [2, 'replaced', '2026-09-01'], [1, 'in-force', '0001-01-01']])
})

test.each<[string, unknown, string]>([
  ['months below none', with_({ cultivation: { months: -1, mentorTalks: 2 } }), 'content.cultivation.months'],
  ['half a month', with_({ talk: { withinMonths: 0.5 } }), 'content.talk.withinMonths'],
  ['no mentor talk', with_({ cultivation: { months: 3, mentorTalks: 0 } }), 'content.cultivation.mentorTalks'],
  ['more than all of them', with_({ vote: { quorum: { moreThan: [1, 2] }, majority: { moreThan: [1, 1], of: 'present' } } }), 'content.vote.majority.moreThan'],
  ['a share of nothing', with_({ vote: { quorum: { moreThan: [1, 0] }, majority: { moreThan: [1, 2], of: 'present' } } }), 'content.vote.quorum.moreThan[1]'],
  ['a majority of whom nobody knows', with_({ vote: { quorum: { moreThan: [1, 2] }, majority: { moreThan: [1, 2], of: 'voters' as never } } }), 'content.vote.majority.of'],
  ['an actor nobody knows', with_({ actors: { ...defaultProcedure.actors, vote: ['student'] as never } }), 'content.actors.vote[0]'],
  ['an act that nobody records', with_({ actors: { ...defaultProcedure.actors, file: [] } }), 'content.actors.file'],
  ['no route', with_({ activist: { ...defaultProcedure.activist, routes: [] } }), 'content.activist.routes'],
  ['a route twice', with_({ activist: { ...defaultProcedure.activist, routes: ['points', 'points'] } }), 'content.activist.routes'],
  ['fewer mentors at most than at least', with_({ activist: { ...defaultProcedure.activist, mentors: { atLeast: 3, atMost: 2 } } }), 'content.activist.mentors.atMost'],
  ['an age that nobody has', with_({ age: { atLeast: 28, below: 28 } }), 'content.age.below'],
  ['a ceiling of more than all', with_({ ratioCeilings: { ...defaultProcedure.ratioCeilings, senior: 101 } }), 'content.ratioCeilings.senior'],
  ['three digits of a province', with_({ number: { province: '510' } }), 'content.number.province'],
  ['a day that is none', with_({ workdays: [{ year: 2027, worked: ['2027-02-29'], off: [] }] }), 'content.workdays[0].worked[0]'],
  ['a day of another year', with_({ workdays: [{ year: 2027, worked: [], off: ['2026-10-01'] }] }), 'content.workdays[0].off[0]'],
  ['a weekday that is worked anyhow', with_({ workdays: [{ year: 2027, worked: ['2027-02-01'], off: [] }] }), 'content.workdays[0].worked[0]'],
  ['a year twice', with_({ workdays: [{ year: 2027, worked: [], off: [] }, { year: 2027, worked: [], off: [] }] }), 'content.workdays[1].year'],
  ['something missing', (({ approval: _, ...rest }) => rest)(defaultProcedure), 'content.approval'],
])('%s names its field', async (_what, content, path) => {
  expect((await publish(content)).body).toMatchObject({ code: 'invalid-input', errors: [{ path }] })
  expect(await readProcedures(context.table, org, true)).toEqual([])
})

test.each([['yesterday', '2026-06-14', 'in-the-past'], ['in more than a year', '2027-06-17', 'too-far'], ['on no date', '2026-06-31', 'invalid-format']])('from %s names the field', async (_what, effectiveFrom, code) => {
  expect((await publish(sixMonths, { effectiveFrom })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'effectiveFrom', code }] })
})

test('what says the same is nothing to publish; who has not seen the last version hears of it', async () => {
  expect((await publish(defaultProcedure)).body.code).toBe('nothing-to-publish')
  await publish(sixMonths)
  expect((await publish(with_({ introducers: 3 }), {}, 'w-county-2')).body).toMatchObject({ code: 'procedure-changed', detail: { conflict: { version: 2, byName: 'w-county' } } })
})

describe('two publishers at once', () => {
  const race = (add: typeof addProcedure) => {
    const gated = together(2, add)
    const one = async (who: string, months: number) => publishProcedureBy(gated)(context, { id: `race-of-${who}`, org, content: with_({ cultivation: { months, mentorTalks: 2 } }) as never, after: 1, effectiveFrom: '2026-07-01' }, { actor: (await readMe(context.table, who, true)) as never, identity: '' })
    return Promise.all([one('w-county', 6), one('w-county-2', 9)])
  }
  test('one wins, the other hears by whom', async () => {
    const lost = (await race(addProcedure)).filter((answer) => 'refused' in answer)
    expect(lost).toMatchObject([{ refused: 'procedure-changed', detail: { conflict: { version: 2, byName: expect.stringMatching(/^w-county/) } } }])
    expect(await readProcedures(context.table, org, true)).toHaveLength(1)
  })
  test('control: without the condition both believe that theirs is the version', async () => {
    const answers = await race(async (table, county, version) => {
      await putItem(table, { ...keys.procedure(county, version.version), ...version })
      return true
    })
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([])
  })
})

test('six months and a majority of those present: the acts follow from that day on, and earlier steps keep their version', async () => {
  const act = async (who: string, by: string, what: object) => {
    const steps = await readApplicationSteps(context.table, who)
    return call(by, 'POST', `/v1/people/${who}/application/acts`, { id: `act-${who}-${steps.length}`, version: steps.length, what })
  }
  const ok = async (who: string, by: string, what: object) => expect(await act(who, by, what)).toMatchObject({ status: 200 })
  const decision = (date: string, body = '支部委员会') => ({ body, date, attendance: 5, minutes: '会议记录第 1 页' })
  const decided = { attendance: 5 }
  const [a, b] = ['w-student', 'w-classmate']
  for (const who of ['w-m1', 'w-m2']) {
    await putPerson(context, who, { branch: 'wangcang.s01.b01' })
    await call('w-secretary', 'POST', `/v1/people/${who}/league-membership`, { id: `member-${who}`, since: '2025-05-04' })
  }
  context.setNow('2026-03-01T02:00:00Z')
  for (const who of [a, b]) {
    await makeReady(context, who)
    await call(who, 'POST', '/v1/applications', { id: `letter-of-${who}`, letter: '我志愿加入中国共产主义青年团' })
    await ok(who, 'w-secretary', { act: 'talk', date: '2026-03-01', talker: '何老师', notes: '谈了动机' })
    await ok(who, 'w-secretary', { act: 'record-route', route: 'peer-review', date: '2026-03-01', tally: { present: 10, for: 8, against: 1, abstain: 1 } })
    await ok(who, 'w-secretary', { act: 'name-activist', decision: decision('2026-03-01'), mentors: [{ name: '甲', personId: 'w-m1' }] })
    await ok(who, 'w-secretary', { act: 'mentor-talk', date: '2026-03-01', mentor: 0, notes: '一' })
  }
  context.setNow('2026-06-15T02:00:00Z')
  for (const who of [a, b]) await ok(who, 'w-secretary', { act: 'mentor-talk', date: '2026-06-10', mentor: 0, notes: '二' })
  await publish(with_({ cultivation: { months: 6, mentorTalks: 2 }, vote: { quorum: { moreThan: [1, 2] }, majority: { moreThan: [1, 2], of: 'present' } } }), { effectiveFrom: '2026-06-16' })
  // On the day before, three months are enough.
  await ok(a, 'w-secretary', { act: 'propose-candidate', decision: { ...decision('2026-06-15'), ...decided } })
  context.setNow('2026-06-15T16:00:00Z')
  expect((await act(b, 'w-secretary', { act: 'propose-candidate', decision: decision('2026-06-16') })).body).toMatchObject({ code: 'conditions-unmet', detail: { conditions: [{ key: 'months-as-activist', required: 6, earliest: '2026-09-01' }] } })

  // The other goes on, with a number and a place, to a vote that only a majority of those present carries.
  await call('w-county', 'POST', '/v1/plan/numbers', { id: 'numbers-01', org: 'wangcang.s01', year: 2026, count: 3 })
  await call('w-county', 'POST', '/v1/plan/committee-quota', { id: 'total-0001', org: 'wangcang.s01', year: 2026, revision: 0, quota: 3 })
  await call('w-school', 'POST', '/v1/plan/quotas', { id: 'spread-001', org: 'wangcang.s01', year: 2026, revision: 1, lines: [{ branch: 'wangcang.s01.b01', grade: '*', quota: 1 }] })
  await ok(a, 'w-school', { act: 'pre-review', decision: decision('2026-06-16', '校团委'), reply: '同意' })
  await ok(a, 'w-school', { act: 'open-notice', from: '2026-06-16', place: '公示栏' })
  context.setNow('2026-06-26T02:00:00Z')
  await ok(a, 'w-school', { act: 'close-notice' })
  const form = { ethnicity: '汉族', education: '初中', family: '父母务农', statement: '我志愿加入' }
  expect((await call(a, 'POST', '/v1/applications/form', { id: 'form-00001', version: (await readApplicationSteps(context.table, a)).length, form, introducers: ['w-m1', 'w-m2'] })).status).toBe(200)
  context.setNow('2026-06-27T02:00:00Z')
  for (const introducer of ['w-m1', 'w-m2']) await ok(a, 'w-secretary', { act: 'introduce', introducer, date: '2026-06-27', opinion: '同意' })
  context.setNow('2026-06-28T02:00:00Z')
  const [me, actor] = [await readMe(context.table, a, true), await readMe(context.table, 'w-secretary', true)] as [Me, Me]
  expect(await actOn(context, me, { stepId: 'vote-00001', actor, input: { act: 'vote', meetingId: 'meeting-01', date: '2026-06-28', shouldAttend: 10, secret: true, present: 7, for: 4, against: 2, abstain: 1 } })).toBeUndefined()
  const steps = await readApplicationSteps(context.table, a)
  expect(steps.at(-1)).toMatchObject({ act: 'vote', to: 'branch-voted', procedure: 2 })
  expect(steps.map(({ act: name, procedure }) => `${name} ${procedure}`)).toEqual(expect.arrayContaining(['propose-candidate 1', 'pre-review 2']))
  // Both introducers' memberships stand by now.
  expect((await call('w-school', 'POST', '/v1/people/w-m1/league-membership/take-back', { id: 'take-back-1' })).body.code).toBe('membership-stands')

  // An ended application gives its place back and never its number.
  expect(await call('w-school', 'POST', `/v1/people/${a}/application/acts`, { id: 'terminate-1', version: steps.length, what: { act: 'terminate', decision: decision('2026-06-28', '校团委'), reason: '转学' } })).toMatchObject({ status: 200 })
  const { committees } = (await call('w-school', 'GET', '/v1/plan?org=wangcang.s01&year=2026')).body
  expect(committees[0]).toMatchObject({ reserved: 0, used: 0, numbers: { given: 3, left: 2 }, lines: [{ left: 1 }] })
}, 60_000)
