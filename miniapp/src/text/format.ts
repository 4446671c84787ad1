import { t, tOr } from './index'
import { localDate, localTime } from './local-time'

export { localDate, localTime }
export const localDateTime = (instant: string | number): string => `${localDate(instant)} ${localTime(instant)}`

/** 2026-10-03 09:00–11:00, with both dates where they differ; a midnight that ends a day is its 24:00. */
export const span = (from: string, to: string): string => {
  const lastMoment = new Date(to).getTime() - 1
  if (localDate(from) !== localDate(lastMoment)) return `${localDateTime(from)} – ${localDateTime(to)}`
  return `${localDate(from)} ${localTime(from)}–${localDate(to) === localDate(from) ? localTime(to) : '24:00'}`
}

export const duration = (minutes: number): string => {
  const h = Math.floor(minutes / 60)
  const m = minutes % 60
  if (!h) return t('unit-minute', { n: m })
  return m ? t('unit-hm', { h, m }) : t('unit-hours', { n: h })
}

/** A quantity in a category's unit: minutes as hours and minutes. */
export const amount = (n: number, unit: string | undefined): string => {
  if (unit === 'minute') return duration(n)
  const key = `unit-${unit ?? 'count'}`
  const words = tOr(key, '', { n }) || String(n)
  // English: 1 lesson, 2 lessons.
  return n === 1 ? words.replace(/s$/, '') : words
}

export const age = (at: number, now = Date.now()): string => {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return t('justNow')
  if (minutes < 60) return t('minutesAgo', { n: minutes })
  if (minutes < 48 * 60) return t('hoursAgo', { n: Math.floor(minutes / 60) })
  return t('daysAgo', { n: Math.floor(minutes / 1440) })
}

