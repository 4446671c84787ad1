import { noticeVersion } from '@shared/model/consent'
import type { ExamEntry } from '@shared/model/ledger'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { evaluate } from '@shared/rules/evaluate'
import fc from 'fast-check'
import { mergeAnswers } from '../../functions/core/answer-exam'
import { caseOf } from '../../functions/core/case-of'
import { belowOf, drawExam, shuffled } from '../../functions/core/draw-exam'
import { foldExams } from '../../functions/core/fold-exams'
import { foldLedger } from '../../functions/core/fold-ledger'
import { appendEntry, readLedger } from '../../functions/store/ledger'
import { putItem } from '../../functions/store/table'
import type { Actor } from '../../functions/use-cases/context'
import { correctExamBy } from '../../functions/use-cases/correct-exam'
import { readMe } from '../../functions/store/people'
import { putPerson } from '../support/context'
import { together } from '../support/together'
import { course, type ExamWorld, examWorld, putStudent, student } from './exam-world'

let world: ExamWorld
beforeAll(async () => {
  world = await examWorld()
  await putStudent(world.context, 'w-classmate')
}, 60_000)
afterAll(() => world.close())

const branch = 'wangcang.s01.b01'
const call = (who: string, method: string, path: string, body?: unknown) => world.call(who, method, path, body)
const enter = (id: string, people: unknown, more: object = {}, who = 'w-secretary') => call(who, 'POST', '/v1/exam-scores', { id, org: branch, takenAt: '2026-06-10T02:00:00Z', people, ...more })
const correct = (examId: string, said: object, { who = 'w-secretary', personId = student } = {}) => call(who, 'POST', `/v1/people/${personId}/exams/${examId}/corrections`, { reason: '卷面分加错了', ...said })
const examPassed = async (who = student) => {
  const { body } = await call(who, 'GET', `/v1/people/${who}/progress`)
  return body.requirements.find(({ key }: { key: string }) => key === 'league-class').examPassed
}

