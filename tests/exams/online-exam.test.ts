import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { defaultExamPolicy, type ExamPolicy } from '@shared/model/exam'
import { foldLedger } from '../../functions/core/fold-ledger'
import { entryKey, readLedger } from '../../functions/store/ledger'
import { beginExam, closeExam, readExamKey, readExamSheet, readOverdueExams, saveAnswers } from '../../functions/store/exams'
import { keys } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { deleteItem, putItem } from '../../functions/store/table'
import { answerExamBy } from '../../functions/use-cases/answer-exam'
import { closeExams } from '../../functions/use-cases/close-exams'
import type { Actor } from '../../functions/use-cases/context'
import { type Close, endExam } from '../../functions/use-cases/end-exam'
import { startExamBy } from '../../functions/use-cases/start-exam'
import { together } from '../support/together'
import { bankCsv, base64, course, type ExamWorld, examWorld, putStudent, today } from './exam-world'

let world: ExamWorld
let student = ''
let people = 0
/** Another student of a branch, who attended the lessons. */
const another = async (branch?: string): Promise<string> => {
  const personId = `w-examinee-${++people}`
  await putStudent(world.context, personId, branch)
  return personId
}
const putPolicy = (change: Partial<ExamPolicy>) => putItem(world.context.table, { ...keys.examPolicy('wangcang', course), ...defaultExamPolicy, ...change })
beforeAll(async () => {
  world = await examWorld()
}, 60_000)
beforeEach(async () => {
  at(today)
  await putPolicy({})
  student = await another()
})
afterAll(() => world.close())

const first = `${course}~1`
const at = (instant: string) => world.context.setNow(instant)
const call = (who: string, method: string, path: string, body?: unknown) => world.call(who, method, path, body)
const start = (who = student) => call(who, 'POST', '/v1/exams', {})
const show = (id = first, who = student) => call(who, 'GET', `/v1/exams/${id}`)
const desk = (who = student) => call(who, 'GET', '/v1/exams')
const save = (answers: unknown, id = first, who = student) => call(who, 'POST', `/v1/exams/${id}/answers`, { answers })
const submit = (answers: unknown = [], id = first, who = student) => call(who, 'POST', `/v1/exams/${id}/submit`, { answers })
const actor = async () => (await readMe(world.context.table, student, true)) as Actor
const examsOf = async (who = student) => foldLedger(await readLedger(world.context.table, who)).exams
/** The right answers to the first `count` questions, wrong ones to the rest, as a cheat with a look into the table would give them. */
const answersWith = async (count: number, seq = 1) =>
  (await readExamKey(world.context.table, student, course, 1)).map((right, question) => ({ question, choice: question < count ? right : [], seq }))
const noon = (date: string) => `${date}T04:00:00.000Z`

