import type { ScanEntry } from '@shared/model/ledger'
import type { QuotaLine } from '@shared/model/plan'
import { appendApplicationStep, readApplicationSteps } from '../../functions/store/applications'
import { keys } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { readMe } from '../../functions/store/people'
import { getItem, type Item, putItem } from '../../functions/store/table'
import { correctExam } from '../../functions/use-cases/correct-exam'
import { decideRecord } from '../../functions/use-cases/decide-record'
import { projectPerson } from '../../functions/use-cases/project-person'
import { actOnApplicationBy } from '../../functions/use-cases/record-act'
import { admissionOf, decided, openAdmission } from '../support/admission'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { makeReady } from '../support/ready-student'

let context: TestContext
let way: ReturnType<typeof admissionOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await openAdmission(context)
  way = admissionOf(context)
}, 60_000)
afterAll(() => context.close())
beforeEach(() => context.setNow('2026-06-15T02:00:00Z'))

type Appending = typeof appendApplicationStep

const branch = 'wangcang.s01.b01'
const proposal = { act: 'propose-candidate' as const, decision: decided('2026-06-04') }
const unmetOf = (body: { detail?: { conditions: { key: string }[] } }) => body.detail?.conditions.map(({ key }) => key)

test('a letter at any time; the candidate waits for all that is unmet, told at once and with how to mend it', async () => {
  await makeReady(context, 'w-student', 'hours')
  context.setNow('2026-03-02T02:00:00Z')
  const view = await way.apply('w-student', 'letter-first')
  expect(view).toMatchObject({ status: 201, body: { application: { state: 'applied', version: 1, letter: '我志愿加入中国共产主义青年团' }, next: { act: 'talk', by: ['branch-secretary'] } } })
  expect(await way.apply('w-student', 'letter-first')).toEqual(view)
  expect((await way.apply('w-student', 'letter-again')).body.code).toBe('application-open')
  await way.lead('w-student', 'activist', 'applied')
  context.setNow('2026-03-20T02:00:00Z')
  await way.speak('w-introducer-1', 'w-student', { act: 'mentor-talk', date: '2026-03-20', notes: '谈了一次' })
  context.setNow('2026-05-10T02:00:00Z')
  const refused = await way.act('w-secretary', 'w-student', { ...proposal, decision: decided('2026-05-10') })
  expect(refused).toMatchObject({ status: 409, body: { code: 'conditions-unmet' } })
  expect(refused.body.detail.conditions).toEqual([
    { key: 'volunteer-hours', met: false, achieved: 960, required: 1200, mend: 'record-hours' },
    { key: 'months-as-activist', met: false, required: 3, mend: 'wait', earliest: '2026-06-04' },
    { key: 'mentor-talks', met: false, achieved: 1, required: 2, mend: 'mentor-talk' },
  ])
  const shown = (await way.call('w-secretary', 'GET', '/v1/people/w-student/application')).body
  expect(shown.next).toMatchObject({ act: 'propose-candidate', ready: false })
  expect(shown.next.conditions.filter(({ met }: { met: boolean }) => !met)).toEqual(refused.body.detail.conditions)
})

test('returned with a reason, resumed where it was, and led to its end; then a member, who applies no more', async () => {
  await way.applicant('w-ready', 'talked')
  const returned = await way.act('w-school', 'w-ready', { act: 'return', reason: '请重新谈话' })
  expect(returned.body.application).toMatchObject({ state: 'returned', position: 'applied', version: 3 })
  expect((await way.act('w-school', 'w-ready', { act: 'return', reason: '再退一次' })).body.code).toBe('application-not-open')
  // A talk, which it was returned for; not a letter, which it kept.
  expect((await way.apply('w-ready', 'letter-again1', '更具体的申请书')).body.code).toBe('application-open')
  await way.lead('w-ready', 'candidate-proposed', 'applied')
  await projectPerson(context, 'w-ready')
  expect((await way.call('w-secretary', 'GET', `/v1/applications?org=${branch}&state=candidate-proposed`)).body.items).toMatchObject([{ person: { personId: 'w-ready' }, eligible: true, unmet: [] }])
  expect((await readApplicationSteps(context.table, 'w-ready')).at(-1)).toMatchObject({ act: 'propose-candidate', rules: { id: 'wangcang', version: 1, eligible: true }, evaluated: { eligible: true, ruleSet: { id: 'wangcang', version: 1 } }, by: 'w-secretary' })
  expect((await way.lead('w-ready', 'archived', 'candidate-proposed')).application).toMatchObject({ state: 'archived', number: expect.stringMatching(/^202651\d{6}$/) })
  expect((await way.apply('w-ready', 'letter-third')).body.code).toBe('already-member')
  expect((await readMe(context.table, 'w-ready', true))?.leagueMember).toMatchObject({ since: '2026-06-17' })
})

