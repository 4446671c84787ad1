import type { Case, Window } from '../model/rules'
import { readyCase } from './evaluate'
import { dateOfDay, dayMs, dayOfDate, isLeapYear } from './local-date'
import type { ReadyCase } from './ready-case'
import type { Zone } from './time-zone'
import { monthsBefore, windowDays } from './window'

/** The first instant after `asOf` whose local date is `day` or later, whatever the zone's clock does around that midnight. */
const reaches = (zone: Zone, day: number, asOf: number): number => {
  const midnight = day * dayMs
  const stretches = zone.stretches(midnight - 2 * dayMs, midnight + 2 * dayMs)
  const at = stretches.map(({ from, offset }, i) => ({ at: Math.max(from, midnight - offset, asOf + 1), until: stretches[i + 1]?.from ?? Number.POSITIVE_INFINITY }))
  return at.find(({ at, until }) => at < until)?.at as number
}

/** The clock put back over a midnight that has just passed (at 00:01 in St. John's until 2011) repeats the day before: the date goes back. */
const goesBack = (zone: Zone, asOf: number): number[] =>
  zone.stretches(asOf, asOf + 2 * dayMs).flatMap(({ from }) => (from > asOf && zone.dayOf(from) < zone.dayOf(from - 1) ? [from] : []))

/** The first local day on which a window has left behind a day that is inside it today; undefined: never. */
const leaves = (window: Window, day: number, today: number): number | undefined => {
  const date = dateOfDay(day)
  const now = windowDays(window, dateOfDay(today))
  switch (window.kind) {
    case 'ever':
      return undefined
    case 'trailing': {
      if (now.from === Number.NEGATIVE_INFINITY) return undefined
      // Where that month has no such day, its last day still looks back to an earlier one: the next day is the first that does not.
      const same = monthsBefore(date, -window.months)
      return dateOfDay(same).day === date.day ? same : same + 1
    }
    case 'calendar-year':
      return now.to + 1
    case 'school-year':
      return monthsBefore(dateOfDay(now.from), -12)
  }
}

const windowMoves = (window: Window, today: number, days: number[]): number | undefined => {
  const { from } = windowDays(window, dateOfDay(today))
  const first = days.reduce((least, day) => (day >= from && day < least ? day : least), Number.POSITIVE_INFINITY)
  return first === Number.POSITIVE_INFINITY ? undefined : leaves(window, first, today)
}

const nextBirthday = ({ birth }: ReadyCase, today: number): number => {
  for (let year = Math.max(dateOfDay(today).year, birth.year); ; year++) {
    const leapDay = birth.month === 2 && birth.day === 29 && !isLeapYear(year)
    const day = leapDay ? dayOfDate(year, 3, 1) : dayOfDate(year, birth.month, birth.day)
    if (day > today) return day
  }
}

/** Local days after today on which a window leaves something behind or a year of age completes. */
const daysOfChange = (ready: ReadyCase, today: number): number[] => {
  const days: number[] = []
  const issueDays = ready.issueTimes.map((at) => ready.zone.dayOf(at))
  const look = (window: Window, of: number[]) => {
    const day = windowMoves(window, today, of)
    if (day !== undefined) days.push(day)
  }
  // An unapproved record shows as `not-approved` inside and outside a window alike.
  const recordDays = (category: string) => (ready.categories.get(category)?.records ?? []).filter(({ approved }) => approved).map(({ day }) => day)
  for (const rule of ready.input.ruleSet.requirements) {
    if (rule.enforcement === 'off') continue
    if (rule.kind === 'age') days.push(nextBirthday(ready, today))
    else if (rule.kind === 'coverage') look(rule.window, issueDays)
    else for (const { category, window } of rule.kind === 'points' ? rule.rules : [rule]) look(window, recordDays(category))
  }
  return days
}

/**
 * The earliest instant (epoch ms) after `asOf` at which the result may differ though nothing new arrives: something ends or is published, a window
 * leaves something behind, a birthday. It may be early, never late; undefined: never. Throws RangeError where the case is not valid.
 */
export const nextChange = (input: Case): number | undefined => {
  const ready = readyCase(input)
  const { asOf, zone } = ready
  const ends = [...ready.categories.values()].flatMap(({ records }) => records.filter(({ approved }) => approved).map(({ end }) => end))
  const moments = [...ready.examTimes, ...ready.issueTimes, ...ends].filter((at) => at > asOf)
  const midnights = daysOfChange(ready, zone.dayOf(asOf)).map((day) => reaches(zone, day, asOf))
  const all = [...moments, ...midnights, ...goesBack(zone, asOf)]
  return all.length > 0 ? all.reduce((least, at) => Math.min(least, at)) : undefined
}