describe('a paper exam', () => {
  test('each member has an outcome; the same again changes nothing, another score is refused', async () => {
    const people = [{ personId: student, score: 58.5 }, { personId: 'w-student-s02', score: 90 }, { personId: 'nobody', score: 1 }]
    const first = await enter('paper-00001', people)
    expect(first.body.outcomes).toEqual([{ personId: student, ok: true }, { personId: 'w-student-s02', ok: false, code: 'not-found' }, { personId: 'nobody', ok: false, code: 'not-found' }])
    expect(await enter('paper-00001', people)).toEqual(first)
    expect((await enter('paper-00001', [{ personId: student, score: 59 }])).body.outcomes[0].code).toBe('id-reused')
    expect((await enter('paper-00009', [{ personId: student, score: 101 }])).body.errors[0].path).toBe('people[0].score')
    expect((await enter('paper-00009', [{ personId: student, score: 1 }], { takenAt: '2026-06-15T02:00:01Z' })).body.errors).toMatchObject([{ path: 'takenAt', code: 'in-future' }])
    expect(await examPassed()).toBe(false)
  })

  test('of somebody under 14 no score is kept before a guardian’s consent', async () => {
    await putPerson(world.context, 'w-young', { branch, birthDate: '2013-05-04' })
    const people = [{ personId: 'w-young', score: 80 }]
    expect((await enter('paper-young', people)).body.outcomes).toEqual([{ personId: 'w-young', ok: false, code: 'guardian-consent-needed' }])
    expect(await readLedger(world.context.table, 'w-young')).toEqual([])
    expect((await call('w-secretary', 'POST', '/v1/people/w-young/guardian-consent', { id: 'consent-0001', version: noticeVersion, how: 'paper' })).status).toBe(201)
    expect((await enter('paper-young', people)).body.outcomes).toEqual([{ personId: 'w-young', ok: true }])
    expect(await readLedger(world.context.table, 'w-young')).toMatchObject([{ type: 'exam', examId: 'paper-young', score: 80 }])
  })

  test('corrected with a reason: a new entry, shown with what was before, why and by whom; what counts follows', async () => {
    await enter('paper-00002', [{ personId: 'w-classmate', score: 85 }])
    expect(await examPassed('w-classmate')).toBe(true)
    const before = await readLedger(world.context.table, 'w-classmate')
    const on = (said: object) => correct('paper-00002', said, { personId: 'w-classmate' })
    const reply = await on({ id: 'correct-001', was: 85, score: 58 })
    expect(reply.body.exams).toMatchObject([{ examId: 'paper-00002', score: 58, online: false, takenBack: false, byName: 'w-secretary', corrections: [{ from: 85, to: 58, reason: '卷面分加错了', byName: 'w-secretary' }] }])
    expect(await examPassed('w-classmate')).toBe(false)
    expect(await readLedger(world.context.table, 'w-classmate')).toEqual(expect.arrayContaining(before))
    expect(await on({ id: 'correct-001', was: 85, score: 58 })).toEqual(reply)
    expect((await on({ id: 'correct-001', was: 85, score: 59 })).body.code).toBe('id-reused')
    expect((await on({ id: 'correct-002', was: 85, score: 70 })).body.code).toBe('exam-changed')
    expect((await on({ id: 'correct-003', was: 58, score: 58 })).body.errors).toMatchObject([{ path: 'score', code: 'unchanged' }])
    expect((await on({ id: 'correct-004', was: 58, score: 61 })).body.exams[0].corrections).toMatchObject([{ from: 85, to: 58 }, { from: 58, to: 61 }])
    expect(await examPassed('w-classmate')).toBe(true)
    expect((await on({ id: 'correct-005', was: 61 })).body.exams[0]).toMatchObject({ takenBack: true, corrections: [{}, {}, { from: 61 }] })
    expect(await examPassed('w-classmate')).toBe(false)
    expect((await on({ id: 'correct-006', was: 61, score: 90 })).body.code).toBe('exam-changed')
  })

  test('nobody enters or corrects their own; nothing unknown is corrected', async () => {
    await putItem(world.context.table, { pk: 'P#w-both', sk: 'ME', personId: 'w-both', name: 'both', branch, birthDate: '2000-01-01', epoch: 1, roles: [{ name: 'student', scope: branch }, { name: 'branch-secretary', scope: branch }] })
    expect((await enter('paper-00003', [{ personId: 'w-both', score: 99 }], {}, 'w-both')).body.outcomes[0].code).toBe('own-record')
    await enter('paper-00003', [{ personId: 'w-both', score: 50 }])
    expect((await correct('paper-00003', { id: 'correct-011', was: 50, score: 99 }, { who: 'w-both', personId: 'w-both' })).body.code).toBe('own-record')
    expect((await correct('paper-none1', { id: 'correct-012', was: 50, score: 99 })).status).toBe(404)
  })

  const twoCorrections = async (examId: string, append: typeof appendEntry) => {
    await enter(examId, [{ personId: student, score: 40 }])
    const by = correctExamBy(together(2, append) as never)
    const one = async (who: string, id: string, score: number) => by(world.context, { personId: student, examId, id, was: 40, score, reason: '加错了' }, { actor: (await readMe(world.context.table, who, true)) as Actor, identity: '' })
    const results = await Promise.all([one('w-secretary', `${examId}-a`, 41), one('w-school', `${examId}-b`, 95)])
    const standing = (await readLedger(world.context.table, student)).filter((entry) => entry.type === 'exam' && entry.correction?.of === examId)
    return { refused: results.flatMap((result) => ('refused' in result ? [result.refused] : [])), standing: standing.length }
  }
  test('two corrections at once: one stands, the other is told', async () => {
    expect(await twoCorrections('paper-race', appendEntry)).toEqual({ refused: ['exam-changed'], standing: 1 })
  })
  test('control: without the condition on the next number both stand', async () => {
    const unguarded = (async (table, personId, entry) => {
      await putItem(table, { pk: `P#${personId}`, sk: `L#X#${Math.random()}`, ...entry } as never)
      return { put: true }
    }) as typeof appendEntry
    expect(await twoCorrections('paper-ctrl', unguarded)).toEqual({ refused: [], standing: 2 })
  })
})