describe('sitting', () => {
  test('25 of the bank’s questions, none twice, in 30 minutes; answered, handed in, scored, in the ledger, and it counts', async () => {
    expect((await desk()).body).toMatchObject({ may: 'start', lessons: 8, passed: false, passMark: 60, attempts: [], policy: defaultExamPolicy })
    const { status, body } = await start()
    expect(status).toBe(201)
    expect(body).toMatchObject({ examId: first, n: 1, state: 'open', startedAt: today, endsAt: '2026-06-15T02:30:00.000Z', serverTime: today, of: 25, answers: [] })
    expect(new Set(body.questions.map(({ stem }: { stem: string }) => stem)).size).toBe(25)
    expect((await desk()).body).toMatchObject({ may: 'resume', attempts: [{ examId: first, state: 'open' }] })
    expect((await save(await answersWith(20))).body).toMatchObject({ endsAt: '2026-06-15T02:30:00.000Z' })
    at('2026-06-15T02:20:00.000Z')
    const done = await submit()
    expect(done.body).toMatchObject({ state: 'closed', closedBy: 'student', score: 80, right: 20, of: 25, passed: true, closedAt: '2026-06-15T02:20:00.000Z' })
    expect(done.body.questions).toBeUndefined()
    expect(await submit()).toEqual(done)
    expect(await examsOf()).toEqual([{ type: 'exam', examId: first, course, takenAt: '2026-06-15T02:20:00.000Z', score: 80, online: true, at: '2026-06-15T02:20:00.000Z', by: student }])
    const progress = await call(student, 'GET', `/v1/people/${student}/progress`)
    expect(progress.body.requirements.find(({ key }: { key: string }) => key === 'league-class')).toMatchObject({ achieved: 8, examPassed: true, met: true, exam: { best: 80 } })
    expect((await start()).body.code).toBe('exam-passed')
    expect((await desk()).body).toMatchObject({ passed: true, best: 80, why: 'exam-passed' })
    expect((await readOverdueExams(world.context.table, 'wangcang', '2027-01-01T00:00:00.000Z')).filter(({ personId }) => personId === student)).toEqual([])
  })

  test.each([[14, 56, false], [15, 60, true], [0, 0, false], [25, 100, true]])('%i of 25 right are %i points, passed: %s', async (right, score, passed) => {
    await start()
    expect((await submit(await answersWith(right))).body).toMatchObject({ right, score, passed })
  })

  test.each<[string, unknown, string]>([
    ['no such question', [{ question: 25, choice: [0], seq: 1 }], 'answers[0].question'],
    ['no such option', [{ question: 0, choice: [0], seq: 1 }, { question: 1, choice: [4], seq: 1 }], 'answers[1].choice'],
    ['an option twice', [{ question: 0, choice: [0, 0], seq: 1 }], 'answers[0].choice'],
    ['nothing', [], 'answers'],
    ['no count', [{ question: 0, choice: [0] }], 'answers[0].seq'],
  ])('%s names the field, and nothing is saved', async (_what, answers, path) => {
    await start()
    const reply = await save(answers)
    expect(reply).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
    expect(reply.body.errors[0].path).toBe(path)
    expect((await show()).body.answers).toEqual([])
  })

  test('a question of one answer takes no two', async () => {
    const { body } = await start()
    const question = body.questions.findIndex(({ kind }: { kind: string }) => kind === 'single')
    expect((await save([{ question, choice: [0, 1], seq: 1 }])).body.errors).toMatchObject([{ path: 'answers[0].choice', code: 'one-answer' }])
  })

  test('nobody sees or answers another’s attempt', async () => {
    await start()
    const other = await another()
    for (const reply of [await show(first, other), await save([{ question: 0, choice: [0], seq: 1 }], first, other), await submit([], first, other)]) expect(reply.status).toBe(404)
    expect(await examsOf(other)).toEqual([])
  })
})

