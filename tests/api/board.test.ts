import { applicationRoutes } from '../../functions/http/routes/applications'
import { readApplicationSteps } from '../../functions/store/applications'
import { foldRollUps } from '../../functions/use-cases/fold-roll-ups'
import { projectPerson } from '../../functions/use-cases/project-person'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { makeReady } from '../support/ready-student'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, applicationRoutes)
}, 60_000)
afterAll(() => context.close())

const [branch, other] = ['wangcang.s01.b01', 'wangcang.s01.b02']
const day = (date: string) => context.setNow(`${date}T02:00:00Z`)
const decision = (date: string) => ({ body: '支部委员会', date, attendance: 5, minutes: '2026 年第 6 次' })
let written = 0
const act = (by: string, who: string, version: number, what: object) => call(by, 'POST', `/v1/people/${who}/application/acts`, { id: `step-of-test-${++written}`, version, what })
const project = async (...people: string[]) => {
  for (const one of people) await projectPerson(context, one)
  await foldRollUps(context, [branch, other])
}
const board = async (who: string, org: string) => (await call(who, 'GET', `/v1/applications/board?org=${org}`)).body
const list = async (who: string, query: string) => (await call(who, 'GET', `/v1/applications?${query}`)).body.items

test('who waits for whom, to each level its own, as days pass; and no day changes a state', async () => {
  day('2026-06-15')
  expect((await call('w-student-b02', 'POST', '/v1/applications', { id: 'letter-of-board', letter: '我志愿' })).status).toBe(201)
  await project('w-student-b02')
  const none = { mine: 0, late: 0, escalated: 0 }
  expect(await board('w-secretary-b02', other)).toEqual({ ...none, mine: 1, escalateAfterDays: 7, states: [{ state: 'applied', n: 1, ...none, mine: 1 }], below: [] })
  expect(await board('w-school', 'wangcang.s01')).toMatchObject({ ...none, states: [{ state: 'applied', n: 1, ...none }], below: [] })
  expect(await board('w-secretary', branch)).toMatchObject({ ...none, states: [] })
  expect((await call('w-secretary', 'GET', `/v1/applications/board?org=${other}`)).status).toBe(403)
  expect(await list('w-secretary-b02', `org=${other}&only=mine`)).toMatchObject([{ person: { personId: 'w-student-b02' }, version: 1, waiting: { act: 'talk', by: ['branch-secretary'], since: '2026-06-15', days: 0, due: '2026-07-15', late: false, mine: true } }])
  expect(await list('w-school', 'org=wangcang.s01&only=mine')).toEqual([])
  for (const [date, late, escalated] of [['2026-06-22', 0, 0], ['2026-06-23', 0, 1], ['2026-07-15', 0, 1], ['2026-07-16', 1, 1], ['2029-01-01', 1, 1]] as const) {
    day(date)
    expect(await board('w-county', 'wangcang')).toMatchObject({ mine: 0, late, escalated, below: late + escalated ? [{ id: 'wangcang.s01', late, escalated }] : [] })
    expect(await list('w-county', 'org=wangcang&only=late')).toHaveLength(late)
    expect(await list('w-school', 'org=wangcang.s01&only=escalated')).toHaveLength(escalated)
    // However long it waits: one step, the same state.
    expect((await readApplicationSteps(context.table, 'w-student-b02')).map(({ to }) => to)).toEqual(['applied'])
  }
  day('2026-06-30')
  expect(await act('w-secretary-b02', 'w-student-b02', 1, { act: 'talk', date: '2026-06-29', talker: '何老师', notes: '谈了入团动机' })).toMatchObject({ status: 200, body: { application: { state: 'talked' }, ahead: { routes: ['pioneer-recommendation', 'points', 'peer-review'], mentors: { atLeast: 1, atMost: 2 } } } })
  await project('w-student-b02')
  expect(await board('w-school', 'wangcang.s01')).toMatchObject({ ...none, states: [{ state: 'talked', n: 1 }] })
})

test('a secretary’s own application waits for another: it is in nobody’s own list, and not in their count', async () => {
  day('2026-06-15')
  await putPerson(context, 'w-both', { branch, roles: [{ name: 'branch-secretary', scope: branch }] })
  expect((await call('w-both', 'POST', '/v1/applications', { id: 'letter-of-both', letter: '我志愿' })).status).toBe(201)
  await project('w-both')
  expect([(await board('w-both', branch)).mine, await list('w-both', `org=${branch}&only=mine`)]).toEqual([0, []])
  expect([(await board('w-secretary', branch)).mine, (await list('w-secretary', `org=${branch}&only=mine`)).length]).toEqual([1, 1])
  expect((await call('w-both', 'POST', '/v1/applications/withdraw', { id: 'withdraw-of-both', version: 1 })).status).toBe(200)
  await project('w-both')
})

