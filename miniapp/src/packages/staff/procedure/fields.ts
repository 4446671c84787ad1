import { activistRoutes } from '@shared/model/application'
import type { Answer } from '@shared/contract/index'
import type { ProcedureKey } from '../text/procedure'

export type Version = Answer<'listProcedures'>['items'][number]
export type Content = Version['content']
export type Part = 'letter' | 'activist' | 'candidate' | 'notice' | 'vote' | 'filing' | 'figures' | 'actors' | 'workdays'
export const parts: readonly Part[] = ['letter', 'activist', 'candidate', 'notice', 'vote', 'filing', 'figures', 'actors', 'workdays']

interface Of { path: string; part: Part; label: ProcedureKey; hint: ProcedureKey }
export type Field =
  | (Of & { kind: 'number'; unit: ProcedureKey; from: number; to: number })
  | (Of & { kind: 'share' })
  | (Of & { kind: 'province' })
  | (Of & { kind: 'choice'; options: readonly (readonly [string, ProcedureKey])[] })
  | (Of & { kind: 'routes' })

const number = (part: Part, path: string, label: ProcedureKey, hint: ProcedureKey, unit: ProcedureKey, from: number, to: number): Field => ({ kind: 'number', part, path, label, hint, unit, from, to })

/** Every figure of the procedure that has a field of its own, in the order of the way; who does what and working days have theirs beside them. */
export const fields: readonly Field[] = [
  number('letter', 'age.atLeast', 'ageFrom', 'ageFromHint', 'unitYear', 0, 100),
  number('letter', 'age.below', 'ageBelow', 'ageBelowHint', 'unitYear', 1, 100),
  number('letter', 'talk.withinMonths', 'talkWithin', 'talkWithinHint', 'unitMonth', 0, 60),
  { kind: 'routes', part: 'activist', path: 'activist.routes', label: 'routes', hint: 'routesHint' },
  { kind: 'choice', part: 'activist', path: 'activist.need', label: 'need', hint: 'routesHint', options: [['any', 'need-any'], ['all', 'need-all']] },
  number('activist', 'activist.mentors.atLeast', 'mentorsLeast', 'mentorsHint', 'unitPeople', 1, 10),
  number('activist', 'activist.mentors.atMost', 'mentorsMost', 'mentorsHint', 'unitPeople', 1, 10),
  { kind: 'share', part: 'activist', path: 'activist.peerReview.moreThan', label: 'peerReview', hint: 'peerReviewHint' },
  number('candidate', 'cultivation.months', 'months', 'monthsHint', 'unitMonth', 0, 60),
  number('candidate', 'cultivation.mentorTalks', 'talks', 'talksHint', 'unitTimes', 1, 50),
  number('notice', 'notice.workingDays', 'noticeDays', 'noticeDaysHint', 'unitWorkday', 0, 60),
  number('notice', 'notice.maskedBelowAge', 'masked', 'maskedHint', 'unitYear', 0, 100),
  { kind: 'province', part: 'notice', path: 'number.province', label: 'province', hint: 'provinceHint' },
  number('vote', 'introducers', 'introducers', 'introducersHint', 'unitPeople', 1, 5),
  { kind: 'share', part: 'vote', path: 'vote.quorum.moreThan', label: 'quorum', hint: 'quorumHint' },
  { kind: 'share', part: 'vote', path: 'vote.majority.moreThan', label: 'majority', hint: 'majorityHint' },
  { kind: 'choice', part: 'vote', path: 'vote.majority.of', label: 'majorityOf', hint: 'majorityHint', options: [['should-attend', 'of-should-attend'], ['present', 'of-present']] },
  number('filing', 'approval.remindAfterDays', 'remind', 'remindHint', 'unitDay', 0, 366),
  number('filing', 'filing.withinDays', 'filing', 'filingHint', 'unitDay', 0, 366),
  number('figures', 'waiting.escalateAfterDays', 'waiting', 'waitingHint', 'unitDay', 0, 366),
  ...(['junior-middle', 'senior', 'vocational'] as const).map((stage) => number('figures', `ratioCeilings.${stage}`, `ceiling-${stage}`, 'ceilingHint', 'unitPercent', 0, 100)),
  number('figures', 'leagueSchool.coursesAtLeast', 'courses', 'coursesHint', 'unitCourse', 0, 100),
  number('figures', 'transfers.atLeastPercent', 'transfers', 'transfersHint', 'unitPercent', 0, 100),
]

export const allRoutes = activistRoutes
export type StaffAct = keyof Content['actors']
export const staffRoles = ['branch-secretary', 'committee', 'county-committee'] as const

type Tree = { [key: string]: unknown }
export const valueAt = (content: Content, path: string): unknown => path.split('.').reduce<unknown>((value, key) => (value as Tree)?.[key], content)

const put = (tree: unknown, [key = '', ...rest]: string[], value: unknown): unknown => ({ ...(tree as Tree), [key]: rest.length ? put((tree as Tree)[key], rest, value) : value })
/** The content with one figure changed. */
export const putAt = (content: Content, path: string, value: unknown): Content => put(content, path.split('.'), value) as Content

/** The part that a figure's path is in. */
export const partOf = (path: string): Part | undefined => (path.startsWith('actors.') ? 'actors' : path.startsWith('workdays') ? 'workdays' : fields.find((field) => field.path === path)?.part)
