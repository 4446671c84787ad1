import { keys } from './keys'
import type { Me, Member } from './people'
import { getItems, queryAll, queryPage, type Table } from './table'

/** One page of a branch's members, by person id. */
export const readMembersPage = (table: Table, branchId: string, limit: number, after?: string) => queryPage<Member>(table, { pk: `B#${branchId}`, prefix: 'P#' }, limit, after)

/** The accounts of all members of a branch, read consistently: what a branch's roll-up is folded from. */
export const readBranchAccounts = async (table: Table, branchId: string): Promise<Me[]> => {
  const members = await queryAll<Member>(table, { pk: `B#${branchId}`, prefix: 'P#', consistent: true })
  return (await getItems<Me>(table, members.map(({ personId }) => keys.me(personId)), true)).filter((me) => me !== undefined)
}
