import { addDays, at, latest, schoolYearOf, yearsBefore } from './calendar'
import { attendCourse, freeSundays, liveTheYear, study, sitExams, type Surroundings } from './activity'
import type { StudentLedger } from './entries'
import type { Aims } from './profiles'
import { volunteerThemes, type Theme } from './themes'
import { rejections, revocation } from './untidiness'

/** A student whose year is written by hand, in a fixed seat: the cases that rules, reviews and screens must get right. */
export interface Awkward {
  /** Branch and place in it, from 0. */
  seat: [string, number]
  birthDate?: (today: string) => string
  live: (ledger: StudentLedger, around: Surroundings) => void
}

const good: Aims = { minutes: 1290, civics: 8, league: 8, scores: [86], study: 0.72, activities: 2, visits: 5 }
const living = (change: Partial<Aims> = {}): Awkward['live'] => (ledger, around) => liveTheYear(ledger, { ...good, ...change }, around)
const demoBranch = 'wangcang.s01.b01'
const theme = (n: number): Theme => volunteerThemes[n] as Theme
const sundayOf = (ledger: StudentLedger, around: Surroundings, n: number): string => freeSundays(ledger, around.today)[n] as string
const pending = { verdict: 'pending' } as const

/** Approved before the same hours were scanned at the home's event: the rules count the union once. And one that waits, over an approved one. */
const overlap: Awkward['live'] = (ledger, around) => {
  liveTheYear(ledger, { ...good, minutes: 900 }, around)
  const event = around.past.find(({ category, date, breaks }) => category === 'volunteering' && breaks.length === 0 && !ledger.busy.has(date))
  if (!event) throw new Error('No volunteering event is left to overlap with')
  ledger.selfReport({ theme: theme(4), date: event.date, from: 8 * 60, minutes: 120, photos: 1 })
  ledger.attend(event, { entry: 0, exit: 180 })
  const date = sundayOf(ledger, around, 0)
  ledger.selfReport({ theme: theme(2), date, from: 9 * 60, minutes: 120, photos: 1 })
  ledger.selfReport({ theme: theme(8), date, from: 10 * 60, minutes: 120, photos: 1, outcome: pending })
}

/** Three times on one day: the second is cut at 480 minutes, the third is worth nothing. And two visits of a Youth Home on one day. */
const dayCap: Awkward['live'] = (ledger, around) => {
  liveTheYear(ledger, { ...good, minutes: 840 }, around)
  const date = sundayOf(ledger, around, 2)
  ledger.selfReport({ theme: theme(9), date, from: 8 * 60, minutes: 300, photos: 1 })
  ledger.selfReport({ theme: theme(1), date, from: 13 * 60 + 30, minutes: 240, photos: 1 })
  ledger.selfReport({ theme: theme(4), date, from: 18 * 60, minutes: 90 })
  const visited = around.past.find(({ category }) => category === 'youth-home')
  if (!visited) throw new Error('The home was never open')
  ledger.attend(visited, { entry: 9 * 60 })
  ledger.selfReport({ theme: { title: '青年之家自习', place: visited.place, description: '晚上又去了一次。', scene: 2 }, category: 'youth-home', quantity: 1, date: visited.date, from: 19 * 60, minutes: 60 })
}

const duplicateLesson: Awkward['live'] = (ledger, around) => {
  living({ civics: 0 })(ledger, around)
  for (const [i, lesson] of [1, 2, 3, 4, 4, 5, 6, 7].entries()) ledger.lesson('civics-class', lesson, addDays(latest(addDays(around.today, -9), 3), -14 * (8 - i)))
}

/** Three rejected with reasons, one withdrawn, one revoked, one corrected to less, one entered by the secretary; the hours are short for it. */
const turnedDown: Awkward['live'] = (ledger, around) => {
  living({ minutes: 960 })(ledger, around)
  for (const [i, outcome] of rejections.slice(0, 3).entries()) ledger.selfReport({ theme: theme(i), date: sundayOf(ledger, around, 1 + i), from: 9 * 60, minutes: 120, outcome, photos: 1 })
  ledger.selfReport({ theme: theme(5), date: sundayOf(ledger, around, 2), from: 9 * 60, minutes: 90, outcome: { verdict: 'withdrawn' } })
  ledger.selfReport({ theme: theme(6), date: sundayOf(ledger, around, 5), from: 9 * 60, minutes: 150, outcome: revocation, photos: 1 })
  const date = sundayOf(ledger, around, 6)
  const long = ledger.selfReport({ theme: theme(7), date, from: 9 * 60, minutes: 150, photos: 1 })
  ledger.correct(long, { endedAt: at(date, 11 * 60), quantity: 120 }, '按签到表，11 点活动就结束了')
  ledger.selfReport({ theme: theme(8), date: sundayOf(ledger, around, 0), from: 9 * 60, minutes: 120, outcome: pending, photos: 1, why: '手机坏了，交来了村委会的证明' })
}

