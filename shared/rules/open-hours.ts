import type { OpenSpan } from '../model/youth-home'

const day = 86_400_000
/** Asia/Shanghai has no other offset since 1992. */
const offsetMs = 8 * 3_600_000

/** Minutes of the day of HH:MM, 24:00 included. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The place of a weekday in opening hours at an instant (epoch ms), in Asia/Shanghai: 0 is Monday. */
export const weekdayAt = (ms: number): number => (Math.floor((ms + offsetMs) / day) + 3) % 7

/**
 * Whether a home is open at an instant (epoch ms): until when; or else when it opens next, as HH:MM and so many days ahead (0: today). Neither where no
 * hours are given. Spans that meet at midnight are one.
 */
export const openAt = (hours: readonly (readonly OpenSpan[])[], ms: number): { until: string } | { opens: string; inDays: number } | undefined => {
  const [today, minute] = [weekdayAt(ms), Math.floor(((ms + offsetMs) % day) / 60_000)]
  const now = hours[today]?.find(({ from, to }) => minutesOf(from) <= minute && minute < minutesOf(to))
  if (now) {
    const next = now.to === '24:00' ? hours[(today + 1) % 7]?.find(({ from }) => from === '00:00') : undefined
    return { until: next?.to ?? now.to }
  }
  for (let inDays = 0; inDays <= 7; inDays++) {
    const starts = (hours[(today + inDays) % 7] ?? []).map(({ from }) => from).filter((from) => inDays > 0 || minutesOf(from) > minute).sort()
    if (starts[0] !== undefined) return { opens: starts[0], inDays }
  }
  return undefined
}
