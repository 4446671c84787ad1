import type { Answer } from '@shared/contract/index'
import { forget, keep, kept } from '@/platform/storage'

export type Sitting = Answer<'startExam'>
interface Given { choice: number[]; seq: number; /** Whether the server has it. */ sent: boolean }

/** An exam on this phone: what was asked, and every answer, also those the server has not heard yet. It outlives the app being killed. */
export interface KeptExam {
  sitting: Sitting
  /** The server's clock less this phone's, in ms. */
  skewMs: number
  given: Record<number, Given>
}

/** By person: what one of two on a phone answered is not shown to the other. */
const keyOf = (personId: string, examId: string) => `exam:${personId}:${examId}`
export const readKept = (personId: string, examId: string): KeptExam | undefined => kept<KeptExam>(keyOf(personId, examId))
/** Kept while it is open. */
export const writeKept = (personId: string, exam: KeptExam): void => {
  const key = keyOf(personId, exam.sitting.examId)
  if (exam.sitting.state === 'open') keep(key, exam)
  else forget(key)
}

/** What the server says, with what it has not heard yet. `now`: this phone's clock, epoch ms. */
export const withSitting = (before: KeptExam | undefined, sitting: Sitting, now: number): KeptExam => {
  const given: Record<number, Given> = {}
  for (const { question, choice, seq } of sitting.answers ?? []) given[question] = { choice, seq, sent: true }
  for (const [question, own] of Object.entries(before?.given ?? {})) {
    const theirs = given[Number(question)]
    if (!own.sent && (!theirs || own.seq > theirs.seq)) given[Number(question)] = own
  }
  return { sitting, skewMs: Date.parse(sitting.serverTime) - now, given }
}

/** An exam that was begun, or gone on with: what this phone could not send yet stays to be sent. */
export const keepSitting = (personId: string, sitting: Sitting, now: number): void => writeKept(personId, withSitting(readKept(personId, sitting.examId), sitting, now))

/** After the answer to a question changed: above every count so far, of this phone or another. */
export const withChoice = (exam: KeptExam, question: number, choice: number[]): KeptExam => {
  const seq = Math.max(0, ...Object.values(exam.given).map((one) => one.seq)) + 1
  return { ...exam, given: { ...exam.given, [question]: { choice, seq, sent: false } } }
}

export const unsent = ({ given }: KeptExam): { question: number; choice: number[]; seq: number }[] =>
  Object.entries(given).filter(([, one]) => !one.sent).map(([question, { choice, seq }]) => ({ question: Number(question), choice, seq }))

/** After the server answered what stands there: what it has is sent, also where another device was later. */
export const withSaved = (exam: KeptExam, saved: Answer<'answerExam'>, now: number): KeptExam =>
  withSitting(exam, { ...exam.sitting, serverTime: saved.serverTime, endsAt: saved.endsAt, answers: saved.answers }, now)

export const choiceOf = ({ given }: KeptExam, question: number): number[] => given[question]?.choice ?? []
export const answeredCount = ({ given }: KeptExam): number => Object.values(given).filter(({ choice }) => choice.length > 0).length

/** Milliseconds left, by the server's clock; 0 when time is up. */
export const remainingMs = ({ sitting, skewMs }: KeptExam, now: number): number => Math.max(0, Date.parse(sitting.endsAt) - now - skewMs)

/** The options after one was pressed: one of them, or for several one more or less. */
export const pressed = (kind: string, choice: readonly number[], option: number): number[] =>
  kind !== 'multiple' ? [option] : choice.includes(option) ? choice.filter((one) => one !== option) : [...choice, option].sort((a, b) => a - b)
