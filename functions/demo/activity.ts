import type { StudyIssue } from '@shared/model/rules'
import { addDays, inTerm, latest, localDate } from './calendar'
import type { StudentLedger } from './entries'
import type { DemoEvent } from './events'
import type { Aims } from './profiles'
import { qualityThemes, volunteerThemes } from './themes'

/** What stands around a student when the year is filled in. */
export interface Surroundings {
  today: string
  /** Closed events of the student's Youth Home, newest first. */
  past: readonly DemoEvent[]
  studyIssues: readonly StudyIssue[]
}

/** Dates of a course's lessons, first lesson first: one weekday, in term, every so many weeks, the last of them `daysAgo` or more. */
export const lessonDates = (today: string, weekday: number, daysAgo: number, everyWeeks: number, count: number): string[] => {
  const dates: string[] = []
  for (let date = latest(addDays(today, -daysAgo), weekday); dates.length < count; date = addDays(date, -7 * (inTerm(date) ? everyWeeks : 1))) if (inTerm(date)) dates.unshift(date)
  return dates
}

/** Sundays of the last 50 weeks, newest first, on which nothing volunteered stands yet. */
export const freeSundays = (ledger: StudentLedger, today: string, weeks = 50): string[] =>
  Array.from({ length: weeks }, (_, i) => addDays(latest(addDays(today, -3), 0), -7 * i)).filter((date) => !ledger.busy.has(date))

const lengthOf = (event: DemoEvent): number => {
  const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000
  return minutes(event.startsAt, event.endsAt) - event.breaks.reduce((sum, { from, to }) => sum + minutes(from, to), 0)
}

/** Attends some of the home's events and reports the rest oneself, until the aim is reached to the minute. */
const volunteer = (ledger: StudentLedger, minutes: number, { today, past }: Surroundings): void => {
  const { random } = ledger
  let left = minutes
  for (const event of random.sample(past.filter(({ category }) => category === 'volunteering'), random.int(0, 5))) {
    if (left < lengthOf(event)) continue
    ledger.attend(event, { entry: -random.int(0, 10), exit: (Date.parse(event.endsAt) - Date.parse(event.startsAt)) / 60_000 + random.int(0, 9) })
    left -= lengthOf(event)
  }
  const sundays = freeSundays(ledger, today)
  while (left > 0 && sundays.length > 0) {
    const [date] = sundays.splice(random.int(0, sundays.length - 1), 1) as [string]
    const session = Math.min(left, random.int(6, 24) * 10)
    const theme = random.pick(volunteerThemes)
    const from = random.int(16, 20) * 30
    if (random.chance(0.2)) ledger.imported(theme, date, from, session)
    else ledger.selfReport({ theme, date, from, minutes: session, photos: random.chance(0.04) ? 1 : 0 })
    left -= session
  }
}

/** A course's lessons; the same dates for a whole branch, whoever was there. */
export const attendCourse = (ledger: StudentLedger, course: 'civics-class' | 'league-class', lessons: number, today: string): void => {
  const dates = course === 'civics-class' ? lessonDates(today, 3, 9, 2, 12) : lessonDates(today, 4, 24, 1, 10)
  const numbered = dates.map((date, i) => ({ date, lesson: i + 1 }))
  for (const { date, lesson } of ledger.random.sample(numbered, lessons)) ledger.lesson(course, lesson, date)
}

/** The league class's exam is on a Friday; who fails sits it again two weeks later. */
export const examDates = (today: string): [string, string] => [addDays(latest(addDays(today, -7), 5), -14), latest(addDays(today, -7), 5)]

export const sitExams = (ledger: StudentLedger, scores: readonly number[], today: string): void => {
  const [first, second] = examDates(today)
  for (const [i, score] of scores.entries()) ledger.exam(score, i === 0 ? first : second)
}

/** A share of the last 12 months' issues, each some days after it came out and never later than yesterday. */
export const study = (ledger: StudentLedger, share: number, { studyIssues, today }: Surroundings): void => {
  for (const issue of studyIssues.slice(-52)) {
    if (!ledger.random.chance(share)) continue
    const days = ledger.random.int(1, 6)
    if (addDays(localDate(issue.publishedAt), days) < today) ledger.study(issue, days)
  }
}

/** Fills a student's ledger with a year that reaches these aims. */
export const liveTheYear = (ledger: StudentLedger, aims: Aims, around: Surroundings): void => {
  const { random } = ledger
  const { today, past } = around
  volunteer(ledger, aims.minutes, around)
  attendCourse(ledger, 'civics-class', aims.civics, today)
  attendCourse(ledger, 'league-class', aims.league, today)
  sitExams(ledger, aims.scores, today)
  study(ledger, aims.study, around)
  const activities = past.filter(({ category }) => category === 'quality-activity')
  for (const event of random.sample(activities, aims.activities)) {
    if (random.chance(0.5)) ledger.attend(event, { entry: random.int(-10, 10), exit: 110 + random.int(0, 15) })
    else ledger.activity(random.pick(qualityThemes), addDays(event.date, -2))
  }
  for (const event of random.sample(past.filter(({ category }) => category === 'youth-home'), aims.visits)) ledger.attend(event, { entry: random.int(8 * 60, 19 * 60) })
}
