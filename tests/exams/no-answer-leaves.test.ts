import { attemptOf } from '@shared/model/exam'
import { type EndpointName, endpoints } from '@shared/contract'
import type { Endpoint } from '@shared/contract/endpoint'
import { examEndpoints } from '@shared/contract/exams'
import { questionEndpoints } from '@shared/contract/questions'
import { scoreExam } from '../../functions/core/score-exam'
import { readExamKey, readExamPaper, readExamSheet } from '../../functions/store/exams'
import { answerExam } from '../../functions/use-cases/answer-exam'
import type { Context } from '../../functions/use-cases/context'
import { showExam } from '../../functions/use-cases/show-exam'
import { showProgress } from '../../functions/use-cases/show-progress'
import { allRoutes } from '../support/all-routes'
import { pathOf } from '../support/paths'
import { bankCsv, base64, course, type ExamWorld, examWorld, student } from './exam-world'

interface Said {
  what: string
  status: number
  body: unknown
}
type Choose = (question: { kind: string; options: string[] }) => number[]

/** In neither world right: the first world's answers are 甲 (with 乙; 正确), the second's 乙 (甲 with 丙; 错误). */
const alwaysWrong: Choose = ({ kind, options }) => (kind === 'true-false' ? [] : [options.findIndex((one) => one.startsWith('丁'))])
/** Right in the first world, wrong in the second. */
const firstIsRight: Choose = ({ kind, options }) => (kind === 'true-false' ? [0] : options.flatMap((one, i) => (one.startsWith('甲') || (kind === 'multiple' && one.startsWith('乙')) ? [i] : [])))

/** Every endpoint that only answers and is not about exams. Of uploads, documents, events, proposals and steps there are none here: whoever asks hears that, the same in both worlds. */
const others = (Object.entries(endpoints) as [EndpointName, Endpoint][]).flatMap(([name, { method }]) => (method === 'GET' && !(name in examEndpoints) && !(name in questionEndpoints) ? [name] : []))

