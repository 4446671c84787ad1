import type { ExamView } from '@shared/contract/exams'
import type { ExamEntry } from '@shared/model/ledger'
import { foldExams } from '../core/fold-exams'
import type { UseCase } from '../http/app'
import { readExams } from '../store/ledger'
import type { Context } from './context'
import { settledExams } from './end-exam'
import { namesOf } from './names-of'

/** A person's exams as answers show them, newest first: who entered and who corrected by name. */
export const examViews = async (context: Context, personId: string): Promise<ExamView[]> => {
  const entries = await readExams(context.table, personId, true)
  const names = await namesOf(context, entries.map(({ by }) => by))
  const nameOf = ({ by }: ExamEntry) => names.get(by) ?? ''
  return foldExams(entries).map(({ first, corrections, last }) => ({
    examId: first.examId, course: first.course, takenAt: first.takenAt, score: last.score, online: first.online ?? false, takenBack: last.correction?.takenBack ?? false, at: first.at, byName: nameOf(first),
    corrections: corrections.map((one, i) => ({
      at: one.at, byName: nameOf(one), reason: one.correction?.reason ?? '', from: (corrections[i - 1] ?? first).score, ...(!one.correction?.takenBack && { to: one.score }),
    })),
  }))
}

/** A person's exam scores; an attempt whose time ran out is scored before it is looked at. */
export const listExams: UseCase<'listExams'> = async (context, { personId }) => {
  await settledExams(context, personId)
  return { exams: await examViews(context, personId) }
}
