import { isRefusal, refuse } from '@shared/model/refusal'
import { startExam } from '../core/start-exam'
import type { UseCase } from '../http/app'
import { examStanding } from './exam-standing'
import { attemptView } from './exam-view'

/** The caller's attempts at a course's exam, its rules, and whether and when it may be sat. */
export const showExams: UseCase<'showExams'> = async (context, { course }, { actor }) => {
  const standing = await examStanding(context, actor, course)
  if (!standing) return refuse('exam-not-offered')
  const { policy, passMark, lessons, passed, best, attempts } = standing
  const next = startExam(standing, policy, context.now())
  return {
    course, policy, passMark, lessons, passed, best, attempts: attempts.map(attemptView),
    ...(isRefusal(next) ? { why: next.refused, from: next.detail?.from as string | undefined } : { may: 'resume' in next ? ('resume' as const) : ('start' as const) }),
  }
}
