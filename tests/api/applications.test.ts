import { applicationRoutes } from '../../functions/http/routes/applications'
import { appendApplicationStep, readApplicationSteps } from '../../functions/store/applications'
import { keys } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { type Item, putItem } from '../../functions/store/table'
import { decideApplicationBy } from '../../functions/use-cases/decide-application'
import { decideRecord } from '../../functions/use-cases/decide-record'
import { projectPerson } from '../../functions/use-cases/project-person'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'
import { makeReady } from '../support/ready-student'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, applicationRoutes)
}, 60_000)
afterAll(() => context.close())

const branch = 'wangcang.s01.b01'
const meeting = { body: '支部委员会', date: '2026-06-15', attendance: 5, minutes: '2026 年第 6 次' }
const apply = (who: string, id = `letter-of-${who}`, letter = '我志愿加入中国共产主义青年团') => call(who, 'POST', '/v1/applications', { id, letter })
const decide = (by: string, who: string, body: object) => call(by, 'POST', `/v1/people/${who}/application/decisions`, { id: `decision-${by}-${who}`, ...body })

test('a letter at any time; the decision waits for what is unmet, all at once and with how to mend it', async () => {
  await makeReady(context, 'w-student', 'hours')
  const view = await apply('w-student')
  expect(view).toMatchObject({ status: 201, body: { ready: false, application: { state: 'applied', version: 1 } } })
  expect(view.body.conditions.filter(({ met }: { met: boolean }) => !met)).toEqual([{ key: 'volunteer-hours', met: false, achieved: 960, required: 1200, mend: 'record-hours' }])
  expect(await apply('w-student')).toEqual(view)
  expect((await apply('w-student', 'letter-again')).body.code).toBe('application-open')
  const refused = await decide('w-secretary', 'w-student', { version: 1, to: 'approved', meeting })
  expect(refused).toMatchObject({ status: 409, body: { code: 'conditions-unmet', detail: { conditions: [{ key: 'volunteer-hours', achieved: 960 }] } } })
})

test('returned with a reason, applied again, approved with its meeting and what was evaluated', async () => {
  await putPerson(context, 'w-ready', { branch })
  await makeReady(context, 'w-ready')
  await apply('w-ready')
  expect((await decide('w-secretary', 'w-ready', { version: 1, to: 'returned' })).body.errors).toMatchObject([{ path: 'reason' }])
  expect((await decide('w-secretary', 'w-ready', { version: 1, to: 'returned', reason: '请写具体' })).body.application).toMatchObject({ state: 'returned', version: 2 })
  expect((await apply('w-ready', 'letter-again1', '更具体的申请书')).body.application).toMatchObject({ state: 'applied', version: 3, letter: '更具体的申请书' })
  await projectPerson(context, 'w-ready')
  expect((await call('w-secretary', 'GET', `/v1/applications?org=${branch}&state=applied`)).body.items).toMatchObject([{ person: { personId: 'w-ready' }, eligible: true, unmet: [] }])
  const again = { id: 'decision-final', version: 3, to: 'approved', meeting }
  expect((await decide('w-secretary', 'w-ready', again)).body.application.state).toBe('approved')
  expect((await decide('w-secretary', 'w-ready', again)).status).toBe(200)
  expect((await readApplicationSteps(context.table, 'w-ready')).at(-1)).toMatchObject({ evaluated: { eligible: true, ruleSet: { id: 'wangcang', version: 1 } }, by: 'w-secretary' })
  expect((await apply('w-ready', 'letter-third')).body.code).toBe('already-member')
})

test.each([
  ['no meeting', { to: 'approved' }, 'meeting'],
  ['a meeting still to come', { to: 'approved', meeting: { ...meeting, date: '2026-06-16' } }, 'meeting.date'],
  ['a meeting before the application', { to: 'approved', meeting: { ...meeting, date: '2026-06-14' } }, 'meeting.date'],
])('%s names its field', async (_what, body, path) => {
  expect((await decide('w-secretary', 'w-student', { version: 1, ...body })).body.errors).toMatchObject([{ path }])
})

test('thirteen cannot apply, twenty-eight neither; nobody decides their own', async () => {
  await putPerson(context, 'w-thirteen', { branch, birthDate: '2012-06-16' })
  await putPerson(context, 'w-fourteen', { branch, birthDate: '2012-06-15' })
  await putPerson(context, 'w-28', { branch, birthDate: '1998-06-15' })
  expect((await apply('w-thirteen')).body).toMatchObject({ code: 'conditions-unmet', detail: { conditions: [{ key: 'age', achieved: 13 }] } })
  expect((await apply('w-fourteen')).status).toBe(201)
  expect((await apply('w-28')).body.code).toBe('conditions-unmet')
  await putItem(context.table, { ...keys.me('w-self'), personId: 'w-self', name: 'self', branch, birthDate: '2000-01-01', epoch: 1, roles: [{ name: 'student', scope: branch }, { name: 'branch-secretary', scope: branch }] } as Item)
  await makeReady(context, 'w-self')
  await apply('w-self')
  expect((await decide('w-self', 'w-self', { version: 1, to: 'approved', meeting })).body.code).toBe('own-application')
})