test('a returned letter is answered by another letter, in the same application', async () => {
  await way.applicant('w-letter', 'applied')
  expect((await way.act('w-secretary', 'w-letter', { act: 'return', reason: '请写具体' })).body.application).toMatchObject({ state: 'returned', position: 'none', version: 2 })
  const { application } = (await way.apply('w-letter', 'letter-more', '更具体的申请书')).body
  expect(application).toMatchObject({ state: 'applied', version: 3, letter: '更具体的申请书' })
  expect(application.steps).toHaveLength(3)
})

test('an act goes by its id: the same again stands, other words under it are refused', async () => {
  await way.applicant('w-again', 'applied')
  const talk = { act: 'talk', date: '2026-03-02', talker: '书记', notes: '谈了理想' }
  const first = await way.act('w-secretary', 'w-again', talk, { id: 'talk-of-again', version: 1 })
  expect(first).toMatchObject({ status: 200, body: { application: { state: 'talked', version: 2 } } })
  expect(await way.act('w-secretary', 'w-again', talk, { id: 'talk-of-again', version: 1 })).toEqual(first)
  expect((await way.act('w-secretary', 'w-again', { ...talk, notes: '别的' }, { id: 'talk-of-again', version: 1 })).body.code).toBe('id-reused')
  expect(await readApplicationSteps(context.table, 'w-again')).toHaveLength(2)
})

describe('bad input', () => {
  beforeAll(() => way.applicant('w-field', 'cultivating'))

  test.each([
    ['no meeting', { act: 'propose-candidate' }, 'what.decision'],
    ['a meeting still to come', { ...proposal, decision: decided('2026-06-16') }, 'what.decision.date'],
    ['a meeting before what it follows', { ...proposal, decision: decided('2026-03-01') }, 'what.decision.date'],
    ['nobody at the meeting', { ...proposal, decision: { ...decided('2026-06-04'), attendance: 0 } }, 'what.decision.attendance'],
    ['no reason', { act: 'return', reason: ' ' }, 'what.reason'],
    ['an act that there is not', { act: 'canonise' }, 'what.act'],
    ['a talk of a mentor whom nobody named', { act: 'mentor-talk', mentor: 3, date: '2026-06-04', notes: '谈' }, 'what.mentor'],
  ])('%s names its field, and nothing is written', async (_what, body, path) => {
    const answer = await way.act('w-secretary', 'w-field', body)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ path }] } })
    expect((await readApplicationSteps(context.table, 'w-field')).at(-1)?.act).toBe('mentor-talk')
  })
})

