import { addDays, yearsBefore } from './calendar'
import type { AwkwardKey } from './awkward'
import type { ProcedureContent } from '@shared/model/procedure'
import type { DemoStudent } from './people'
import { type Random, randomOf } from './random'
import { type Pace, paceOf, type Schedule, scheduleBack } from './schedule'
import { type PlantedKey, plantedStudents } from './violations'

/** Where a student stands in the procedure: of those under way, which state their application is in. */
export type Course =
  | 'none' | 'member' | 'archived' | 'planted'
  | 'applied' | 'talked' | 'activist' | 'cultivating' | 'candidate-proposed' | 'pre-reviewed' | 'public-notice' | 'notice-over' | 'form-filled' | 'branch-voted' | 'committee-approved' | 'filed' | 'sworn-in'
  | 'returned' | 'returned-later' | 'withdrawn' | 'terminated' | 'voted-down' | 'rejected' | 'applied-again'

export interface Part {
  course: Course
  pace?: Pace
  dates?: Schedule
  late?: true
  /** The ledger is lived as of this day, not of today: what was asked of them was done by then. */
  anchor?: string
  /** A member of the League since. */
  since?: string
  planted?: PlantedKey
}

const assigned: Partial<Record<AwkwardKey, Course>> = {
  applied: 'applied', returned: 'returned', approved: 'archived', 'took-back': 'withdrawn', 'applied-early': 'applied', 'secretary-too': 'applied-again',
  overlap: 'member', 'duplicate-lesson': 'member', 'turned-down': 'talked', 'exam-failed': 'activist', 'day-cap': 'cultivating',
}
/** One class has an application in every state: whoever looks after it sees the whole board. */
const shown: Course[] = ['none', 'applied', 'talked', 'activist', 'cultivating', 'candidate-proposed', 'pre-reviewed', 'public-notice', 'notice-over', 'form-filled', 'branch-voted', 'committee-approved']
export const shownBranch = 'wangcang.s01.b02'

const underWay = { none: 58, applied: 6, talked: 4, activist: 4, cultivating: 7, 'candidate-proposed': 2, 'pre-reviewed': 2, 'public-notice': 2, 'notice-over': 1, 'form-filled': 2, 'branch-voted': 2, 'committee-approved': 2, returned: 2, 'returned-later': 1, withdrawn: 2, terminated: 1, 'voted-down': 1, rejected: 1 }

/** The act that leads into a course, and how many days ago it was: at most, and at least where something follows it. */
const lastAct: Partial<Record<Course, [keyof Schedule, number, number?]>> = {
  applied: ['letter', 20], talked: ['talk', 16], activist: ['activist', 22], 'candidate-proposed': ['propose', 12], 'pre-reviewed': ['preReview', 10], 'public-notice': ['open', 5], 'notice-over': ['close', 8],
  'form-filled': ['form', 6], 'branch-voted': ['vote', 34], 'committee-approved': ['approve', 14], filed: ['file', 9], 'sworn-in': ['oath', 6], returned: ['letter', 25, 5], 'returned-later': ['propose', 14, 4], withdrawn: ['talk', 30, 4], terminated: ['secondTalk', 30, 8],
  'voted-down': ['vote', 30], rejected: ['approve', 30], 'applied-again': ['letter', 40, 14],
}
/** Courses for which everything that the rules ask for is done: the ledger is lived as of the day of the proposal. */
const anchored: Course[] = ['archived', 'candidate-proposed', 'pre-reviewed', 'public-notice', 'notice-over', 'form-filled', 'branch-voted', 'committee-approved', 'filed', 'sworn-in', 'returned-later', 'voted-down', 'rejected']

