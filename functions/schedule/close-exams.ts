import { closeExams } from '../use-cases/close-exams'
import type { Context } from '../use-cases/context'

/** Every ten minutes: exams whose time ran out. */
export const closeOverdueExams = (context: Context, counties: string[]) => async (): Promise<{ closed: number }> => {
  let closed = 0
  for (const county of counties) closed += await closeExams(context, county)
  return { closed }
}
