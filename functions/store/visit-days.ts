import { keys } from './keys'
import { getItem, putItem, type Table } from './table'

/** Up to which local date a county's homes have their visit days, and which homes those are. */
interface VisitDays {
  until: string
  homeIds: string[]
}

export const readVisitDays = (table: Table, countyId: string) => getItem<VisitDays>(table, keys.visitDays(countyId), true)

export const putVisitDays = (table: Table, countyId: string, { until, homeIds }: VisitDays) => putItem(table, { ...keys.visitDays(countyId), until, homeIds })
