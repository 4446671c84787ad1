import { attemptOf, type ExamSheet, examIdOf } from '@shared/model/exam'
import { type NewAnswer, mergeAnswers } from '../core/answer-exam'
import { isOverdue, scoreExam } from '../core/score-exam'
import { closeExam, readExamKey, readExamSheet, readExamSheets } from '../store/exams'
import { type Context, instantOf } from './context'
import { untilDecided } from './until-decided'

export type Close = typeof closeExam

/**
 * Scores an attempt on its saved answers and `last` ones, closes it and enters the score into the ledger, together, on the condition that nothing was saved
 * since the read; where something was, reads and scores again. Closed already: as it was closed. `close` is a parameter so that a test can take the guard away.
 */
export const endExam = async (context: Context, personId: string, examId: string, by: 'student' | 'deadline', last: readonly NewAnswer[] = [], close: Close = closeExam): Promise<ExamSheet> => {
  const { course, n } = attemptOf(examId)
  return untilDecided(context, async () => {
    const sheet = await readExamSheet(context.table, personId, course, n)
    if (!sheet) throw new Error(`No attempt ${examId} of ${personId}`)
    if (sheet.closed) return sheet
    const now = instantOf(context.now())
    const answers = mergeAnswers(sheet.answers, last)
    const ended: ExamSheet = { ...sheet, answers, closed: { at: by === 'deadline' ? sheet.endsAt : now, by, ...scoreExam(answers, await readExamKey(context.table, personId, course, n)) } }
    const entry = { type: 'exam' as const, examId, course, takenAt: ended.closed?.at ?? now, score: ended.closed?.score ?? 0, online: true as const, at: now, by: personId }
    return (await close(context.table, personId, ended, entry)) ? ended : undefined
  })
}

/** An attempt whose time ran out is scored on what was saved; any other stays as it is. */
export const settled = async (context: Context, personId: string, sheet: ExamSheet): Promise<ExamSheet> =>
  isOverdue(sheet, context.now()) ? endExam(context, personId, examIdOf(sheet.course, sheet.n), 'deadline') : sheet

/** A person's attempts; whose time ran out is scored first, on what was saved: none stays open though nobody hands it in. */
export const settledExams = async (context: Context, personId: string, course?: string): Promise<ExamSheet[]> => {
  const sheets = await readExamSheets(context.table, personId, course)
  return Promise.all(sheets.map((sheet) => settled(context, personId, sheet)))
}