/** Asks every endpoint about exams, and every other that only answers, in every state there is, and keeps everything it hears. */
const life = async ({ context, call }: ExamWorld, right: 'A' | 'B', choose: Choose, until?: 'open' | 'handed in'): Promise<{ heard: Said[]; asked: Set<string> }> => {
  const heard: Said[] = []
  const asked = new Set<string>()
  const say = async (name: string, what: string, who: string, method: string, path: string, body?: unknown) => {
    const reply = await call(who, method, path, body)
    asked.add(name)
    heard.push({ what: `${name}: ${what}`, ...reply })
    return reply.body
  }
  const look = async (what: string, id = `${course}~1`) => {
    await say('showExams', what, student, 'GET', '/v1/exams')
    await say('showExam', what, student, 'GET', `/v1/exams/${id}`)
    for (const who of [student, 'w-secretary']) await say('listExams', what, who, 'GET', `/v1/people/${student}/exams`)
    await say('startExam', what, student, 'POST', '/v1/exams', {})
    for (const name of others) for (const who of [student, 'w-secretary', 'w-county']) await say(name, `${what}, by ${who}`, who, 'GET', pathOf(name))
  }
  const answer = (what: string, id: string, answers: unknown) => say('answerExam', what, student, 'POST', `/v1/exams/${id}/answers`, { answers })
  const submit = (what: string, id: string, answers: unknown) => say('submitExam', what, student, 'POST', `/v1/exams/${id}/submit`, { answers })

  for (const dryRun of [true, false]) for (const mode of ['add', 'replace']) await say('importQuestions', `dry ${dryRun}, ${mode}`, 'w-county', 'POST', '/v1/question-banks', { org: 'wangcang', content: base64(`${bankCsv(right)}\n单选题,答案不在选项里,甲,乙,丙,丁,${right === 'A' ? 'E' : 'F'}\n单选题,答案太多,甲,乙,丙,丁,${right === 'A' ? 'AB' : 'BC'}`), dryRun, mode })
  for (const org of ['wangcang', 'wangcang.s01']) await say('showQuestionBank', org, org === 'wangcang' ? 'w-county' : 'w-school', 'GET', `/v1/question-banks?org=${org}`)
  await say('showExams', 'before the first', student, 'GET', '/v1/exams')

  const first = await say('startExam', 'the first', student, 'POST', '/v1/exams', {})
  const answersTo = (paper: { questions?: Parameters<Choose>[0][] }) => (paper.questions ?? []).map((question, i) => ({ question: i, choice: choose(question), seq: 1 }))
  const all = answersTo(first)
  await answer('saved', `${course}~1`, all.slice(0, 20))
  await answer('again', `${course}~1`, all.slice(0, 20))
  await answer('no such question', `${course}~1`, [{ question: 99, choice: [0], seq: 1 }])
  await answer('no such option', `${course}~1`, [{ question: 0, choice: [5], seq: 1 }])
  await look('open')
  if (until === 'open') return { heard, asked }
  await submit('with the rest', `${course}~1`, all.slice(20))
  await submit('again', `${course}~1`, all)
  await answer('after handing in', `${course}~1`, all)
  await look('handed in')
  if (until === 'handed in') return { heard, asked }

  context.setNow('2026-06-16T02:00:00.000Z')
  // A paper of its own: the first one's answers say nothing about it.
  const second = answersTo(await say('startExam', 'the second', student, 'POST', '/v1/exams', {}))
  await answer('one', `${course}~2`, second.slice(0, 1))
  context.setNow('2026-06-16T02:31:00.000Z')
  await answer('too late', `${course}~2`, second)
  await submit('too late', `${course}~2`, second)
  await look('run out', `${course}~2`)
  context.setNow('2026-06-17T02:00:00.000Z')
  await say('startExam', 'the third', student, 'POST', '/v1/exams', {})
  await submit('with nothing', `${course}~3`, [])
  context.setNow('2026-06-18T02:00:00.000Z')
  await look('attempts spent', `${course}~3`)
  await say('correctExam', 'an online one', 'w-secretary', 'POST', `/v1/people/${student}/exams/${course}~1/corrections`, { id: 'correct-001', was: 0, score: 90, reason: '登错了' })
  await say('correctExam', 'taken back', 'w-secretary', 'POST', `/v1/people/${student}/exams/${course}~1/corrections`, { id: 'correct-002', was: 0, reason: '替考' })
  await say('enterScores', 'on paper', 'w-secretary', 'POST', '/v1/exam-scores', { id: 'scores-0001', org: 'wangcang.s01.b01', takenAt: '2026-06-17T02:00:00Z', people: [{ personId: student, score: 75 }] })
  await look('passed on paper', `${course}~3`)
  return { heard, asked }
}

/** What a score tells is allowed to be told. */
const withoutScores = (heard: Said[]) =>
  JSON.parse(JSON.stringify(heard, (key, value) => (['score', 'right', 'passed', 'best', 'why', 'from', 'was'].includes(key) ? undefined : value)))

const bothWorlds = async (choose: Choose, until?: 'open' | 'handed in', routes = allRoutes) => {
  const [a, b] = await Promise.all((['A', 'B'] as const).map(async (right) => {
    const world = await examWorld(right, routes)
    try {
      return await life(world, right, choose, until)
    } finally {
      await world.close()
    }
  }))
  return { a: a as NonNullable<typeof a>, b: b as NonNullable<typeof b> }
}

