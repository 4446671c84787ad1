import { evaluateLine } from '@shared/rules/evaluate-line'
import { readMe } from '../../functions/store/people'
import { readIssueEntries } from '../../functions/store/policy'
import { appendIssueEntry } from '../../functions/store/publish-policy'
import { appendEntry } from '../../functions/store/ledger'
import { putItem } from '../../functions/store/table'
import { keys } from '../../functions/store/keys'
import { decideRecord } from '../../functions/use-cases/decide-record'
import { projectPerson } from '../../functions/use-cases/project-person'
import { publishStudyIssueBy } from '../../functions/use-cases/publish-study-issue'
import { rebuildProjections } from '../../functions/use-cases/rebuild-projections'
import { refreshProgress } from '../../functions/use-cases/refresh-progress'
import { refresh } from '../../functions/schedule/refresh'
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
  call = apiOf(context, allRoutes)
})
afterEach(() => context.close())

const issue = { org: 'wangcang', id: '2026-24', title: '第十五季第3期', publishedAt: '2026-06-15T09:00:00+08:00' }
const publish = (body: object = {}, who = 'w-county') => call(who, 'POST', '/v1/study-issues', { ...issue, ...body })
const withdraw = (id: string, issueId = '2026-24') => call('w-county', 'POST', `/v1/study-issues/${issueId}/withdraw`, { id, org: 'wangcang' })
const list = async (who = 'w-county', org = 'wangcang') => (await call(who, 'GET', `/v1/study-issues?org=${org}`)).body.items
const coverage = async (who = 'w-student') => {
  const home = (await call(who, 'GET', '/v1/home')).body.figures.find(({ key }: { key: string }) => key === 'youth-study-coverage')
  const shown = (await call(who, 'GET', `/v1/people/${who}/progress`)).body.requirements.find(({ key }: { key: string }) => key === 'youth-study-coverage')
  expect([home.achieved, home.required, home.met]).toEqual([shown.achieved, shown.required, shown.met])
  return { achieved: shown.achieved, required: shown.required, missing: shown.missing }
}
const study = (status: 'granted' | 'self-reported', who = 'w-student', distinctKey = '2026-24') =>
  appendEntry(context.table, who, { type: 'record', recordId: `study-${distinctKey}-${who}`, source: status, category: 'youth-study', startedAt: '2026-06-15T01:30:00.000Z', endedAt: '2026-06-15T01:50:00.000Z', quantity: 1, distinctKey, title: '青年大学习', photoIds: [], at: '2026-06-15T01:59:00.000Z', by: who })

test('published once: the same again is the same answer, other content is refused, and it is in the list of every office', async () => {
  const first = await publish()
  expect(first).toEqual({ status: 201, body: { id: '2026-24', title: '第十五季第3期', publishedAt: '2026-06-15T01:00:00.000Z', state: 'published', at: '2026-06-15T02:00:00.000Z', byName: 'w-county' } })
  context.setNow('2026-06-15T03:00:00Z')
  expect(await publish()).toEqual(first)
  expect((await publish({ title: '第十五季第4期' })).body.code).toBe('id-reused')
  expect((await publish({ publishedAt: '2026-06-16T09:00:00+08:00' })).body.code).toBe('id-reused')
  expect((await list('w-secretary', 'wangcang.s01.b01')).map(({ id }: { id: string }) => id)).toEqual(['2026-24', '2026-20'])
  expect((await list('q-county', 'qingchuan')).map(({ id }: { id: string }) => id)).toEqual(['2026-20'])
})

test.each([
  ['without a title', { title: ' ' }, 'title'],
  ['with an id of spaces', { id: '2026 24' }, 'id'],
  ['in more than a year', { publishedAt: '2027-06-17T02:00:00Z' }, 'publishedAt'],
  ['of the year 0', { publishedAt: '0000-01-01T00:00:00+23:59' }, 'publishedAt'],
  ['at no instant', { publishedAt: '2026-06-31T02:00:00Z' }, 'publishedAt'],
])('an issue %s names its field, and nothing is written', async (_what, body, path) => {
  expect((await publish(body)).body).toMatchObject({ code: 'invalid-input', errors: [{ path }] })
  expect(await readIssueEntries(context.table, 'wangcang', true)).toHaveLength(1)
})

test('home and progress show it at once, the projection follows, and a rebuild gives the same bytes', async () => {
  await makeReady(context, 'w-student')
  await projectPerson(context, 'w-student')
  expect(await coverage()).toEqual({ achieved: 1, required: 1, missing: [] })
  await publish()
  await publish({ id: '2026-23', publishedAt: '2026-06-08T02:00:00Z' })
  expect(await coverage()).toEqual({ achieved: 1, required: 2, missing: ['2026-23', '2026-24'] })
  await study('granted')
  await projectPerson(context, 'w-student')
  expect(await coverage()).toEqual({ achieved: 2, required: 2, missing: ['2026-23'] })

  await refreshProgress(context, 'wangcang')
  const before = (await readMe(context.table, 'w-student', true))?.progress
  expect(before?.issues).toBe(3)
  expect((await rebuildProjections(context, 'wangcang', { check: true })).differing).toBe(0)
  await rebuildProjections(context, 'wangcang')
  expect(JSON.stringify((await readMe(context.table, 'w-student', true))?.progress)).toBe(JSON.stringify(before))
})