const partOf = (course: Course, random: Random, today: string, content: ProcedureContent, grade: number | undefined): Part => {
  if (course === 'none' || course === 'member') return { course }
  const late = random.chance(course === 'archived' ? 0.15 : 0.08)
  const pace = paceOf(random, late)
  const [act, most, least = 1] = lastAct[course] ?? []
  // Those of the older classes were admitted in the school year before.
  const [byAct, days]: [keyof Schedule, number] = act !== undefined && most !== undefined ? [act, random.int(least, most)] : course === 'archived' ? ['archive', grade === 10 ? random.int(2, 20) : random.int(100, 240)] : ['activist', random.int(30, 100)]
  const dates = scheduleBack(byAct, days, today, pace, content)
  return { course, pace, dates, ...(late && { late }), ...(anchored.includes(course) && { anchor: addDays(dates.propose, -2) }) }
}

/** How many of a branch are members without an application in the system: most joined before there was one. Below the ceilings of measure 24 with all that the county admits. */
const membersOf = (grade: number | undefined): number => (grade === undefined ? 3 : 2)

/** Who of the county's students is a member, who applies, and how far each has come; `seats` are the hand-written students. */
export const castCounty = (students: readonly DemoStudent[], seats: ReadonlyMap<DemoStudent, readonly [AwkwardKey, unknown]>, today: string, content: ProcedureContent): Map<DemoStudent, Part> => {
  const cast = new Map<DemoStudent, Part>()
  const branches = new Map<string, DemoStudent[]>()
  for (const student of students) branches.set(student.branch, [...(branches.get(student.branch) ?? []), student])
  for (const [branch, all] of branches) {
    const random = randomOf(`cast ${branch}`)
    const grade = all[0]?.plan.grade
    const set = (student: DemoStudent, course: Course) => cast.set(student, partOf(course, randomOf(`way ${student.personId}`), today, content, grade))
    for (const student of all) {
      const key = seats.get(student)?.[0]
      if (key) set(student, assigned[key] ?? 'none')
    }
    const free = () => all.filter((student) => !cast.has(student))
    // The eldest joined first.
    const eldest = [...free()].sort((a, b) => (a.birthDate < b.birthDate ? -1 : 1))
    if (branch !== 'wangcang.s01.b01') for (const student of eldest.slice(0, membersOf(grade))) set(student, 'member')
    if (branch === shownBranch) for (const [i, student] of free().entries()) set(student, shown[i] ?? 'none')
    const planted = plantedStudents.find((one) => one.branch === branch)
    const rest = free()
    if (planted) {
      const student = rest.pop()
      if (student) cast.set(student, planted.part(randomOf(`way ${student.personId}`), today, content, student))
    }
    if (grade === undefined || (grade >= 10 && !branch.startsWith('wangcang.s10.'))) for (const student of rest.splice(0, grade === undefined ? 2 : branch === shownBranch ? 0 : 1)) set(student, 'archived')
    // In two classes somebody is a member and waits for the oath, or for the archive.
    for (const course of branch === 'wangcang.s02.b01' ? ['filed'] as const : branch === 'wangcang.s03.b01' ? ['sworn-in'] as const : branch === 'wangcang.t05.b01' ? ['filed', 'sworn-in'] as const : []) {
      const student = rest.shift()
      if (student) set(student, course)
    }
    for (const student of rest) {
      const course = random.weighted<Course>(underWay as Record<Course, number>)
      const part = partOf(course, randomOf(`way ${student.personId}`), today, content, grade)
      const old = part.dates === undefined || (student.birthDate <= yearsBefore(part.dates.letter, 14) && student.birthDate > yearsBefore(addDays(today, 30), 28))
      cast.set(student, old ? part : { course: 'none' })
    }
  }
  for (const [student, part] of cast) {
    if (part.course !== 'member') continue
    // At fourteen, and a year ago at the latest where that was possible.
    const random = randomOf(`since ${student.personId}`)
    const fourteen = `${Number(student.birthDate.slice(0, 4)) + 14}${student.birthDate.slice(4)}`
    const joined = student.plan.grade === undefined ? addDays(yearsBefore(today, 2), -random.int(0, 900)) : addDays(yearsBefore(today, 1), -random.int(30, 300))
    part.since = joined < addDays(fourteen, 5) ? addDays(fourteen, 5) : joined
    if (part.since >= today) cast.set(student, { course: 'none' })
  }
  return cast
}
