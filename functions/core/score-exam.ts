import type { ExamSheet, SavedAnswer } from '@shared/model/exam'

/** How many questions are answered with exactly the right options, and that of 100, rounded down: nobody is rounded into a pass. */
export const scoreExam = (answers: Readonly<Record<string, SavedAnswer>>, key: readonly number[][]): { score: number; right: number } => {
  const right = key.filter((places, i) => String(answers[i]?.choice ?? '') === String(places)).length
  return { score: Math.floor((100 * right) / key.length), right }
}

/** Whether the attempt may still be answered at `now` (epoch ms): until its end, that instant left out. */
export const isOpen = ({ closed, endsAt }: ExamSheet, now: number): boolean => !closed && now < Date.parse(endsAt)

/** Whether its time ran out and nobody has scored it yet. */
export const isOverdue = ({ closed, endsAt }: ExamSheet, now: number): boolean => !closed && now >= Date.parse(endsAt)
