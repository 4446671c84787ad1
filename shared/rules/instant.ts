import { hasLeapSecond } from './leap-seconds'
import { dayMs, parseDay, twoDigits } from './local-date'

const minuteMs = 60_000

/** The digits from `index` as milliseconds: finer ones are cut off (spec: "truncated"). */
const fraction = (text: string, index: number, end: number): number => {
  let ms = 0
  for (let i = 0; i < 3; i++) ms = ms * 10 + (index + i < end ? text.charCodeAt(index + i) - 48 : 0)
  return ms
}

/** Milliseconds east of UTC of the offset at `index`, which must end the text; NaN where it is none. */
const offsetAt = (text: string, index: number): number => {
  const code = text.charCodeAt(index)
  if (code === 90 || code === 122) return text.length === index + 1 ? 0 : Number.NaN
  const hours = twoDigits(text, index + 1)
  const minutes = twoDigits(text, index + 4)
  const right = text.length === index + 6 && hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59 && text.charCodeAt(index + 3) === 58
  if (!right || (code !== 43 && code !== 45)) return Number.NaN
  return (code === 43 ? 1 : -1) * (hours * 60 + minutes) * minuteMs
}

/**
 * Epoch milliseconds of an RFC 3339 date-time with an offset, or undefined where it is none.
 * A leap second that took place is the first second after it, as in POSIX time.
 */
export const parseInstant = (text: string): number | undefined => {
  const day = parseDay(text)
  if (day === undefined) return undefined
  const separator = text.charCodeAt(10)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  if ((separator !== 84 && separator !== 116) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return undefined
  let end = 19
  let ms = 0
  if (text.charCodeAt(19) === 46) {
    end = 20
    for (let code = text.charCodeAt(end); code >= 48 && code <= 57; code = text.charCodeAt(end)) end++
    if (end === 20) return undefined
    ms = fraction(text, 20, end)
  }
  const offset = offsetAt(text, end)
  if (Number.isNaN(offset)) return undefined
  const instant = day * dayMs + (hour * 60 + minute) * minuteMs + second * 1000 + ms - offset
  if (second < 60) return instant
  const midnight = instant - ms
  return midnight % dayMs === 0 && hasLeapSecond(midnight / dayMs - 1) ? instant : undefined
}