describe('who may sit, and when', () => {
  test('not before eight lessons count; says how many are missing', async () => {
    const { table } = world.context
    await deleteItem(table, keys.record(student, `lesson-${student}-7`))
    expect((await start()).body).toMatchObject({ code: 'exam-lessons-missing', detail: { lessons: 7, needed: 8 } })
    expect((await desk()).body).toMatchObject({ why: 'exam-lessons-missing', lessons: 7, policy: { afterLessons: 8 } })
    await putPolicy({ afterLessons: 7 })
    expect((await start()).status).toBe(201)
  })

  test('a school’s own bank goes before the county’s where it has questions enough; without any there is no exam', async () => {
    const bank = (org: string, who: string, questions: number) => call(who, 'POST', '/v1/question-banks', { org, content: base64(bankCsv('A', questions).replaceAll('道', '道校内')), dryRun: false })
    const asked = async (who: string) => (await start(who)).body.questions.every(({ stem }: { stem: string }) => stem.includes('校内'))
    await bank('wangcang.s01', 'w-school', 24)
    expect(await asked(student)).toBe(false)
    await bank('wangcang.s01', 'w-school', 25)
    expect(await asked(await another())).toBe(true)
    expect(await asked(await another('wangcang.s02.b01'))).toBe(false)
    expect((await call('w-school', 'GET', '/v1/question-banks?org=wangcang.s01')).body).toMatchObject({ needed: 25, own: { questions: 25, version: 2 }, draws: { org: 'wangcang.s01' }, history: [{ questions: 25 }, { questions: 24 }] })
    expect((await start('q-student')).body.code).toBe('exam-lessons-missing')
    await putItem(world.context.table, { ...keys.examPolicy('qingchuan', course), ...defaultExamPolicy, afterLessons: 0 })
    expect((await start('q-student')).body.code).toBe('exam-not-offered')
    expect((await call(student, 'POST', '/v1/exams', { course: 'painting' })).body.code).toBe('exam-not-offered')
  })

  /** Ended at one local time, the next one tried at another (Asia/Shanghai is UTC+8). */
  test.each([
    ['an hour later', '2026-06-15T02:10:00.000Z', '2026-06-15T03:10:00.000Z', false],
    ['the last millisecond of the same day', '2026-06-15T02:10:00.000Z', '2026-06-15T15:59:59.999Z', false],
    ['the next local midnight', '2026-06-15T02:10:00.000Z', '2026-06-15T16:00:00.000Z', true],
    ['ended after midnight: that day counts', '2026-06-15T16:05:00.000Z', '2026-06-16T15:59:59.999Z', false],
    ['and the day after it opens', '2026-06-15T16:05:00.000Z', '2026-06-16T16:00:00.000Z', true],
  ])('the next attempt, %s', async (_what, ended, tried, may) => {
    at(new Date(Date.parse(ended) - 10 * 60_000).toISOString())
    await start()
    at(ended)
    await submit()
    at(tried)
    const reply = await start()
    expect(reply.status === 201).toBe(may)
    if (!may) expect(reply.body).toMatchObject({ code: 'exam-too-soon', detail: { from: may ? undefined : tried < '2026-06-15T16:00:00.000Z' ? '2026-06-16' : '2026-06-17' } })
  })

  test('three attempts and no fourth, whatever day; the policy is data', async () => {
    for (const [i, date] of ['2026-06-15', '2026-06-16', '2026-06-20'].entries()) {
      at(noon(date))
      expect((await start()).body.examId).toBe(`${course}~${i + 1}`)
      await submit([], `${course}~${i + 1}`)
    }
    at(noon('2026-12-31'))
    expect((await start()).body).toMatchObject({ code: 'exam-attempts-spent', detail: { attempts: 3 } })
    await putPolicy({ attempts: 4, daysBetween: 30, minutes: 10, questions: 5 })
    expect((await start()).body).toMatchObject({ examId: `${course}~4`, endsAt: '2026-12-31T04:10:00.000Z', of: 5 })
  })

  test('passed on paper: no attempt is left to make', async () => {
    await call('w-secretary', 'POST', '/v1/exam-scores', { id: 'paper-00001', org: 'wangcang.s01.b01', takenAt: '2026-06-14T02:00:00Z', people: [{ personId: student, score: 60 }] })
    expect((await start()).body.code).toBe('exam-passed')
  })
})