/** A life of exams: each entered, then corrected or taken back some times. */
const lives = fc.array(fc.record({ score: fc.nat(100), later: fc.array(fc.option(fc.nat(100)), { maxLength: 4 }) }), { maxLength: 5 }).map((exams) =>
  exams.map(({ score, later }, i) => {
    const first: ExamEntry = { type: 'exam', examId: `exam-${i}`, course, takenAt: `2026-05-0${i + 1}T02:00:00.000Z`, score, at: '2026-05-10T00:00:00.000Z', by: 's' }
    let held = score
    const upToTakenBack = later.includes(null) ? later.slice(0, later.indexOf(null) + 1) : later
    const rest = upToTakenBack.map((to, j): ExamEntry => {
      held = to ?? held
      return { ...first, examId: `exam-${i}.${j + 2}`, score: held, correction: { of: `exam-${i}`, n: j + 2, id: `id-${i}-${j}`, reason: 'r', ...(to === null && { takenBack: true as const }) } }
    })
    return { entries: [first, ...rest], stands: upToTakenBack.at(-1) === null ? undefined : held }
  }))

test('in any order the latest correction of each exam stands, none where it was taken back; what was corrected away never passes', () => {
  fc.assert(
    fc.property(lives.chain((exams) => fc.tuple(fc.constant(exams), fc.shuffledSubarray(exams.flatMap(({ entries }) => entries), { minLength: exams.flatMap(({ entries }) => entries).length }))), ([exams, shuffled]) => {
      const folded = foldLedger(shuffled)
      expect(folded.exams.map(({ score }) => score)).toEqual(exams.flatMap(({ stands }) => stands ?? []))
      const result = evaluate(caseOf({ personId: 'p', birthDate: '2010-01-01' }, folded, { ruleSet: defaultRuleSet, studyIssues: [] }, '2026-06-15T00:00:00Z'))
      expect(result.requirements.find(({ key }) => key === 'league-class')).toMatchObject({ examPassed: exams.some(({ stands }) => stands !== undefined && stands >= 60) })
      expect(foldExams(shuffled).reverse().map(({ corrections }) => corrections.map(({ correction }) => correction?.n))).toEqual(exams.map(({ entries }) => entries.slice(1).map((_, i) => i + 2)))
    }),
    { numRuns: 1000 },
  )
})

test('any order, repetition or split of answers leads to the same', () => {
  const answer = fc.record({ question: fc.nat(5), choice: fc.uniqueArray(fc.nat(3), { maxLength: 3 }), seq: fc.nat(6) })
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 20 }), fc.array(answer, { maxLength: 20 }), fc.nat(20), (some, more, cut) => {
      const all = [...some, ...more]
      const once = mergeAnswers({}, all)
      expect(mergeAnswers(mergeAnswers({}, all.slice(cut)), [...all.slice(0, cut), ...all])).toEqual(once)
      expect(mergeAnswers({}, [...all].reverse())).toEqual(once)
    }),
    { numRuns: 1000 },
  )
})

describe('the draw', () => {
  test('a paper’s key still names the right options, whatever the order', () => {
    const questions = Array.from({ length: 20 }, (_, i) => ({ kind: 'multiple' as const, stem: `${i}`, options: ['a', 'b', 'c', 'd', 'e'], right: [0, 3] }))
    fc.assert(fc.property(fc.infiniteStream(fc.nat(1000)), (numbers) => {
      const { paper, key } = drawExam(questions, (n) => numbers.next().value % n)
      for (const [i, { options }] of paper.entries()) expect((key[i] ?? []).map((place) => options[place]).sort()).toEqual(['a', 'd'])
    }), { numRuns: 200 })
  })

  test('numbers below n come from random bytes without a bias: what would favour the low ones is drawn again', () => {
    const bytes = [[0xff, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0xfe], [0, 0, 0, 7]]
    const below = belowOf(() => Uint8Array.from(bytes.shift() ?? []))
    // 2^32 is 1 more than a multiple of 3: of its numbers the last is left out.
    expect([below(3), below(3)]).toEqual([(2 ** 32 - 2) % 3, 1])
  })

  test('no question twice, none left out', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.nat(10_000)), (numbers) => {
      const drawn = shuffled(Array.from({ length: 40 }, (_, i) => i), (n) => numbers.next().value % n, 25)
      expect(new Set(drawn).size).toBe(25)
    }), { numRuns: 100 })
  })
})
