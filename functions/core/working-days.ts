import type { ProcedureContent } from '@shared/model/procedure'
import { formatDay, parseDay } from '@shared/rules/local-date'

/** Whether a local date is a working day; undefined where its year was not announced yet. */
export type WorkCalendar = (date: string) => boolean | undefined

const isWeekend = (day: number): boolean => [0, 6].includes((day + 4) % 7)

/** The calendar with the years that the county's procedure names itself. */
export const withOwnYears = (calendar: WorkCalendar, { workdays = [] }: Pick<ProcedureContent, 'workdays'>): WorkCalendar => (date) => {
  const own = workdays.find(({ year }) => year === Number(date.slice(0, 4)))
  if (!own) return calendar(date)
  return own.worked.includes(date) || (!own.off.includes(date) && !isWeekend(parseDay(date) ?? 0))
}

/** How many whole working days lie between two local dates, both left out: the day of posting and the day of taking down do not count. Undefined where a year is not known. */
export const workingDaysBetween = (calendar: WorkCalendar, from: string, to: string): number | undefined => {
  const [first, last] = [parseDay(from), parseDay(to)]
  if (first === undefined || last === undefined) return undefined
  let count = 0
  for (let day = first + 1; day < last; day++) {
    const works = calendar(formatDay(day))
    if (works === undefined) return undefined
    if (works) count++
  }
  return count
}

/** The first local date with `count` whole working days between it and `from`; undefined where a year on the way is not known. */
export const afterWorkingDays = (calendar: WorkCalendar, from: string, count: number): string | undefined => {
  const first = parseDay(from)
  if (first === undefined) return undefined
  let seen = 0
  for (let day = first + 1; day < first + 1_000; day++) {
    if (seen >= count) return formatDay(day)
    const works = calendar(formatDay(day))
    if (works === undefined) return undefined
    if (works) seen++
  }
  return undefined
}
