import { examIdOf } from '@shared/model/exam'
import { readOverdueExams } from '../store/exams'
import { type Context, instantOf } from './context'
import { endExam } from './end-exam'

/** Scores the county's attempts whose time ran out and at which nobody has looked since. Gives how many. */
export const closeExams = async (context: Context, countyId: string): Promise<number> => {
  const overdue = await readOverdueExams(context.table, countyId, instantOf(context.now()))
  for (const { personId, course, n } of overdue) await endExam(context, personId, examIdOf(course, n), 'deadline')
  return overdue.length
}