/** What waits would do: 1100 minutes, and 150 more under review. The second one's picture is that of the first again. */
const waiting: Awkward['live'] = (ledger, around) => {
  living({ minutes: 1100 })(ledger, around)
  const first = ledger.selfReport({ theme: theme(0), date: sundayOf(ledger, around, 1), from: 9 * 60, minutes: 90, outcome: pending, photos: 3 })
  ledger.selfReport({ theme: theme(3), date: sundayOf(ledger, around, 0), from: 9 * 60, minutes: 60, outcome: pending, photos: 2, reuse: first.photoIds[0] })
}

/** Came in and never went out: the event's declared minimum, nothing here, until somebody asks. */
const forgotExit: Awkward['live'] = (ledger, around) => {
  living({ minutes: 720 })(ledger, around)
  const event = around.past.find(({ category, date }) => category === 'volunteering' && !ledger.busy.has(date))
  if (event) ledger.attend({ ...event, minimumMinutes: 0 }, { entry: 3 })
}

/** Enough hours in two years, too few in one. */
const longAgo: Awkward['live'] = (ledger, around) => {
  living({ minutes: 700 })(ledger, around)
  for (const days of [370, 377, 384]) ledger.selfReport({ theme: theme(7), date: latest(addDays(around.today, -days), 0), from: 8 * 60, minutes: 240 })
}

/** Reviews the branch's records and may not touch their own. */
const secretaryToo: Awkward['live'] = (ledger, around) => {
  living({ minutes: 1140 })(ledger, around)
  ledger.selfReport({ theme: theme(10), date: sundayOf(ledger, around, 0), from: 9 * 60, minutes: 120, outcome: pending, photos: 2 })
}

/** All lessons but those of one course, to show a class that is nearly done. */
const classesOnly: Awkward['live'] = (ledger, around) => {
  attendCourse(ledger, 'civics-class', 7, around.today)
  attendCourse(ledger, 'league-class', 10, around.today)
  sitExams(ledger, [44, 71], around.today)
  study(ledger, 0.4, around)
}

const leapYear = (from: number): number => (from % 4 === 0 ? from : leapYear(from - 1))

export const awkwardStudents = {
  ready: { seat: [demoBranch, 0], live: living() },
  'hours-short': { seat: [demoBranch, 1], live: living({ minutes: 1199 }) },
  'exam-failed': { seat: [demoBranch, 2], live: living({ scores: [41, 52] }) },
  applied: { seat: [demoBranch, 3], live: living({ minutes: 1410 }) },
  returned: { seat: [demoBranch, 4], live: living({ minutes: 1080 }) },
  approved: { seat: [demoBranch, 5], live: living({ minutes: 1680, study: 0.9 }) },
  overlap: { seat: [demoBranch, 6], live: overlap },
  'day-cap': { seat: [demoBranch, 7], live: dayCap },
  'duplicate-lesson': { seat: [demoBranch, 8], live: duplicateLesson },
  'turned-down': { seat: [demoBranch, 9], live: turnedDown },
  waiting: { seat: [demoBranch, 10], live: waiting },
  'took-back': { seat: [demoBranch, 11], live: living() },
  'applied-early': { seat: [demoBranch, 12], live: living({ minutes: 660, league: 5, scores: [] }) },
  absent: { seat: [demoBranch, 13], live: () => undefined },
  'secretary-too': { seat: [demoBranch, 14], live: secretaryToo },
  thirteen: { seat: ['wangcang.s04.b01', 0], birthDate: (today) => yearsBefore(today, 13), live: living() },
  'fourteen-tomorrow': { seat: ['wangcang.s04.b01', 1], birthDate: (today) => yearsBefore(addDays(today, 1), 14), live: living() },
  'forgot-exit': { seat: ['wangcang.s04.b02', 0], live: forgotExit },
  'leap-day': { seat: ['wangcang.s04.b02', 1], birthDate: (today) => `${leapYear(schoolYearOf(today) - 14)}-02-29`, live: living() },
  'long-ago': { seat: ['wangcang.s05.b01', 0], live: longAgo },
  'classes-only': { seat: ['wangcang.s05.b01', 1], live: classesOnly },
  'twenty-eight': { seat: ['wangcang.t01.b01', 0], birthDate: (today) => yearsBefore(today, 28), live: living() },
  'manager-too': { seat: ['wangcang.t01.b01', 1], birthDate: (today) => addDays(yearsBefore(today, 20), -117), live: living({ minutes: 780 }) },
  'twenty-seven': { seat: ['wangcang.t01.b01', 2], birthDate: (today) => yearsBefore(addDays(today, 1), 28), live: living() },
} satisfies Record<string, Awkward>

export type AwkwardKey = keyof typeof awkwardStudents