describe('the clock is the server’s', () => {
  test.each([['a millisecond before the end', '2026-06-15T02:29:59.999Z', 200], ['at the end', '2026-06-15T02:30:00.000Z', 409], ['a millisecond after', '2026-06-15T02:30:00.001Z', 409]])('answers %s', async (_what, instant, status) => {
    await start()
    await save(await answersWith(3))
    at(instant)
    const reply = await save(await answersWith(25, 2))
    expect(reply.status).toBe(status)
    at('2026-06-15T05:00:00.000Z')
    expect((await show()).body).toMatchObject({ state: 'closed', closedBy: 'deadline', closedAt: '2026-06-15T02:30:00.000Z', right: status === 200 ? 25 : 3 })
  })

  test('handed in after the end, with more answers: scored on what was saved before', async () => {
    await start()
    await save(await answersWith(10))
    at('2026-06-15T02:30:00.000Z')
    expect((await submit(await answersWith(25, 9))).body).toMatchObject({ closedBy: 'deadline', right: 10, score: 40 })
    expect(await examsOf()).toMatchObject([{ score: 40, takenAt: '2026-06-15T02:30:00.000Z', at: '2026-06-15T02:30:00.000Z' }])
  })

  test('forgotten: the sweep scores it, once, and no other', async () => {
    await start()
    await save(await answersWith(16))
    at('2026-06-15T02:10:00.000Z')
    const other = await another()
    await start(other)
    at('2026-06-15T02:30:00.000Z')
    expect(await closeExams(world.context, 'wangcang')).toBeGreaterThan(0)
    expect(await closeExams(world.context, 'wangcang')).toBe(0)
    expect(await examsOf()).toMatchObject([{ score: 64 }])
    expect((await show(first, other)).body.state).toBe('open')
  })

  test.each(['showExams', 'startExam', 'listExams'])('forgotten: %s scores it first', async (name) => {
    await start()
    await save(await answersWith(25))
    at('2026-06-16T02:30:00.000Z')
    const reply = name === 'listExams' ? await call('w-secretary', 'GET', `/v1/people/${student}/exams`) : name === 'showExams' ? await desk() : await start()
    expect(name === 'startExam' ? reply.body.code : reply.status).toBe(name === 'startExam' ? 'exam-passed' : 200)
    expect(await examsOf()).toMatchObject([{ score: 100 }])
  })
})

