const day = 86_400_000
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The month so many months after another; both YYYY-MM. */
export const monthAfter = (month: string, n: number): string => {
  const [year = 0, m = 1] = month.split('-').map(Number)
  return dateOf(Date.UTC(year, m - 1 + n)).slice(0, 7)
}

/** The month's local dates in weeks that begin on Monday; '' before its first and after its last. */
export const weeksOf = (month: string): string[] => {
  const first = utc(`${month}-01`)
  const days = (utc(`${monthAfter(month, 1)}-01`) - first) / day
  const before = (new Date(first).getUTCDay() + 6) % 7
  const cells = Math.ceil((before + days) / 7) * 7
  return Array.from({ length: cells }, (_, i) => (i < before || i >= before + days ? '' : dateOf(first + (i - before) * day)))
}

/** From the beginning of the month, or of today where that is later, to the month's end (local, as instants); undefined for a month that is over. */
export const rangeOf = (month: string, today: string): { from: string; to: string } | undefined => {
  const from = `${month}-01` < today ? today : `${month}-01`
  return month < today.slice(0, 7) ? undefined : { from: `${from}T00:00:00+08:00`, to: `${monthAfter(month, 1)}-01T00:00:00+08:00` }
}

export const monthsAhead = 2
