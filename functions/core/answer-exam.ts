import type { DrawnQuestion, SavedAnswer } from '@shared/model/exam'
import type { FieldError } from '@shared/model/refusal'

export interface NewAnswer extends SavedAnswer {
  /** Its place, from 0. */
  question: number
}

/** What is wrong with answers, by field. */
export const faultsOfAnswers = (answers: readonly NewAnswer[], paper: readonly DrawnQuestion[]): FieldError[] =>
  answers.flatMap(({ question, choice }, i): FieldError[] => {
    const asked = paper[question]
    if (!asked) return [{ path: `answers[${i}].question`, code: 'unknown', message: `The exam has ${paper.length} questions` }]
    const fault = (code: string, message: string) => [{ path: `answers[${i}].choice`, code, message }]
    if (choice.some((place) => place >= asked.options.length)) return fault('unknown', 'There is no such option')
    if (new Set(choice).size < choice.length) return fault('duplicate', 'An option is named twice')
    return asked.kind !== 'multiple' && choice.length > 1 ? fault('one-answer', 'The question takes one answer') : []
  })

/** Of two answers to one question the later by the client's count; at the same count one and the same of them, so that no order of arrival matters. */
const later = (held: SavedAnswer | undefined, one: SavedAnswer): SavedAnswer =>
  !held || one.seq > held.seq || (one.seq === held.seq && String(one.choice) > String(held.choice)) ? one : held

/** The answers after some more came: any order, repetition or split of the same answers leads to the same. */
export const mergeAnswers = (held: Readonly<Record<string, SavedAnswer>>, answers: readonly NewAnswer[]): Record<string, SavedAnswer> => {
  const merged = { ...held }
  for (const { question, choice, seq } of answers) merged[question] = later(merged[question], { choice: [...choice].sort((a, b) => a - b), seq })
  return merged
}
