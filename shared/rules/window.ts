import type { Window } from '../model/rules'
import { type CivilDate, dayOfDate, daysInMonth } from './local-date'

/** Days from `from` to `to`, both inside. */
export interface DayRange {
  from: number
  to: number
}

/** More months than any date of years 0-9999 can be away. */
const monthsOfAllTime = 12 * 10_002

/** The date `months` before (negative: after) `date`: the same day of month, or that month's last day if it has none. */
export const monthsBefore = (date: CivilDate, months: number): number => {
  const index = date.year * 12 + date.month - 1 - months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dayOfDate(year, month, Math.min(date.day, daysInMonth(year, month)))
}

/** The latest first of `startMonth` that is not after `today`. */
const schoolYearStart = (startMonth: number, today: CivilDate): number => dayOfDate(today.month >= startMonth ? today.year : today.year - 1, startMonth, 1)

/** Which local dates are inside a window when the local date is `today` (spec: Windows). */
export const windowDays = (window: Window, today: CivilDate): DayRange => {
  switch (window.kind) {
    case 'ever':
      return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
    case 'trailing':
      return { from: window.months > monthsOfAllTime ? Number.NEGATIVE_INFINITY : monthsBefore(today, window.months) + 1, to: Number.POSITIVE_INFINITY }
    case 'calendar-year':
      return { from: dayOfDate(today.year, 1, 1), to: dayOfDate(today.year, 12, 31) }
    case 'school-year':
      return { from: schoolYearStart(window.startMonth, today), to: Number.POSITIVE_INFINITY }
  }
}
