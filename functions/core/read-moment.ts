import { readDate } from './read-date'
import { type Cell, textOf } from './sheet-cell'

/** A local date, a time of day in seconds, or both, as a cell has them. */
export interface Moment {
  date?: string | undefined
  /** Seconds since midnight; at most 24 hours. */
  time?: number | undefined
}
export type MomentFault = 'not-a-date' | 'date-without-day' | 'date-without-year' | 'not-a-time'

const daySeconds = 86_400
const clock = /(上午|下午|早上|中午|晚上|凌晨|am|pm)? ?(\d{1,2}) ?[:时点](?: ?(\d{1,2}))?(?: ?[:分](?: ?(\d{1,2})(?:\.\d+)?)?)? ?秒? ?(am|pm)?z?$/i

/** 12-hour words to 24 hours: 下午2点 is 14, 中午12点 is 12, 凌晨12点 is 0. */
const hourOf = (hour: number, half: string): number => {
  if (/下午|晚上|pm/.test(half)) return hour < 12 ? hour + 12 : hour
  if (half === '中午') return hour < 6 ? hour + 12 : hour
  return /凌晨|am/.test(half) && hour === 12 ? 0 : hour
}

const timeOf = ([, before = '', hour, minute = '0', second = '0', behind = '']: RegExpExecArray): number | undefined => {
  const [h, m, s] = [hourOf(Number(hour), (before || behind).toLowerCase()), Number(minute), Number(second)]
  const seconds = h * 3600 + m * 60 + s
  return m < 60 && s < 60 && seconds <= daySeconds ? seconds : undefined
}

/** A serial number of a day, with the time of day as its fraction (to the second). */
const ofSerial = (cell: number, date1904: boolean): Moment | { fault: MomentFault } => {
  const seconds = Math.round((cell % 1) * daySeconds)
  if (cell >= 0 && cell < 1) return { time: seconds }
  const read = readDate(Math.floor(cell), date1904)
  return 'date' in read ? { date: read.date, ...(seconds > 0 && { time: seconds }) } : { fault: 'not-a-date' }
}

const ofDate = (cell: Date): Moment | { fault: MomentFault } => {
  const ms = Math.round(cell.getTime() / 1000) * 1000
  if (Number.isNaN(ms)) return { fault: 'not-a-date' }
  const written = new Date(ms).toISOString()
  const time = (((ms / 1000) % daySeconds) + daySeconds) % daySeconds
  // A cell that holds a time of day only is a time on the day before 1900 began.
  return ms < Date.UTC(1905, 0, 1) ? { time } : { date: written.slice(0, 10), ...(time > 0 && { time }) }
}

/** undefined where there is nothing. Local time, as people write it: 2026/3/7 上午9:00, 2026年3月7日 14时30分, 9:00, a date cell, a serial number. 3月7日 has no year. */
export const readMoment = (cell: Cell | undefined, date1904: boolean): Moment | { fault: MomentFault } | undefined => {
  if (cell instanceof Date) return ofDate(cell)
  if (typeof cell === 'number' && cell < 100_000) return ofSerial(cell, date1904)
  const text = textOf(cell).replaceAll(/\s+/g, ' ').replace(/(?<=\d)T(?=\d)/, ' ').replaceAll(/[(（]?(周|星期|礼拜)[一二三四五六日天][)）]?/g, ' ').replaceAll(/\s+/g, ' ').trim()
  if (text === '') return undefined
  if (/^\d{5}(\.\d+)?$/.test(text) || /^0\.\d+$/.test(text)) return ofSerial(Number(text), date1904)
  const found = clock.exec(text)
  const time = found ? timeOf(found) : undefined
  if (found && time === undefined) return { fault: 'not-a-time' }
  const day = (found ? text.slice(0, found.index) : text).trim()
  if (day === '') return { time }
  if (/^\d{1,2} ?[-/.月] ?\d{1,2} ?[日号]?$/.test(day)) return { fault: 'date-without-year' }
  const read = readDate(day, date1904)
  if ('fault' in read) return { fault: read.fault === 'required' ? 'not-a-date' : read.fault }
  return { date: read.date, ...(time !== undefined && { time }) }
}

/** From and to where one cell has both: 2026-03-07 09:00-11:00, 2026年3月7日9:00至12:00, 09:00~11:00. */
export const splitSpan = (cell: Cell | undefined): [string, string] | undefined => {
  if (cell instanceof Date || typeof cell === 'number') return undefined
  const text = textOf(cell)
  const parts = /^(.*?\d[:时点分]?\d*[分]?(?: ?(?:am|pm))?)\s*(?:至|到|~|～|—+|–|--|-)\s*((?:\d{4}[-/.年]|(?:上午|下午|晚上|中午)?\s?\d{1,2} ?[:时点]).*)$/i.exec(text)
  return parts?.[1] !== undefined && parts[2] !== undefined && /[:时点]/.test(parts[1]) ? [parts[1].trim(), parts[2].trim()] : undefined
}
