import type { ProcedureContent } from '@shared/model/procedure'
import { defaultProcedure } from '@shared/rules/default-procedure'
import { chineseWorkdays } from '../calendars/chinese-workdays'
import { withOwnYears } from '../core/working-days'
import { addDays } from './calendar'

/** Years around the county's day that the library does not know yet are named by the county itself, with the holidays whose dates never change. */
const ownYears = (today: string): NonNullable<ProcedureContent['workdays']> =>
  [-2, -1, 0, 1].map((more) => Number(today.slice(0, 4)) + more).filter((year) => chineseWorkdays(`${year}-10-01`) === undefined).map((year) => ({ year, worked: [], off: ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`) }))

/** The demo county's admission procedure: the plan's own. */
export const demoProcedure = (today: string): ProcedureContent => {
  const workdays = ownYears(today)
  return { ...defaultProcedure, ...(workdays.length > 0 && { workdays }) }
}

/** The first working day on or after a date. */
export const workdayFrom = (content: ProcedureContent, date: string): string => {
  const calendar = withOwnYears(chineseWorkdays, content)
  for (let day = date; ; day = addDays(day, 1)) if (calendar(day) !== false) return day
}
