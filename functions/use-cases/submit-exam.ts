import { attemptOf } from '@shared/model/exam'
import { refuse } from '@shared/model/refusal'
import { faultsOfAnswers } from '../core/answer-exam'
import { isOpen } from '../core/score-exam'
import type { UseCase } from '../http/app'
import { readExamPaper, readExamSheet } from '../store/exams'
import { endExam } from './end-exam'
import { examRuleOf } from './exam-standing'
import { sittingView } from './exam-view'

/** Hands an attempt in, with the last answers; after its end it is scored on what was saved before. Handed in already: the same result. */
export const submitExam: UseCase<'submitExam'> = async (context, { examId, answers }, { actor }) => {
  const { course, n } = attemptOf(examId)
  const { personId } = actor
  const [sheet, paper, rule] = await Promise.all([readExamSheet(context.table, personId, course, n), readExamPaper(context.table, personId, course, n), examRuleOf(context, actor, course)])
  if (!sheet || !rule) return refuse('not-found')
  const errors = faultsOfAnswers(answers, paper)
  if (errors.length) return { refused: 'invalid-input', errors }
  const ended = isOpen(sheet, context.now()) ? await endExam(context, personId, examId, 'student', answers) : await endExam(context, personId, examId, 'deadline')
  return sittingView(context, personId, ended, rule.exam.passMark)
}
