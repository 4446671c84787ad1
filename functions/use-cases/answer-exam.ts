import { isDeepStrictEqual } from 'node:util'
import { attemptOf } from '@shared/model/exam'
import { refuse } from '@shared/model/refusal'
import { faultsOfAnswers, mergeAnswers } from '../core/answer-exam'
import { isOpen } from '../core/score-exam'
import type { UseCase } from '../http/app'
import { readExamPaper, readExamSheet, saveAnswers } from '../store/exams'
import { instantOf } from './context'
import { answersOf } from './exam-view'
import { untilDecided } from './until-decided'

/** Saves answers while the attempt is open, by the server's clock. The same again changes nothing; of two to one question the later by the client's count stands. */
export const answerExamBy = (save: typeof saveAnswers = saveAnswers): UseCase<'answerExam'> => async (context, { examId, answers }, { actor }) => {
  const { course, n } = attemptOf(examId)
  const paper = await readExamPaper(context.table, actor.personId, course, n)
  return untilDecided(context, async () => {
    const sheet = await readExamSheet(context.table, actor.personId, course, n)
    if (!sheet) return refuse('not-found')
    if (!isOpen(sheet, context.now())) return refuse('exam-over')
    const errors = faultsOfAnswers(answers, paper)
    if (errors.length) return { refused: 'invalid-input', errors }
    const merged = mergeAnswers(sheet.answers, answers)
    const saved = isDeepStrictEqual(merged, sheet.answers) || (await save(context.table, actor.personId, sheet, merged))
    return saved ? { serverTime: instantOf(context.now()), endsAt: sheet.endsAt, answers: answersOf({ ...sheet, answers: merged }) } : undefined
  })
}

export const answerExam = answerExamBy()
