import type { ExamEntry } from '@shared/model/ledger'
import { appendEntry } from '../store/ledger'
import { type Context, instantOf } from './context'

/** A paper exam's score into a person's ledger, under the client's id. The same again changes nothing; another one is a correction's business. `takenAt`: RFC 3339. */
export const enterScore = async (context: Context, personId: string, { id, course, takenAt, score }: { id: string; course: string; takenAt: string; score: number }, by: string): Promise<'id-reused' | undefined> => {
  const entry: ExamEntry = { type: 'exam', examId: id, course, takenAt: instantOf(Date.parse(takenAt)), score, at: instantOf(context.now()), by }
  const result = await appendEntry(context.table, personId, entry)
  if (result.put) return undefined
  const { held } = result
  return held.score === score && held.course === course && held.takenAt === entry.takenAt ? undefined : 'id-reused'
}
