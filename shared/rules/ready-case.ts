import type { Case, CountingPolicy, Enforcement } from '../model/rules'
import type { Count } from './count'
import type { CivilDate } from './local-date'
import type { Zone } from './time-zone'

/** A record as counting needs it: instants in epoch ms, its local date as a day. */
export interface ReadyRecord {
  id: string
  approved: boolean
  start: number
  end: number
  day: number
  quantity: number
  key: string | undefined
}

/** One category of a case; `records` are in no order until `sorted`. */
export interface Category {
  policy: CountingPolicy
  records: ReadyRecord[]
  sorted: boolean
  /** Counts made so far: several requirements often ask for the same window. */
  counts: Count[]
}

/** A valid case with its texts read once. Made only by `readyCase`. */
export interface ReadyCase {
  input: Case
  /** Epoch ms. */
  asOf: number
  /** The local date of `asOf`. */
  today: CivilDate
  zone: Zone
  birth: CivilDate
  categories: Map<string, Category>
  /** When each of `exams` was taken and each of `studyIssues` published, in epoch ms. */
  examTimes: number[]
  issueTimes: number[]
}

/** An enforcement that shows in a result. */
export type Enforced = Exclude<Enforcement, 'off'>

/** A valid case has a category for each one its rules name. */
export const categoryOf = (ready: ReadyCase, name: string): Category => ready.categories.get(name) as Category
