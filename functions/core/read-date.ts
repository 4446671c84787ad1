import { dayMs, parseDay } from '@shared/rules/local-date'
import { type Cell, textOf } from './sheet-cell'

/** Day 0 of the 1900 system, right for every serial after its false 29 February 1900; the 1904 system begins 1 462 days later. */
const epoch = Date.UTC(1899, 11, 30)
export const daysTo1904 = 1462

const written = /^(\d{4}) ?[-/.年] ?(\d{1,2})(?: ?[-/.月] ?(\d{1,2})?(?: ?[日号])?)?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/

const dateOf = (year: number, month: number, dayOfMonth: number): { date: string } | { fault: 'not-a-date' } => {
  const date = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('-')
  return parseDay(date) === undefined ? { fault: 'not-a-date' } : { date }
}

/** A local date as people put it in sheets: a date cell, a serial number of the sheet's system, 2011-05-04, 2011/5/4, 2011.5.4, 2011年5月4日, 20110504. */
export const readDate = (cell: Cell | undefined, date1904: boolean): { date: string } | { fault: 'required' | 'not-a-date' | 'date-without-day' } => {
  const text = textOf(cell).replaceAll(/\s+/g, ' ')
  if (text === '') return { fault: 'required' }
  const parts = written.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (parts) return parts[3] === undefined ? { fault: 'date-without-day' } : dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  if (/^(19|20)\d{2}(0[1-9]|1[0-2])$/.test(text)) return { fault: 'date-without-day' }
  const days = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) + (date1904 ? daysTo1904 : 0) : 0
  // 1949 to 2036: what lies outside is no birthday.
  return days >= 18_000 && days < 50_000 ? { date: new Date(epoch + days * dayMs).toISOString().slice(0, 10) } : { fault: 'not-a-date' }
}
