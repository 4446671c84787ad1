import type { Revised } from './youth-home'

/** The League school (中学团校): a school's training courses for members, and the League classes of those who apply. Dates are local dates, times HH:MM in Asia/Shanghai. */

export const courseKinds = ['members', 'applicants'] as const
export type CourseKind = (typeof courseKinds)[number]

/** Where a course stands: `held` when all its sessions were held with a roll. */
export const courseStates = ['planned', 'running', 'held', 'dropped'] as const
export type CourseState = (typeof courseStates)[number]

export interface LeagueCourse extends Revised {
  /** `<the year its school year begins in>-<the client's id>` */
  courseId: string
  kind: CourseKind
  title: string
  /** How many sessions it shall have. */
  sessions: number
  /** Why it will not be held. */
  dropped?: string
}

export interface LeagueSession extends Revised {
  courseId: string
  sessionId: string
  date: string
  from: string
  to: string
  place: string
  title: string
  teacher: string
  /** Of applicants' sessions: which lesson it is. The ledger has each once, however often it is taught. */
  lesson?: string
  /** Why it will not be held. */
  dropped?: string
  /** How many were there; absent until there is a roll. What the session was does not change after. */
  roll?: { present: number; at: string; by: string }
}

/** That somebody was at a session. Nothing is taken off a roll: who was on it by mistake is marked so, and why. */
export interface RollLine {
  personId: string
  /** How often they were put on this roll: each time is a record of its own. */
  n: number
  at: string
  by: string
  /** Why they were added after the session's day to a roll that was there. */
  late?: string
  takenBack?: { reason: string; at: string; by: string }
}

/** The school year of a course, by its id. */
export const yearOfCourse = (courseId: string): number => Number(courseId.slice(0, 4))
