export const questionKinds = ['single', 'multiple', 'true-false'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** A question of a bank. Options in the order of the sheet; a true-false question has `正确` and `错误`. */
export interface Question {
  kind: QuestionKind
  stem: string
  options: string[]
  /** Places of the right options, ascending. Never leaves the server. */
  right: number[]
}

/** The most questions a bank holds. */
export const mostQuestions = 2000

/** The columns of a question sheet; options are A–F, an explanation is not read. */
export const questionColumns = ['kind', 'stem', 'options', 'answer'] as const
export type QuestionColumn = (typeof questionColumns)[number]

/** What can be wrong with a row of a question sheet. */
export const questionProblemCodes = [
  'required',
  'unknown-kind',
  'too-long', // stem 500 characters, option 200
  'too-few-options',
  'gap-in-options', // an option after an empty one
  'same-option', // two options say the same
  'answer-not-an-option',
  'one-answer', // a single choice or true-false has exactly one
  'two-answers', // a multiple choice has at least two
  'duplicate-in-sheet',
  'other-content', // the same question stands in the sheet above with other options or another answer
  'hidden-row',
] as const
export type QuestionProblemCode = (typeof questionProblemCodes)[number]

/** `value` is what stands there; never an answer. */
export interface QuestionProblem {
  column: QuestionColumn | 'row'
  code: QuestionProblemCode
  value?: string | undefined
}