describe('taking it back', () => {
  const withdraw = (who: string, id: string, version: number) => call(who, 'POST', '/v1/applications/withdraw', { id, version })

  test('the applicant withdraws and may apply anew; an id of long ago gives no new step', async () => {
    await putPerson(context, 'w-back', { branch })
    await apply('w-back', 'letter-back-1')
    expect((await withdraw('w-back', 'withdraw-1', 9)).body.code).toBe('application-changed')
    expect((await withdraw('w-back', 'withdraw-1', 1)).body.application).toMatchObject({ state: 'withdrawn', version: 2 })
    expect((await withdraw('w-back', 'withdraw-1', 1)).body.application.version).toBe(2)
    expect((await withdraw('w-back', 'withdraw-2', 2)).body.code).toBe('application-not-open')
    expect((await apply('w-back', 'letter-back-2')).body.application).toMatchObject({ state: 'applied', version: 3 })
    await withdraw('w-back', 'withdraw-3', 3)
    expect((await apply('w-back', 'letter-back-1')).body.application).toMatchObject({ state: 'withdrawn', version: 4 })
    expect((await apply('w-back', 'letter-back-2', '别的话')).body.code).toBe('id-reused')
    expect(await readApplicationSteps(context.table, 'w-back')).toHaveLength(4)
  })

  test('what is withdrawn is not decided', async () => {
    expect((await decide('w-secretary', 'w-back', { version: 4, to: 'returned', reason: '请写具体' })).body.code).toBe('application-not-open')
  })
})

describe('a record revoked while an approval is on its way', () => {
  const race = async (who: string, append: typeof appendApplicationStep) => {
    await putPerson(context, who, { branch })
    await makeReady(context, who)
    await apply(who)
    const late: typeof appendApplicationStep = async (...args) => {
      await decideRecord(context, who, { decisionId: `revoked-${who}`, recordId: 'hours-0', verdict: 'revoked', reason: 'time-wrong', by: 'w-school' })
      return append(...args)
    }
    return decideApplicationBy(late)(context, { personId: who, id: `late-${who}`, version: 1, to: 'approved', meeting } as never, { actor: (await readMe(context.table, 'w-secretary', true)) as never, identity: '' })
  }

  test('the approval hears what is missing now', async () => {
    expect(await race('w-revoked', appendApplicationStep)).toMatchObject({ refused: 'conditions-unmet', detail: { conditions: [{ key: 'volunteer-hours', achieved: 960 }] } })
  })

  test('control: without the condition on the decisions, somebody is approved who lacks hours', async () => {
    const unguarded: typeof appendApplicationStep = async (table, personId, step) => appendApplicationStep(table, personId, step, 900_000)
    expect(await race('w-let-through', unguarded)).toMatchObject({ application: { state: 'approved' }, ready: false })
  })
})

describe('two secretaries at once', () => {
  const race = async (who: string, append?: typeof appendApplicationStep) => {
    await putPerson(context, who, { branch })
    await makeReady(context, who)
    await apply(who)
    const gated = together(2, append ?? appendApplicationStep)
    const one = async (by: string, body: object) => decideApplicationBy(gated)(context, { personId: who, id: `race-${by}`, version: 1, ...body } as never, { actor: (await readMe(context.table, by, true)) as never, identity: '' })
    return Promise.all([one('w-secretary', { to: 'approved', meeting }), one('w-school', { to: 'returned', reason: '再等等' })])
  }

  test('one wins, the other is told what happened and by whom', async () => {
    const answers = await race('w-raced')
    const lost = answers.filter((answer) => 'refused' in answer)
    expect(lost).toHaveLength(1)
    expect(lost[0]).toMatchObject({ refused: 'application-changed', detail: { conflict: { byName: expect.stringMatching(/w-s/), state: expect.stringMatching(/approved|returned/) } } })
    expect(await readApplicationSteps(context.table, 'w-raced')).toHaveLength(2)
  })

  test('control: without the condition both think they won', async () => {
    const answers = await race('w-unguarded', async (table, personId, step) => {
      await putItem(table, { ...keys.applicationStep(personId, step.n), ...step } as unknown as Item)
      return true
    })
    expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(0)
  })
})
