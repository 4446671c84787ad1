import type { ExamPolicy, ExamSheet } from '@shared/model/exam'
import { type Refusal, refuse } from '@shared/model/refusal'
import { formatDay, parseDay } from '@shared/rules/local-date'
import { localDateIn } from '@shared/rules/local-date-in'
import { isOpen } from './score-exam'

export interface Standing {
  /** In their order; none is overdue. */
  attempts: readonly ExamSheet[]
  /** Whether an exam of the course was passed, here or on paper. */
  passed: boolean
  /** Lessons of the course that count. */
  lessons: number
  /** How many questions the bank has; none where there is no bank. */
  questions: number
}

const dateOf = (ms: number): string => localDateIn('Asia/Shanghai', ms)
const daysAfter = (date: string, days: number): string => formatDay((parseDay(date) as number) + days)

/**
 * The open attempt, or the number of the next one, or why there is none: once passed no more; after the course's lessons; so many attempts, each so many local days
 * after the day on which the last one ended (the county's exam policy).
 */
export const startExam = ({ attempts, passed, lessons, questions }: Standing, policy: ExamPolicy, now: number): { resume: ExamSheet } | { start: number } | Refusal => {
  const open = attempts.find((attempt) => isOpen(attempt, now))
  if (open) return { resume: open }
  if (passed) return refuse('exam-passed')
  if (lessons < policy.afterLessons) return refuse('exam-lessons-missing', { lessons, needed: policy.afterLessons })
  if (attempts.length >= policy.attempts) return refuse('exam-attempts-spent', { attempts: policy.attempts })
  const last = attempts.at(-1)?.closed
  const from = last && daysAfter(dateOf(Date.parse(last.at)), policy.daysBetween)
  if (from !== undefined && dateOf(now) < from) return refuse('exam-too-soon', { from })
  if (questions < policy.questions) return refuse('exam-not-offered')
  return { start: attempts.length + 1 }
}