test('two worlds that differ in nothing but which answers are right say the same, byte for byte, in every state', async () => {
  const { a, b } = await bothWorlds(alwaysWrong)
  expect([...a.asked].sort()).toEqual([...Object.keys({ ...examEndpoints, ...questionEndpoints }), ...others].sort())
  // What tells most of a person did answer.
  for (const name of ['home', 'showProgress', 'exportCase', 'listRecords', 'showApplication', 'listMembers', 'showDashboard', 'exportMembers', 'exportRecords', 'listReads']) expect([name, a.heard.some(({ what, status }) => what.startsWith(`${name}: `) && status === 200)]).toEqual([name, true])
  // Every state was there, and not only refusals were compared.
  expect(a.heard.filter(({ status }) => status < 300).length).toBeGreaterThan(25)
  expect(JSON.stringify(a.heard)).toContain('"closedBy":"deadline"')
  expect(JSON.stringify(a.heard)).toContain('exam-attempts-spent')
  expect(JSON.stringify(a.heard)).toBe(JSON.stringify(b.heard))
})

test('answered right in one of them, they differ in the scores alone', async () => {
  const { a, b } = await bothWorlds(firstIsRight, 'handed in')
  const result = ({ heard }: typeof a) => heard.find(({ what }) => what === 'submitExam: with the rest')?.body
  expect([result(a), result(b)]).toMatchObject([{ score: 100, right: 25, passed: true }, { score: 0, right: 0, passed: false }])
  // Until the paper is handed in nothing tells how many are right, scores neither.
  const untilHandedIn = ({ heard }: typeof a) => heard.slice(0, heard.findIndex(({ what }) => what === 'submitExam: with the rest'))
  expect(JSON.stringify(untilHandedIn(a))).toBe(JSON.stringify(untilHandedIn(b)))
  // After a pass there is no second attempt: what comes after it cannot be compared.
  const upTo = ({ heard }: typeof a) => withoutScores(heard.slice(0, heard.findIndex(({ what }) => what === 'startExam: handed in')))
  expect(upTo(a)).toEqual(upTo(b))
})

const leaking = (of: (context: Context, examId: string) => Promise<object>) => ({
  ...allRoutes,
  showExam: { endpoint: examEndpoints.showExam, useCase: async (...[context, input, caller]: Parameters<typeof showExam>) => ({ ...(await showExam(context, input, caller)), ...(await of(context, input.examId)) }) },
})
const keyOf = async (context: Context) => ({ key: await readExamKey(context.table, student, course, 1) })

test.each([
  ['the key', leaking(keyOf)],
  ['the key, with the progress,', { ...allRoutes, showProgress: { ...allRoutes.showProgress, useCase: async (...[context, input, caller]: Parameters<typeof showProgress>) => ({ ...(await showProgress(context, input, caller)), ...(await keyOf(context)) }) } }],
  ['a hint in the order of the options', leaking(async (context, examId) => {
    const [paper, key] = await Promise.all([readExamPaper(context.table, student, course, attemptOf(examId).n), readExamKey(context.table, student, course, attemptOf(examId).n)])
    return { questions: paper.map((one, i) => ({ ...one, options: [...one.options].sort((x, y) => Number(key[i]?.includes(one.options.indexOf(y))) - Number(key[i]?.includes(one.options.indexOf(x)))) })) }
  })],
])('control: %s let out by one serializer is found', async (_what, routes) => {
  const { a, b } = await bothWorlds(alwaysWrong, 'open', routes as typeof allRoutes)
  expect(JSON.stringify(a.heard)).not.toBe(JSON.stringify(b.heard))
})

test('control: a running count of right answers, told with what was saved, is found', async () => {
  const counting = {
    ...allRoutes,
    answerExam: { endpoint: examEndpoints.answerExam, useCase: async (...[context, input, caller]: Parameters<typeof answerExam>) => {
      const answer = await answerExam(context, input, caller)
      const { n } = attemptOf(input.examId)
      const [sheet, key] = await Promise.all([readExamSheet(context.table, student, course, n), readExamKey(context.table, student, course, n)])
      return { ...answer, right: scoreExam(sheet?.answers ?? {}, key).right }
    } },
  }
  const { a, b } = await bothWorlds(firstIsRight, 'open', counting as typeof allRoutes)
  expect(JSON.stringify(a.heard)).not.toBe(JSON.stringify(b.heard))
})
