import { keys } from './keys'
import { getItem, putItem, type Table } from './table'

/** Up to which local date a county's homes have their visit days, and how many homes that were. */
interface VisitDays {
  until: string
  homes: number
}

export const readVisitDays = (table: Table, countyId: string) => getItem<VisitDays>(table, keys.visitDays(countyId), true)

export const putVisitDays = (table: Table, countyId: string, { until, homes }: VisitDays) => putItem(table, { ...keys.visitDays(countyId), until, homes })