describe('several together', () => {
  const people = ['w-one', 'w-two', 'w-short']
  const send = (by: string, what: object, ids: string, version = 6) => call(by, 'POST', '/v1/applications/acts', { what, people: people.map((personId) => ({ personId, id: `${ids}-${personId}`, version })) })

  beforeAll(async () => {
    for (const who of people) {
      day('2026-05-02')
      await putPerson(context, who, { branch })
      await makeReady(context, who, who === 'w-short' ? 'hours' : undefined)
      await call(who, 'POST', '/v1/applications', { id: `letter-of-${who}`, letter: '我志愿' })
      day('2026-05-03')
      await act('w-secretary', who, 1, { act: 'talk', date: '2026-05-03', talker: '何老师', notes: '谈' })
      await act('w-secretary', who, 2, { act: 'record-route', route: 'peer-review', date: '2026-05-03', tally: { present: 10, for: 8, against: 1, abstain: 1 } })
      await act('w-secretary', who, 3, { act: 'name-activist', decision: decision('2026-05-03'), mentors: [{ name: '李老师' }] })
      await act('w-secretary', who, 4, { act: 'mentor-talk', date: '2026-05-03', mentor: 0, notes: '谈' })
      expect((await act('w-secretary', who, 5, { act: 'mentor-talk', date: '2026-05-03', mentor: 0, notes: '又谈' })).body.application).toMatchObject({ state: 'cultivating', version: 6 })
    }
  }, 60_000)

  test('the board knows whom they wait for: the branch for those who are ready, themselves who is not', async () => {
    day('2026-08-02')
    await project(...people)
    expect(await list('w-secretary', `org=${branch}&only=mine`)).toEqual([])
    day('2026-08-03')
    expect((await list('w-secretary', `org=${branch}&only=mine`)).map(({ person }: { person: { personId: string } }) => person.personId).sort()).toEqual(['w-one', 'w-two'])
    expect(await list('w-secretary', `org=${branch}&state=cultivating`)).toMatchObject([{ waiting: {} }, { person: { personId: 'w-short' }, unmet: ['volunteer-hours'], waiting: { by: ['student'], mine: false } }, {}])
    expect(await board('w-secretary', branch)).toMatchObject({ mine: 2, states: [{ state: 'cultivating', n: 3, mine: 2 }] })
  })

  test('each has its own outcome: one refused stops nobody, and the same sent again does nothing twice', async () => {
    const what = { act: 'propose-candidate', decision: decision('2026-08-03') }
    const first = await send('w-secretary', what, 'propose')
    expect(first.body.outcomes).toMatchObject([{ personId: 'w-one', ok: true, state: 'candidate-proposed' }, { personId: 'w-two', ok: true }, { personId: 'w-short', ok: false, code: 'conditions-unmet', detail: { conditions: [{ key: 'volunteer-hours', mend: 'record-hours' }] } }])
    expect(await send('w-secretary', what, 'propose')).toEqual(first)
    expect(await readApplicationSteps(context.table, 'w-one')).toHaveLength(7)
  })

  test('whoever comes second is told who was first, one by one; outside one’s organisation nothing is done', async () => {
    const what = { act: 'propose-candidate', decision: decision('2026-08-03') }
    expect((await send('w-secretary', what, 'late')).body.outcomes).toMatchObject([{ ok: false, code: 'application-changed', detail: { conflict: { state: 'candidate-proposed', byName: 'w-secretary' } } }, { ok: false }, { ok: false, code: 'conditions-unmet' }])
    expect((await send('w-secretary-b02', what, 'else')).body.outcomes).toMatchObject(people.map((personId) => ({ personId, ok: false, code: 'not-allowed' })))
  })

  test('a wrong field is named in each one’s outcome', async () => {
    const { body } = await send('w-school', { act: 'pre-review', decision: decision('2026-08-02'), reply: '同意' }, 'early', 7)
    expect(body.outcomes[0]).toMatchObject({ ok: false, code: 'invalid-input', detail: { errors: [{ path: 'what.decision.date', code: 'too-early' }] } })
  })
})
