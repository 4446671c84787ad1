/** Made once a zone: making one costs a hundred times its use. */
const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, format)
  return format
}

/** An instant (RFC 3339 or epoch milliseconds) as local date (YYYY-MM-DD) and time (HH:mm) of a time zone. */
export const localParts = (instant: string | number, timeZone: string) => {
  const [date = '', time = ''] = formatOf(timeZone).format(new Date(instant)).split(' ')
  return { date, time }
}

/** 2026-03-07 → 2026年3月7日 */
export const dateWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

export const momentWords = (instant: string | number, timeZone: string): string => {
  const { date, time } = localParts(instant, timeZone)
  return `${dateWords(date)} ${time}`
}

/** 09:00–11:00; the end's date is named where it is another day's, and a midnight that ends the day is its 24:00. */
export const spanWords = (from: string, to: string, timeZone: string): string => {
  const [start, end, last] = [localParts(from, timeZone), localParts(to, timeZone), localParts(Date.parse(to) - 1, timeZone)]
  if (end.date === start.date) return `${start.time}–${end.time}`
  return `${start.time}–${last.date === start.date ? '24:00' : `${end.date.slice(5)} ${end.time}`}`
}
