import type { Input } from '@shared/contract/index'
import { instantOf } from '@/text/local-time'
import { lastDayAt } from '../parts/last-day'
import type { ExamsKey } from '../text/exams'

export const categories = ['league-class', 'civics-class', 'quality-activity', 'youth-study', 'volunteering'] as const
export type Category = (typeof categories)[number]
export const lessons = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

/** A class roll being written. Date and times are Beijing's, as typed. */
export interface Draft {
  category: Category
  lesson: (typeof lessons)[number]
  issue: string
  title: string
  /** Activities for each person. */
  quantity: string
  day: string
  from: string
  until: string
}
export type Faults = Partial<Record<'title' | 'issue' | 'quantity' | 'time', ExamsKey>>

export const isClass = (category: Category): boolean => category === 'league-class' || category === 'civics-class'
/** Whether the roll needs a title of its own: lessons and issues are named by what they are. */
export const needsTitle = (category: Category): boolean => category === 'quality-activity' || category === 'volunteering'

/** Yesterday's afternoon lesson or today's, whichever is over. `now` in epoch ms. */
export const newDraft = (now: number): Draft => ({ category: 'league-class', lesson: '1', issue: '', title: '', quantity: '1', day: lastDayAt('17:05', now), from: '16:20', until: '17:05' })

export const minutesOf = ({ day, from, until }: Draft): number => (Date.parse(instantOf(day, until)) - Date.parse(instantOf(day, from))) / 60_000

/** What is wrong, by field. `now` in epoch ms. */
export const faultsOf = (draft: Draft, now: number): Faults => {
  const faults: Faults = {}
  if (needsTitle(draft.category) && !draft.title.trim()) faults.title = 'needTitle'
  if (draft.category === 'youth-study' && !draft.issue.trim()) faults.issue = 'needIssue'
  if (draft.category === 'quality-activity' && !/^([1-9]|1\d|20)$/.test(draft.quantity)) faults.quantity = 'wholeNumber'
  if (!(minutesOf(draft) > 0)) faults.time = 'needTimes'
  else if (Date.parse(instantOf(draft.day, draft.until)) > now) faults.time = 'notOver'
  return faults
}

/** What is sent under the client's id, for these people. `title` names a lesson or an issue. */
export const inputOf = (draft: Draft, id: string, org: string, title: string, people: readonly string[]): Input<'grantRoll'> => {
  const { category, lesson, issue, quantity, day, from, until } = draft
  const key = isClass(category) ? `lesson-${lesson}` : category === 'youth-study' ? issue.trim() : undefined
  return {
    id, org, category, title: needsTitle(category) ? draft.title.trim() : title, startedAt: instantOf(day, from), endedAt: instantOf(day, until),
    quantity: category === 'volunteering' ? minutesOf(draft) : category === 'quality-activity' ? Number(quantity) : 1, ...(key !== undefined && { distinctKey: key }), people: people.map((personId) => ({ personId })),
  }
}
