import { keys } from './keys'
import { getItem, putItem, type Table } from './table'

/** The policy that the last whole sweep of a county's projections was made with: version of the rules, number of entries about study issues. */
interface Swept {
  rules: number
  issues: number
}

export const readSwept = (table: Table, countyId: string): Promise<Swept | undefined> => getItem<Swept>(table, keys.swept(countyId), true)

export const putSwept = (table: Table, countyId: string, { rules, issues }: Swept): Promise<void> => putItem(table, { ...keys.swept(countyId), rules, issues })
