import type { ActName, ApplicationState } from './application'

/** What an application waits for. `on` is the local date that waiting is reckoned from; `talks` those of mentors so far, in cultivation. */
export interface Waits {
  state: ApplicationState
  on: string
  next?: ActName
  talks?: number
}

/** The compact projection of a person's ledger, kept within ME (≤ 1 KB in all). Names are short because each byte is written at every check-in. */
export interface Progress {
  /** Number of ledger entries and application steps folded: makes each value unique. */
  n: number
  /** Versions it was made with: rule set version, and number of entries about study issues known. */
  rules: number
  issues: number
  /** Epoch milliseconds of the next instant at which the figures change by themselves; absent: never. */
  until?: number
  eligible: boolean
  /** One entry a requirement, in the rule set's order: achieved, required, met (1 or 0). */
  figures: [number, number, 0 | 1][]
  pending: number
  rejected: number
  /** `version`: of the last step. */
  application?: Waits & { at: string; version: number }
}
