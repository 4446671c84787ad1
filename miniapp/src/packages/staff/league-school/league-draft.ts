import type { LeagueCourseView, LeagueSchoolView, LeagueSessionView } from '@shared/contract/league-schools'
import type { CourseKind } from '@shared/model/league-school'
import { schoolYearEnd, schoolYearStart } from '@shared/rules/school-year'
import type { LeagueKey } from '../text/league-school'

export const lessonKeys = ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => [n, `lesson-${n}`] as const)

export interface CourseDraft {
  title: string
  sessions: string
  dropped: string
}
export const courseDraft = (kind: CourseKind, course?: LeagueCourseView): CourseDraft => ({ title: course?.title ?? '', sessions: String(course?.planned ?? (kind === 'members' ? 2 : 8)), dropped: course?.dropped ?? '' })

export const faultsOfCourse = ({ title, sessions }: CourseDraft): Partial<Record<'title' | 'sessions', LeagueKey>> => ({
  ...(!title.trim() && { title: 'needTitle' }), ...(!/^([1-9]|[123]\d|40)$/.test(sessions) && { sessions: 'needWhole' }),
})

export interface SessionDraft {
  date: string
  from: string
  to: string
  place: string
  title: string
  teacher: string
  lesson: string
  dropped: string
}

/** A new session is like the last one of its course, a week later and of the next lesson: nothing is typed twice. */
export const sessionDraft = (course: LeagueCourseView, { year, today }: Pick<LeagueSchoolView, 'year' | 'today'>, session?: LeagueSessionView): SessionDraft => {
  if (session) return { ...session, lesson: session.lesson ?? '', dropped: session.dropped ?? '' }
  const last = course.sessions.at(-1)
  const weekLater = last && new Date(Date.parse(last.date) + 7 * 86_400_000).toISOString().slice(0, 10)
  const date = weekLater ?? (today < schoolYearStart(year) ? schoolYearStart(year) : today)
  const next = course.sessions.filter(({ dropped }) => dropped === undefined).length % lessonKeys.length
  return { date: date > schoolYearEnd(year) ? schoolYearEnd(year) : date, from: last?.from ?? '16:20', to: last?.to ?? '17:05', place: last?.place ?? '', title: '', teacher: last?.teacher ?? '', lesson: course.kind === 'applicants' ? (lessonKeys[next]?.[1] ?? '') : '', dropped: '' }
}

export const faultsOfSession = ({ date, from, to, place, title, teacher }: SessionDraft, year: number): Partial<Record<'date' | 'to' | 'place' | 'title' | 'teacher', LeagueKey>> => ({
  ...((date < schoolYearStart(year) || date > schoolYearEnd(year)) && { date: 'notOfYear' }), ...(!(to > from) && { to: 'needTimes' }),
  ...(!place.trim() && { place: 'needPlace' }), ...(!title.trim() && { title: 'needContent' }), ...(!teacher.trim() && { teacher: 'needTeacher' }),
})
