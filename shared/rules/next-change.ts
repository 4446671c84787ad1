import type { Case, Window } from '../model/rules'
import { readyCase } from './evaluate'
import { dateOfDay, dayMs, dayOfDate, isLeapYear } from './local-date'
import type { ReadyCase } from './ready-case'
import type { Zone } from './time-zone'
import { windowDays } from './window'

/** The first instant of a local day: where the date changes, found to the millisecond whatever the zone does that day. */
const startOfDay = (zone: Zone, day: number): number => {
  let before = day * dayMs - 2 * dayMs
  let after = day * dayMs + 2 * dayMs
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (zone.dayOf(middle) >= day) after = middle
    else before = middle
  }
  return after
}

/** The first local day after `today` on which a window holds other days of `days` than it does today; undefined: never. */
const windowMoves = (window: Window, today: number, days: number[]): number | undefined => {
  if (window.kind === 'ever') return undefined
  const now = windowDays(window, dateOfDay(today))
  if (window.kind === 'calendar-year') return days.length > 0 ? now.to + 1 : undefined
  const first = days.reduce((least, day) => (day >= now.from && day < least ? day : least), Number.POSITIVE_INFINITY)
  if (first === Number.POSITIVE_INFINITY) return undefined
  // The window's beginning never moves back: look for the first day on which it has passed `first`.
  let inside = today
  let outside = first + 1
  while (windowDays(window, dateOfDay(outside)).from <= first) outside += 366
  if (outside <= inside) return today + 1
  while (outside - inside > 1) {
    const middle = Math.floor((inside + outside) / 2)
    if (windowDays(window, dateOfDay(middle)).from > first) outside = middle
    else inside = middle
  }
  return outside
}

const nextBirthday = (ready: ReadyCase): number => {
  const { birth, today } = ready
  for (let year = Math.max(today.year, birth.year); ; year++) {
    const leapDay = birth.month === 2 && birth.day === 29 && !isLeapYear(year)
    const day = leapDay ? dayOfDate(year, 3, 1) : dayOfDate(year, birth.month, birth.day)
    if (day > dayOfDate(today.year, today.month, today.day)) return day
  }
}

/**
 * The earliest instant (epoch ms) after `asOf` at which the result may differ though nothing new arrives: something ends or is published, a window
 * leaves something behind, a birthday. It may be early, never late; undefined: never.
 */
export const nextChange = (input: Case): number | undefined => {
  const ready = readyCase(input)
  const { asOf, zone } = ready
  const today = dayOfDate(ready.today.year, ready.today.month, ready.today.day)
  const moments = [...ready.examTimes, ...ready.issueTimes]
  for (const { records } of ready.categories.values()) for (const record of records) if (record.approved) moments.push(record.end)
  const days: number[] = []
  const look = (category: string, window: Window, coverage: boolean) => {
    // An unapproved record shows as `not-approved` inside and outside a window alike.
    const of = coverage ? ready.issueTimes.map((at) => zone.dayOf(at)) : (ready.categories.get(category)?.records ?? []).filter(({ approved }) => approved).map(({ day }) => day)
    const day = windowMoves(window, today, of)
    if (day !== undefined) days.push(day)
  }
  for (const rule of input.ruleSet.requirements) {
    if (rule.enforcement === 'off') continue
    if (rule.kind === 'age') days.push(nextBirthday(ready))
    else if (rule.kind === 'points') for (const { category, window } of rule.rules) look(category, window, false)
    else look(rule.category, rule.window, rule.kind === 'coverage')
  }
  const candidates = [...moments.filter((at) => at > asOf), ...days.map((day) => startOfDay(zone, day))]
  return candidates.length ? Math.min(...candidates) : undefined
}