test('thirteen cannot apply, twenty-eight neither; nobody acts on their own, nor a secretary of elsewhere', async () => {
  await putPerson(context, 'w-thirteen', { branch, birthDate: '2012-06-16' })
  await putPerson(context, 'w-fourteen', { branch, birthDate: '2012-06-15' })
  await putPerson(context, 'w-28', { branch, birthDate: '1998-06-15' })
  expect((await way.apply('w-thirteen')).body).toMatchObject({ code: 'conditions-unmet', detail: { conditions: [{ key: 'procedure-age', achieved: 13, mend: 'wait' }] } })
  expect((await way.apply('w-fourteen')).status).toBe(201)
  expect((await way.apply('w-28')).body).toMatchObject({ code: 'conditions-unmet', detail: { conditions: [{ key: 'procedure-age', achieved: 28, mend: 'none' }] } })
  await putItem(context.table, { ...keys.me('w-self'), personId: 'w-self', name: 'self', branch, birthDate: '2000-01-01', epoch: 1, roles: [{ name: 'student', scope: branch }, { name: 'branch-secretary', scope: branch }, { name: 'committee', scope: 'wangcang.s01' }] } as Item)
  await makeReady(context, 'w-self')
  await way.lead('w-self', 'applied')
  const talk = { act: 'talk', date: '2026-03-02', talker: '自己', notes: '自己谈' }
  expect((await way.act('w-self', 'w-self', talk)).body.code).toBe('own-application')
  for (const who of ['w-secretary-b02', 'q-secretary', 'q-county', 'w-classmate']) expect((await way.act(who, 'w-self', talk)).body.code).toBe('not-allowed')
  // The step is the branch secretary's by the county's procedure, not the school's.
  expect((await way.act('w-school', 'w-self', talk)).body.code).toBe('not-allowed')
})

test('who reviewed a record of the applicant, or introduced them, does not approve', async () => {
  await way.applicant('w-judged', 'branch-voted')
  await decideRecord(context, 'w-judged', { decisionId: 'by-school', recordId: 'activity-1', verdict: 'revoked', reason: 'other', words: '重复', by: 'w-school' })
  context.setNow('2026-06-18T02:00:00Z')
  const approval = { act: 'approve', decision: decided('2026-06-18', '学校团委') }
  expect(unmetOf((await way.act('w-school', 'w-judged', approval)).body)).toEqual(['not-reviewer'])
  await putItem(context.table, { ...keys.me('w-introducer-2'), personId: 'w-introducer-2', name: 'w-introducer-2', birthDate: '2009-03-01', branch, epoch: 1, roles: [{ name: 'student', scope: branch }, { name: 'committee', scope: 'wangcang.s01' }], leagueMember: { since: '2025-05-04' } } as Item)
  expect(unmetOf((await way.act('w-introducer-2', 'w-judged', approval)).body)).toEqual(['not-introducer'])
})

describe('taking it back', () => {
  const withdraw = (who: string, id: string, version: number) => way.call(who, 'POST', '/v1/applications/withdraw', { id, version })

  test('the applicant withdraws and may apply anew; an id of long ago gives no new step', async () => {
    await putPerson(context, 'w-back', { branch })
    await way.apply('w-back', 'letter-back-1')
    expect((await withdraw('w-back', 'withdraw-1', 9)).body.code).toBe('application-changed')
    expect((await withdraw('w-back', 'withdraw-1', 1)).body.application).toMatchObject({ state: 'withdrawn', version: 2 })
    expect((await withdraw('w-back', 'withdraw-1', 1)).body.application.version).toBe(2)
    expect((await withdraw('w-back', 'withdraw-2', 2)).body.code).toBe('application-not-open')
    const second = (await way.apply('w-back', 'letter-back-2')).body.application
    expect(second).toMatchObject({ applicationId: 'letter-back-2', state: 'applied', version: 3 })
    expect(second.steps).toHaveLength(1)
    await withdraw('w-back', 'withdraw-3', 3)
    expect((await way.apply('w-back', 'letter-back-1')).body.application).toMatchObject({ state: 'withdrawn', version: 4 })
    expect((await way.apply('w-back', 'letter-back-2', '别的话')).body.code).toBe('id-reused')
    expect(await readApplicationSteps(context.table, 'w-back')).toHaveLength(4)
  })

  test('what is withdrawn is acted on no more', async () => {
    expect((await way.act('w-secretary', 'w-back', { act: 'return', reason: '请写具体' })).body.code).toBe('application-not-open')
  })

  test('the place is given back and the number is spent', async () => {
    await way.applicant('w-spent', 'pre-reviewed')
    const quota = async () => (await getItem<QuotaLine>(context.table, keys.quota('wangcang.s01', 2026, `${branch}#*`), true))?.taken
    const before = (await quota()) ?? 0
    const spent = (await way.call('w-spent', 'GET', '/v1/people/w-spent/application')).body.application.number
    await withdraw('w-spent', 'withdraw-spent', await way.versionOf('w-spent'))
    expect(await quota()).toBe(before - 1)
    await way.applicant('w-after', 'pre-reviewed')
    expect(Number((await way.call('w-after', 'GET', '/v1/people/w-after/application')).body.application.number)).toBe(Number(spent) + 1)
  })
})

