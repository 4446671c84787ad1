import type { ActName } from './application'

/** What the violation check (违规发展核查) can find in an application: each a condition of spec/admission-procedure.md that did not hold. */
export const violationCodes = [
  'age-at-letter', 'age-at-proposal', 'age-at-meeting', // local dates of birth and of the paper
  'lessons', 'exam', 'requirement', // of the rules in force on the day; `detail.key`
  'evaluation-differs', // what was kept of that day is not what the rules say again
  'wrong-rules', 'wrong-procedure', // another version than the one in force
  'no-route', 'mentors', 'months-as-activist', 'mentor-talks',
  'number-form', 'number-outside', 'number-twice', 'number-changed', 'quota-exceeded',
  'notice-short', 'notice-calendar', 'names-not-masked', 'objection-open',
  'form-before-lesson', 'introducers', 'introducer-not-member', 'introducer-silent',
  'tally', 'no-quorum', 'no-majority',
  'approver-reviewed', 'approver-introduced', 'own-act', 'filed-late',
  'step-missing', 'step-order', 'dates-order', 'in-future',
  'chain', 'seal', 'head',
] as const
export type ViolationCode = (typeof violationCodes)[number]

export interface Violation {
  code: ViolationCode
  /** The step that it shows at: its act and number; none where a step is missing, or the whole trail is meant. */
  act?: ActName
  n?: number
  /** The local date of that step. */
  date?: string
  /** Of a requirement: its key in the rules. */
  key?: string
  /** What was found, and what was asked for, where it can be put into two words. */
  found?: string
  asked?: string
}
