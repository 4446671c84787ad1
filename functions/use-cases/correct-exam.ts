import type { ExamEntry } from '@shared/model/ledger'
import { isRefusal, type Refusal } from '@shared/model/refusal'
import { correctExam as decide } from '../core/correct-exam'
import { foldExams } from '../core/fold-exams'
import type { UseCase } from '../http/app'
import { appendEntry, readExams } from '../store/ledger'
import { instantOf } from './context'
import { examViews } from './list-exams'
import { untilDecided } from './until-decided'

/** Corrects a score, or takes it back, by a new numbered entry; of two at once one wins and the other is told. `append` is a parameter so that a test can take the guard away. */
export const correctExamBy = (append: typeof appendEntry<ExamEntry> = appendEntry): UseCase<'correctExam'> => async (context, { personId, examId, ...said }, { actor }) => {
  const outcome = await untilDecided<Refusal | 'done'>(context, async () => {
    const exam = foldExams(await readExams(context.table, personId, true)).find(({ first }) => first.examId === examId)
    const decided = decide(personId, exam, { ...said, by: actor.personId }, instantOf(context.now()))
    if (decided === 'stands') return 'done'
    if (isRefusal(decided)) return decided
    return (await append(context.table, personId, decided.append)).put ? 'done' : undefined
  })
  return outcome === 'done' ? { exams: await examViews(context, personId) } : outcome
}

export const correctExam = correctExamBy()