test('within minutes the sweep makes everybody’s projection anew, and ends at once where nothing was published', async () => {
  const sweep = refresh(context, ['wangcang'])
  const required = async () => (await readMe(context.table, 'w-student-s02', true))?.progress?.figures[5]?.[1]
  // Everyone of the three branches had none yet.
  expect(await sweep({ onlyNewPolicy: true })).toEqual({ refreshed: 4, reminded: 0 })
  expect(await sweep({ onlyNewPolicy: true })).toEqual({ refreshed: 0, reminded: 0 })
  expect(await required()).toBe(1)
  await publish()
  expect(await required()).toBe(1)
  expect(await sweep({ onlyNewPolicy: true })).toEqual({ refreshed: 4, reminded: 0 })
  expect(await required()).toBe(2)
  // What time changes is for the night: a look every ten minutes does not read everybody.
  await putPerson(context, 'w-new', { branch: 'wangcang.s01.b01' })
  expect(await sweep({ onlyNewPolicy: true })).toEqual({ refreshed: 0, reminded: 0 })
  expect(await sweep()).toEqual({ refreshed: 1, reminded: 0 })
})

test('one of next week counts from its instant on, with nobody writing anything', async () => {
  await projectPerson(context, 'w-student')
  await publish({ publishedAt: '2026-06-22T02:00:00Z' })
  expect((await list())[0]).toMatchObject({ id: '2026-24', state: 'coming' })
  await projectPerson(context, 'w-student')
  expect(await coverage()).toMatchObject({ required: 1 })
  context.setNow('2026-06-22T01:59:59.999Z')
  expect(await coverage()).toMatchObject({ required: 1 })
  context.setNow('2026-06-22T02:00:00Z')
  expect(await coverage()).toMatchObject({ required: 2, missing: ['2026-20', '2026-24'] })
})

describe('withdrawing', () => {
  test('what nobody has a record of goes out of every figure, stays in the history, and its id may be published anew', async () => {
    await publish({ title: '第十五季第33期' })
    await projectPerson(context, 'w-student')
    const gone = await withdraw('withdraw-1')
    expect(gone).toMatchObject({ status: 200, body: { id: '2026-24', state: 'withdrawn' } })
    // One less stands, and one more entry is known: the figures made before do not hold.
    expect(await coverage()).toMatchObject({ required: 1, missing: ['2026-20'] })
    expect(await withdraw('withdraw-1')).toEqual(gone)
    expect((await withdraw('withdraw-2')).body.code).toBe('not-found')
    expect((await publish()).status).toBe(201)
    // An answer that was lost on the way: the id of then takes nothing away now.
    expect(await withdraw('withdraw-1')).toEqual(gone)
    expect((await list()).map(({ id, title, state }: Record<string, string>) => [id, title, state])).toEqual([['2026-24', '第十五季第3期', 'published'], ['2026-24', '第十五季第33期', 'withdrawn'], ['2026-20', undefined, 'published']])
    expect(await readIssueEntries(context.table, 'wangcang', true)).toHaveLength(4)
  })

  test('what somebody has a record of stays, until that record is rejected', async () => {
    await publish()
    await study('self-reported', 'w-student-s02')
    expect((await withdraw('withdraw-1')).body.code).toBe('issue-covered')
    await decideRecord(context, 'w-student-s02', { decisionId: 'decision-1', recordId: 'study-2026-24-w-student-s02', verdict: 'rejected', reason: 'other', words: '看错了', by: 'w-school' })
    expect((await withdraw('withdraw-1')).status).toBe(200)
  })

  test('a lesson of the same number, and a record of another county, are not in the way', async () => {
    await publish()
    await study('granted', 'q-student')
    await appendEntry(context.table, 'w-student', { type: 'record', recordId: 'lesson-2026-24', source: 'granted', category: 'civics-class', startedAt: '2026-06-14T01:30:00.000Z', endedAt: '2026-06-14T01:50:00.000Z', quantity: 1, distinctKey: '2026-24', title: '思政课', photoIds: [], at: '2026-06-14T02:00:00.000Z', by: 'w-secretary' })
    expect((await withdraw('withdraw-1')).status).toBe(200)
  })
})

describe('two of the committee at once', () => {
  const race = async (append: typeof appendIssueEntry) => {
    const gated = together(2, append)
    const actor = (await readMe(context.table, 'w-county', true)) as never
    return Promise.all(['2026-24', '2026-25'].map((id) => publishStudyIssueBy(gated)(context, { ...issue, id }, { actor, identity: '' })))
  }

  test('both issues stand', async () => {
    expect((await race(appendIssueEntry)).map((one) => 'refused' in one)).toEqual([false, false])
    expect((await list()).map(({ id }: { id: string }) => id).sort()).toEqual(['2026-20', '2026-24', '2026-25'])
  })

  test('control: without the condition one of them is lost though both were told it stands', async () => {
    const answers = await race(async (table, county, n, entry) => {
      await putItem(table, { ...keys.studyIssue(county, n), ...entry })
      return true
    })
    expect(answers.map((one) => 'refused' in one)).toEqual([false, false])
    expect(await list()).toHaveLength(2)
  })
})

test('an export after publishing and withdrawing is a case that evaluate reads, with the figures that are shown', async () => {
  await makeReady(context, 'w-student')
  await publish()
  await publish({ id: '2026-23', publishedAt: '2026-06-08T02:00:00Z' })
  await withdraw('withdraw-1', '2026-23')
  const { body } = await call('w-student', 'GET', '/v1/people/w-student/export')
  expect(body.studyIssues).toEqual([{ id: '2026-20', publishedAt: '2026-05-11T00:00:00Z' }, { id: '2026-24', publishedAt: '2026-06-15T01:00:00.000Z' }])
  const { out, valid } = evaluateLine(JSON.stringify(body), 1)
  expect(valid).toBe(true)
  const { key: _, ...shown } = { key: '', ...(await coverage()) }
  expect(JSON.parse(out).requirements.find(({ key }: { key: string }) => key === 'youth-study-coverage')).toMatchObject(shown)
})
