import chineseDays from 'chinese-days'
import type { WorkCalendar } from '../core/working-days'

/** Every year has its National Day: a year in which the library knows it not as a holiday was not announced when the library was made. */
const isKnownYear = (year: number): boolean => chineseDays.getDayDetail(`${year}-10-01`).name.includes('National Day')

/** China's working days as the State Council announces them, working weekends included. */
export const chineseWorkdays: WorkCalendar = (date) => (isKnownYear(Number(date.slice(0, 4))) ? chineseDays.isWorkday(date) : undefined)