describe('what a decision stands on moves while it is on its way', () => {
  const scan = (direction: 'entry' | 'exit', time: string): ScanEntry => ({
    type: 'scan', scanId: `scan-${direction}`, eventId: 'wangcang.t01.home~river00000001', direction, way: 'pass', verdict: 'accepted', time, deviceTime: time, skewMs: 0, at: time, by: 'w-manager',
    credit: { title: '河道清理', category: 'volunteering', startsAt: '2026-05-23T00:00:00.000Z', endsAt: '2026-05-23T06:00:00.000Z', minimumMinutes: 0, breaks: [] },
  })
  const attended = async (who: string) => {
    await way.applicant(who, undefined, 'hours')
    for (const one of [scan('entry', '2026-05-23T00:00:00.000Z'), scan('exit', '2026-05-23T06:00:00.000Z')]) await appendEntry(context.table, who, one)
  }
  /** What happens between the read and the write; who is ready for it; which condition it leaves unmet; what of the write takes the guard away. */
  const movements = {
    'a record is revoked': {
      ready: (who: string) => way.applicant(who), unmet: 'volunteer-hours', unguarded: { decisions: 900_000 },
      move: (who: string) => decideRecord(context, who, { decisionId: `revoked-${who}`, recordId: 'hours-0', verdict: 'revoked', reason: 'time-wrong', by: 'w-school' }),
    },
    'an exam is corrected': {
      ready: (who: string) => way.applicant(who), unmet: 'league-class', unguarded: { exams: [] },
      move: async (who: string) => correctExam(context, { personId: who, examId: 'exam-1', id: `corrected-${who}`, was: 85, score: 40, reason: '登错' } as never, { actor: (await readMe(context.table, 'w-school', true)) as never, identity: '' }),
    },
    'a scan is taken back': {
      ready: attended, unmet: 'volunteer-hours', unguarded: { scans: [] },
      move: (who: string) => appendEntry(context.table, who, { type: 'scan-undone', scanId: 'scan-entry', eventId: 'wangcang.t01.home~river00000001', id: `undone-${who}`, at: '2026-05-23T08:00:00.000Z', by: 'w-township' }),
    },
  }
  const race = async (who: string, { ready, move }: { ready(who: string): Promise<unknown>; move(who: string): Promise<unknown> }, append: Appending) => {
    await ready(who)
    await way.lead(who, 'cultivating')
    context.setNow('2026-06-04T02:00:00Z')
    let moved = false
    const late: Appending = async (...args) => {
      if (!moved) await move(who)
      moved = true
      return append(...args)
    }
    return actOnApplicationBy(late)(context, { personId: who, id: `late-${who}`, version: await way.versionOf(who), what: proposal } as never, { actor: (await readMe(context.table, 'w-secretary', true)) as never, identity: '' })
  }
  const cases = Object.entries(movements).map(([what, movement], i) => [what, movement, i] as const)

  test.each(cases)('%s: the proposal hears what is missing now', async (_what, movement, i) => {
    expect(await race(`w-moved-${i}`, movement, appendApplicationStep)).toMatchObject({ refused: 'conditions-unmet', detail: { conditions: [{ key: movement.unmet, met: false }] } })
  })

  test.each(cases)('control, %s: without the condition on it somebody is proposed who lacks something', async (_what, movement, i) => {
    const unguarded: Appending = async (table, personId, step) => appendApplicationStep(table, personId, { ...step, ...movement.unguarded })
    expect(await race(`w-let-${i}`, movement, unguarded)).toMatchObject({ application: { state: 'candidate-proposed' } })
  })
})
