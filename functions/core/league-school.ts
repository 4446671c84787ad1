import { type CourseState, type LeagueCourse, type LeagueSession, type RollLine, yearOfCourse } from '@shared/model/league-school'
import type { FieldError } from '@shared/model/refusal'
import { schoolYearEnd, schoolYearOf, schoolYearStart } from '@shared/rules/school-year'

const fault = (path: string, code: string, message: string): FieldError => ({ path, code, message })

/** What there is of a course: sessions dropped count for nothing. */
export const stateOfCourse = ({ sessions: planned, dropped }: Pick<LeagueCourse, 'sessions' | 'dropped'>, sessions: readonly Pick<LeagueSession, 'dropped' | 'roll'>[]): CourseState => {
  if (dropped !== undefined) return 'dropped'
  const open = sessions.filter((one) => one.dropped === undefined)
  const rolled = open.filter(({ roll }) => roll).length
  if (rolled > 0 && rolled >= planned && rolled === open.length) return 'held'
  return rolled > 0 ? 'running' : 'planned'
}

/** Months of a school year in which courses are held: September to June. */
const teachingMonths = 10

/** How many of a year's courses should be held by a date, at an even pace over the teaching months; all of them when the year is over. */
export const dueBy = (atLeast: number, year: number, today: string): number => {
  const months = (Number(today.slice(0, 4)) - year) * 12 + Number(today.slice(5, 7)) - 9
  return Math.floor((atLeast * Math.min(teachingMonths, Math.max(0, months))) / teachingMonths)
}

export interface SchoolFigures {
  /** Members' courses held, and those that are planned or under way. */
  held: number
  coming: number
  due: number
  behind: number
  /** Applicants' sessions held, and how many attended them, each time counted. */
  lessons: number
  attended: number
  lastSession?: string | undefined
  nextSession?: string | undefined
}

/** A school's year as of a local date. A township's courses have no number to reach. */
export const figuresOf = (courses: readonly LeagueCourse[], sessions: readonly LeagueSession[], atLeast: number, year: number, today: string): SchoolFigures => {
  const of = (courseId: string) => sessions.filter((one) => one.courseId === courseId)
  const states = courses.flatMap((course) => (course.kind === 'members' ? [stateOfCourse(course, of(course.courseId))] : []))
  const open = new Map(courses.flatMap((course) => (course.dropped === undefined ? [[course.courseId, course.kind] as const] : [])))
  const standing = sessions.filter(({ courseId, dropped }) => open.has(courseId) && dropped === undefined)
  const lessons = standing.filter(({ courseId, roll }) => roll && open.get(courseId) === 'applicants')
  const held = states.filter((state) => state === 'held').length
  const due = dueBy(atLeast, year, today)
  const last = standing.filter(({ roll }) => roll).map(({ date }) => date).sort().at(-1)
  const [next] = standing.filter(({ roll, date }) => !roll && date >= today).map(({ date }) => date).sort()
  return {
    held, coming: states.filter((state) => state === 'planned' || state === 'running').length, due, behind: Math.max(0, due - held),
    lessons: lessons.length, attended: lessons.reduce((sum, { roll }) => sum + (roll?.present ?? 0), 0), ...(last !== undefined && { lastSession: last }), ...(next !== undefined && { nextSession: next }),
  }
}

type CourseSaid = Pick<LeagueCourse, 'courseId' | 'kind' | 'dropped'>

/** What is wrong with a course as it shall be. A new one is of this school year or the next. */
export const faultsOfCourse = (said: CourseSaid, held: LeagueCourse | undefined, sessions: readonly LeagueSession[], today: string): FieldError[] => {
  const errors: FieldError[] = []
  const [year, now] = [yearOfCourse(said.courseId), schoolYearOf(today)]
  if (!held && year !== now && year !== now + 1) errors.push(fault('courseId', 'not-open', 'This school year or the next'))
  if (held && held.kind !== said.kind && sessions.length > 0) errors.push(fault('kind', 'has-sessions', 'It has sessions already'))
  if (said.dropped !== undefined && sessions.some(({ roll }) => roll)) errors.push(fault('dropped', 'has-roll', 'One of its sessions was held'))
  return errors
}

type SessionSaid = Pick<LeagueSession, 'date' | 'from' | 'to' | 'place' | 'title' | 'lesson' | 'dropped'>

