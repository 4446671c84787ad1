import { attemptOf } from '@shared/model/exam'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readExamSheet } from '../store/exams'
import { settled } from './end-exam'
import { examRuleOf } from './exam-standing'
import { sittingView } from './exam-view'

/** An attempt, on whichever device: what is left of it, or how it ended. */
export const showExam: UseCase<'showExam'> = async (context, { examId }, { actor }) => {
  const { course, n } = attemptOf(examId)
  const [sheet, rule] = await Promise.all([readExamSheet(context.table, actor.personId, course, n), examRuleOf(context, actor, course)])
  if (!sheet || !rule) return refuse('not-found')
  return sittingView(context, actor.personId, await settled(context, actor.personId, sheet), rule.exam.passMark)
}
