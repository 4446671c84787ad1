import type { QuestionKind } from './question'

/** How a course's exam is sat online: policy of the county, as data. */
export interface ExamPolicy {
  /** How many questions of the bank are drawn. */
  questions: number
  minutes: number
  attempts: number
  /** The next attempt is at least so many local days (Asia/Shanghai) after the day on which the last one ended. */
  daysBetween: number
  /** Lessons of the course that count before the exam may be sat. */
  afterLessons: number
}

export const defaultExamPolicy: ExamPolicy = { questions: 25, minutes: 30, attempts: 3, daysBetween: 1, afterLessons: 8 }

/** A question as it was drawn: what the student sees. Options stand in the order drawn; which of them are right is kept elsewhere. */
export interface DrawnQuestion {
  kind: QuestionKind
  stem: string
  options: string[]
}

/** The latest answer to one question: the chosen options by their place, none where it was cleared; and the client's count of changes. */
export interface SavedAnswer {
  choice: number[]
  seq: number
}

/** What an attempt's state is: its times, what was answered, and how it ended. Instants are RFC 3339 in UTC. */
export interface ExamSheet {
  course: string
  n: number
  county: string
  startedAt: string
  endsAt: string
  /** How many questions. */
  of: number
  /** Raised by each change: who changes it names the version that was read. */
  v: number
  /** By the question's place. */
  answers: Record<string, SavedAnswer>
  closed?: { at: string; by: 'student' | 'deadline'; score: number; right: number }
}

/** An attempt's id, and its exam's in the ledger; no client's id has a tilde. */
export const examIdOf = (course: string, n: number): string => `${course}~${n}`

/** Course and number of an attempt's id. */
export const attemptOf = (examId: string): { course: string; n: number } => {
  const at = examId.lastIndexOf('~')
  return { course: examId.slice(0, at), n: Number(examId.slice(at + 1)) }
}

/** What a course is called in rules, scores and attempts. */
export const courseForm = /^[a-z0-9-]{1,40}$/