/** What is wrong with a session as it shall be: with a roll it stays what it was, its teacher's name aside. */
export const faultsOfSession = (said: SessionSaid, held: LeagueSession | undefined, course: LeagueCourse): FieldError[] => {
  const errors: FieldError[] = []
  const year = yearOfCourse(course.courseId)
  if (course.dropped !== undefined) errors.push(fault('courseId', 'dropped', 'The course will not be held'))
  if (said.date < schoolYearStart(year) || said.date > schoolYearEnd(year)) errors.push(fault('date', 'not-of-year', 'Not in the school year of its course'))
  if (said.to <= said.from) errors.push(fault('to', 'end-before-start', 'It ends after it begins'))
  if (course.kind === 'applicants' && said.lesson === undefined) errors.push(fault('lesson', 'required', 'Which lesson it is'))
  if (course.kind === 'members' && said.lesson !== undefined) errors.push(fault('lesson', 'not-for-members', 'Lessons are for those who apply'))
  if (held?.roll) for (const path of ['date', 'from', 'to', 'place', 'title', 'lesson', 'dropped'] as const) if (said[path] !== held[path]) errors.push(fault(path, 'has-roll', 'There is a roll: it stays as it was'))
  return errors
}

/** The instant a session begins or ends. The county's clock has known no summer time since 1991. */
export const sessionInstant = (date: string, time: string): number => Date.parse(`${date}T${time}:00+08:00`)

export const standing = (lines: readonly RollLine[]): RollLine[] => lines.filter(({ takenBack }) => takenBack === undefined)

interface RollChange {
  add: readonly string[]
  takeBack: readonly string[]
  reason?: string | undefined
  /** Local date. */
  today: string
  at: string
  by: string
}

const mostOnRoll = 400

/** What is wrong with a change of a roll, by field. Who is added late, or taken back, is so for a reason. */
export const faultsOfRollChange = (course: Pick<LeagueCourse, 'dropped'>, session: LeagueSession, lines: readonly RollLine[], { add, takeBack, reason, today, at }: RollChange): FieldError[] => {
  const errors: FieldError[] = []
  if (course.dropped !== undefined) errors.push(fault('courseId', 'dropped', 'The course will not be held'))
  const there = new Set(standing(lines).map(({ personId }) => personId))
  if (session.dropped !== undefined) errors.push(fault('sessionId', 'dropped', 'The session will not be held'))
  else if (sessionInstant(session.date, session.to) > Date.parse(at)) errors.push(fault('sessionId', 'in-future', 'What has not ended has no roll'))
  if (add.length + takeBack.length === 0) errors.push(fault('add', 'required', 'Somebody who was there'))
  for (const [i, one] of add.entries()) if (add.indexOf(one) !== i) errors.push(fault(`add[${i}]`, 'twice', 'Named twice'))
  for (const [i, one] of takeBack.entries()) {
    if (!there.has(one)) errors.push(fault(`takeBack[${i}]`, 'not-on-roll', 'Not on the roll'))
    else if (add.includes(one) || takeBack.indexOf(one) !== i) errors.push(fault(`takeBack[${i}]`, 'twice', 'Named twice'))
  }
  if (reason === undefined && (takeBack.length > 0 || (session.roll && today > session.date))) errors.push(fault('reason', 'required', 'Why the roll changes after the day'))
  if (there.size + add.filter((one) => !there.has(one)).length > mostOnRoll) errors.push(fault('add', 'too-many', `At most ${mostOnRoll}`))
  return errors
}

/** The roll after a change. Who is on it already stays as they were; who was taken back and is added again is so anew. */
export const changeRoll = (session: LeagueSession, lines: readonly RollLine[], { add, takeBack, reason, today, at, by }: RollChange): RollLine[] => {
  const there = new Set(standing(lines).map(({ personId }) => personId))
  const late = session.roll && today > session.date ? reason : undefined
  return [
    ...lines.map((line) => (line.takenBack === undefined && takeBack.includes(line.personId) ? { ...line, takenBack: { reason: reason ?? '', at, by } } : line)),
    ...add.filter((personId) => !there.has(personId)).map((personId) => ({ personId, n: lines.filter((line) => line.personId === personId).length + 1, at, by, ...(late !== undefined && { late }) })),
  ]
}

/** The record of a session in somebody's ledger: the same each time it is written. */
export const lessonRecordId = (sessionId: string, { n }: Pick<RollLine, 'n'>): string => (n === 1 ? `ls-${sessionId}` : `ls-${sessionId}-${n}`)