describe('a second device', () => {
  test('goes on with the same questions, answers and end; its time is the first one’s', async () => {
    const one = (await start()).body
    const answers = await answersWith(5)
    await save(answers)
    at('2026-06-15T02:29:00.000Z')
    for (const reply of [await start(), await show()]) expect(reply.body).toEqual({ ...one, serverTime: '2026-06-15T02:29:00.000Z', answers })
  })

  test('changed banks change no running exam', async () => {
    const { questions } = (await start()).body
    await call('w-county', 'POST', '/v1/question-banks', { org: 'wangcang', content: base64(bankCsv('B').replaceAll('道', '道新的')), mode: 'replace', dryRun: false })
    expect((await show()).body.questions).toEqual(questions)
    expect((await submit(await answersWith(25))).body.right).toBe(25)
  })

  test('two starts at once are one attempt with one paper', async () => {
    const startNow = startExamBy(together(2, beginExam))
    const caller = { actor: await actor(), identity: '' }
    const [one, two] = await Promise.all([startNow(world.context, { course }, caller), startNow(world.context, { course }, caller)])
    expect(one).toMatchObject({ examId: first, n: 1 })
    expect(two).toEqual(one)
    expect((await desk()).body.attempts).toHaveLength(1)
  })

  /** At 02:10 one device is about to begin, on what it read; the other began at 02:00 and has answered. */
  const beginLate = async (begin: typeof beginExam) => {
    at('2026-06-15T02:10:00.000Z')
    let once = false
    const late = startExamBy(async (...args) => {
      if (!once) {
        once = true
        at(today)
        await start()
        await save(await answersWith(5))
        at('2026-06-15T02:10:00.000Z')
      }
      return begin(...args)
    })
    const got = await late(world.context, { course }, { actor: await actor(), identity: '' })
    return 'refused' in got ? got : { endsAt: got.endsAt, answers: got.answers?.length }
  }
  test('one that begins on an old reading gets the running attempt: no minute more, no answer less', async () => {
    expect(await beginLate(beginExam)).toEqual({ endsAt: '2026-06-15T02:30:00.000Z', answers: 25 })
  })
  test('control: without the condition on attempt n it gains ten minutes', async () => {
    const unguarded: typeof beginExam = async (table, personId, sheet, questions, right) => {
      const { n, county } = sheet
      for (const item of [{ ...keys.examSheet(personId, course, n), ...sheet }, { ...keys.examPaper(personId, course, n), questions }, { ...keys.examKey(personId, course, n), right }, { ...keys.openExam(county, sheet.endsAt, personId, course, n), personId, course, n }]) await putItem(table, item)
      return true
    }
    expect(await beginLate(unguarded)).toEqual({ endsAt: '2026-06-15T02:40:00.000Z', answers: 0 })
  })

  test('of two answers to a question the later by the client’s count stands, whichever came last; the same again changes nothing', async () => {
    await start()
    await save([{ question: 0, choice: [1], seq: 5 }])
    await save([{ question: 0, choice: [2], seq: 3 }])
    const { body } = await save([{ question: 0, choice: [1], seq: 5 }])
    expect(body.answers).toEqual([{ question: 0, choice: [1], seq: 5 }])
    expect((await save([{ question: 0, choice: [], seq: 6 }])).body.answers).toEqual([{ question: 0, choice: [], seq: 6 }])
  })

  test('twelve saves at once from several devices: none is lost', async () => {
    await start()
    const replies = await Promise.all(Array.from({ length: 12 }, (_, question) => save([{ question, choice: [0], seq: 1 }])))
    expect(replies.map(({ status }) => status)).toEqual(Array(12).fill(200))
    expect((await show()).body.answers).toHaveLength(12)
  })

  /** One device saves between the other's reading and its handing in. */
  const saveWhileHandingIn = async (close: Close) => {
    await start()
    const answers = await answersWith(25)
    const slow: Close = async (...args) => {
      await save(answers)
      return close(...args)
    }
    const ended = await endExam(world.context, student, first, 'student', [], slow)
    return { said: ended.closed?.right, entered: (await examsOf()).map(({ score }) => score) }
  }
  test('an answer that was taken is scored, though it came while the other device handed in', async () => {
    expect(await saveWhileHandingIn(closeExam)).toEqual({ said: 25, entered: [100] })
  })
  test('control: without the version in the condition a taken answer is not scored', async () => {
    const unguarded: Close = async (table, personId, sheet, entry) => {
      await table.doc.send(new UpdateCommand({ TableName: table.name, Key: keys.examSheet(personId, course, sheet.n), UpdateExpression: 'SET closed = :closed', ExpressionAttributeValues: { ':closed': sheet.closed } }))
      await table.doc.send(new PutCommand({ TableName: table.name, Item: { ...entryKey(personId, entry), ...entry } }))
      return true
    }
    expect(await saveWhileHandingIn(unguarded)).toEqual({ said: 0, entered: [0] })
  })

  test('handed in on both at once: one score', async () => {
    await start()
    const gated = together(2, closeExam)
    const [one, two] = await Promise.all([1, 2].map(async (count) => endExam(world.context, student, first, 'student', await answersWith(count, count), gated)))
    expect(one?.closed).toEqual(two?.closed)
    expect(await examsOf()).toHaveLength(1)
  })

  const saveAfterClose = async (saving: typeof saveAnswers) => {
    await start()
    const late = answerExamBy(async (...args) => {
      await submit()
      return saving(...args)
    })
    const reply = await late(world.context, { examId: first, answers: [{ question: 0, choice: [0], seq: 1 }] }, { actor: await actor(), identity: '' })
    return { refused: 'refused' in reply ? reply.refused : undefined, answers: (await readExamSheet(world.context.table, student, course, 1))?.answers }
  }
  test('nothing is taken after the other device handed in', async () => {
    expect(await saveAfterClose(saveAnswers)).toEqual({ refused: 'exam-over', answers: {} })
  })
  test('control: without the condition it is taken, and not scored', async () => {
    const unguarded: typeof saveAnswers = async (table, personId, { n }, answers) => {
      await table.doc.send(new UpdateCommand({ TableName: table.name, Key: keys.examSheet(personId, course, n), UpdateExpression: 'SET answers = :answers', ExpressionAttributeValues: { ':answers': answers } }))
      return true
    }
    expect((await saveAfterClose(unguarded)).refused).toBeUndefined()
  })
})
