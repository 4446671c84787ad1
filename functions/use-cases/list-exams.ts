import type { ExamView } from '@shared/contract/exams'
import type { ExamEntry } from '@shared/model/ledger'
import { foldExams } from '../core/fold-exams'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readLedger } from '../store/ledger'
import type { Me } from '../store/people'
import { getItems } from '../store/table'
import type { Context } from './context'
import { settledExams } from './end-exam'

export const readExamEntries = async (context: Context, personId: string): Promise<ExamEntry[]> => (await readLedger(context.table, personId)).filter((entry) => entry.type === 'exam')

/** A person's exams as answers show them, newest first: who entered and who corrected by name. */
export const examViews = async (context: Context, personId: string): Promise<ExamView[]> => {
  const entries = await readExamEntries(context, personId)
  const people = await getItems<Me>(context.table, entries.map(({ by }) => keys.me(by)))
  const nameOf = (entry: ExamEntry) => people[entries.indexOf(entry)]?.name ?? ''
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
