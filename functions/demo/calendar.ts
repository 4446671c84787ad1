/** Local dates (YYYY-MM-DD) and instants of the demo county, which keeps China's time: +08:00 and no summer time in these years. */
const day = 86_400_000
const hour = 3_600_000

const parts = (date: string): [number, number, number] => {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  return [year as number, month as number, dayOfMonth as number]
}
const startOf = (date: string): number => {
  const [year, month, dayOfMonth] = parts(date)
  return Date.UTC(year, month - 1, dayOfMonth)
}
const dateOf = (utc: number): string => new Date(utc).toISOString().slice(0, 10)

export const addDays = (date: string, days: number): string => dateOf(startOf(date) + days * day)

/** The same day so many years earlier; 28 February where that year has no 29th. */
export const yearsBefore = (date: string, years: number): string => {
  const [year, month, dayOfMonth] = parts(date)
  const there = new Date(Date.UTC(year - years, month - 1, dayOfMonth))
  return there.getUTCMonth() === month - 1 ? dateOf(there.getTime()) : dateOf(there.getTime() - day)
}

/** 0 is Sunday. */
export const weekday = (date: string): number => new Date(startOf(date)).getUTCDay()

/** The latest date on or before `date` that falls on a weekday (0 is Sunday). */
export const latest = (date: string, onWeekday: number): string => addDays(date, -((weekday(date) - onWeekday + 7) % 7))

/** The instant of a local date and minute of the day, as RFC 3339 in UTC with milliseconds. */
export const at = (date: string, minuteOfDay: number): string => new Date(startOf(date) - 8 * hour + minuteOfDay * 60_000).toISOString()

export const later = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** The local date of an instant. */
export const localDate = (instant: string): string => dateOf(Date.parse(instant) + 8 * hour)

/** No lessons in the summer and winter holidays. */
export const inTerm = (date: string): boolean => {
  const monthDay = date.slice(5)
  return !(monthDay >= '07-08' && monthDay <= '08-31') && !(monthDay >= '01-20' && monthDay <= '02-18')
}

/** The calendar year in which the school year of `date` began, on 1 September. */
export const schoolYearOf = (date: string): number => (date.slice(5) >= '09-01' ? parts(date)[0] : parts(date)[0] - 1)

/** ISO week as `2026-07`, the way study issues are numbered. */
export const isoWeek = (date: string): string => {
  const thursday = addDays(date, 4 - (weekday(date) || 7))
  const year = parts(thursday)[0]
  const week = 1 + Math.floor((startOf(thursday) - Date.UTC(year, 0, 1)) / (7 * day))
  return `${year}-${String(week).padStart(2, '0')}`
}
