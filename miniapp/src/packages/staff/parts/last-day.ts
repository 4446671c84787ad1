import { instantOf, localDate } from '@/text/local-time'

/** The last local date whose `time` (`17:05`, Beijing's) is over at `now` (epoch ms): today's or yesterday's. */
export const lastDayAt = (time: string, now: number): string => {
  const today = localDate(now)
  return Date.parse(instantOf(today, time)) <= now ? today : localDate(now - 86_400_000)
}
