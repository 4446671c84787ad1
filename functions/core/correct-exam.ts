import type { ExamEntry } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import type { ExamHistory } from './fold-exams'

export interface Correction {
  id: string
  /** The score that was read. */
  was: number
  /** Absent: the exam is taken back. */
  score?: number | undefined
  reason: string
  by: string
}

/** The entry that takes the place of an exam's last one, as correction n + 1; or why there is none. The same again gives the one that stands. */
export const correctExam = (personId: string, exam: ExamHistory | undefined, { id, was, score, reason, by }: Correction, at: string): { append: ExamEntry } | 'stands' | Refusal => {
  if (!exam) return refuse('not-found')
  if (by === personId) return refuse('own-record')
  const { first, corrections, last } = exam
  const again = corrections.find(({ correction }) => correction?.id === id)
  const takenBack = score === undefined
  if (again) return again.correction?.reason === reason && again.by === by && (again.correction.takenBack ?? false) === takenBack && (takenBack || again.score === score) ? 'stands' : refuse('id-reused')
  if (first.online && !takenBack) return refuse('exam-scored-here')
  if (last.score !== was || last.correction?.takenBack) return refuse('exam-changed')
  if (score === last.score) return { refused: 'invalid-input', errors: [{ path: 'score', code: 'unchanged', message: 'The score is this already' }] }
  const n = (last.correction?.n ?? 1) + 1
  const { course, takenAt, examId } = first
  return {
    append: {
      type: 'exam', examId: `${examId}.${n}`, course, takenAt, score: score ?? last.score, ...(first.online && { online: true as const }),
      correction: { of: examId, n, id, reason, ...(takenBack && { takenBack: true as const }) }, at, by,
    },
  }
}
