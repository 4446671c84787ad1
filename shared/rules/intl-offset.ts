import { dayMs, dayOfDate } from './local-date'

/** The UTC offset, in ms, that Intl knows for an instant (epoch ms) in a zone. */
export type OffsetAt = (instant: number) => number

/** Slow (microseconds a call): callers keep what it says. Throws RangeError for an unknown zone, as Intl does. */
export const intlOffset = (timeZone: string): OffsetAt => {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (instant) => {
    const second = Math.floor(instant / 1000) * 1000
    const part: Record<string, string> = {}
    for (const { type, value } of format.formatToParts(second)) part[type] = value
    const year = part.era?.startsWith('B') ? 1 - Number(part.year) : Number(part.year)
    const clock = (Number(part.hour) * 60 + Number(part.minute)) * 60 + Number(part.second)
    return dayOfDate(year, Number(part.month), Number(part.day)) * dayMs + clock * 1000 - second
  }
}
