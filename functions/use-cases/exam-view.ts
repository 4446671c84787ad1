import type { Answer } from '@shared/contract'
import { type DrawnQuestion, type ExamSheet, examIdOf } from '@shared/model/exam'
import { isOpen } from '../core/score-exam'
import { readExamPaper } from '../store/exams'
import { type Context, instantOf } from './context'

export const attemptView = ({ course, n, startedAt, endsAt, of, closed }: ExamSheet): Answer<'showExams'>['attempts'][number] => ({
  examId: examIdOf(course, n), n, startedAt, endsAt, of,
  ...(closed ? { state: 'closed', score: closed.score, right: closed.right, closedAt: closed.at, closedBy: closed.by } : { state: 'open' }),
})

export const answersOf = ({ answers }: ExamSheet) => Object.entries(answers).map(([question, { choice, seq }]) => ({ question: Number(question), choice, seq }))

/** An attempt as it is answered: what was asked only while it is open, what is right never. Questions are copied field by field: nothing else of an item gets out. */
export const sittingView = async (context: Context, personId: string, sheet: ExamSheet, passMark: number): Promise<Answer<'startExam'>> => {
  const common = { ...attemptView(sheet), course: sheet.course, serverTime: instantOf(context.now()), passMark }
  if (!isOpen(sheet, context.now())) return { ...common, passed: (sheet.closed?.score ?? 0) >= passMark }
  const shown = ({ kind, stem, options }: DrawnQuestion) => ({ kind, stem, options })
  return { ...common, questions: (await readExamPaper(context.table, personId, sheet.course, sheet.n)).map(shown), answers: answersOf(sheet) }
}
