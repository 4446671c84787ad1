import { t, tOr } from './index'

/** The rule set's zone, Asia/Shanghai: UTC+8 since 1992. WeChat has no dependable Intl. */
const offsetMs = 8 * 3_600_000
const local = (instant: string | number) => new Date(new Date(instant).getTime() + offsetMs)

/** YYYY-MM-DD, Beijing time. */
export const localDate = (instant: string | number): string => local(instant).toISOString().slice(0, 10)
/** HH:mm, Beijing time. */
export const localTime = (instant: string | number): string => local(instant).toISOString().slice(11, 16)
export const localDateTime = (instant: string | number): string => `${localDate(instant)} ${localTime(instant)}`

/** 2026-10-03 09:00–11:00, with both dates where they differ; a midnight that ends a day is its 24:00. */
export const span = (from: string, to: string): string => {
  const lastMoment = new Date(to).getTime() - 1
  if (localDate(from) !== localDate(lastMoment)) return `${localDateTime(from)} – ${localDateTime(to)}`
  return `${localDate(from)} ${localTime(from)}–${localDate(to) === localDate(from) ? localTime(to) : '24:00'}`
}

/** An instant from a local date and time in Beijing. */
export const instantOf = (date: string, time: string): string => `${date}T${time}:00+08:00`

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
  return tOr(key, '', { n }) || String(n)
}

export const age = (at: number, now = Date.now()): string => {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return t('justNow')
  if (minutes < 60) return t('minutesAgo', { n: minutes })
  if (minutes < 48 * 60) return t('hoursAgo', { n: Math.floor(minutes / 60) })
  return t('daysAgo', { n: Math.floor(minutes / 1440) })
}

