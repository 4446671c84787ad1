import { keys } from './keys'
import type { Me, Member } from './people'
import { getItems, isConditionFailed, type Key, queryAll, queryPage, type Table, TransactWriteCommand } from './table'

/** One page of a branch's members, by person id. */
export const readMembersPage = (table: Table, branchId: string, limit: number, after?: string) => queryPage<Member>(table, { pk: `B#${branchId}`, prefix: 'P#' }, limit, after)

/** The accounts of all members of a branch, read consistently: what a branch's roll-up is folded from. */
export const readBranchAccounts = async (table: Table, branchId: string): Promise<Me[]> => {
  const members = await queryAll<Member>(table, { pk: `B#${branchId}`, prefix: 'P#', consistent: true })
  return (await getItems<Me>(table, members.map(({ personId }) => keys.me(personId)), true)).filter((me) => me !== undefined)
}

export const readMembers = (table: Table, branchId: string) => queryAll<Member>(table, { pk: `B#${branchId}`, prefix: 'P#', consistent: true })

type Entry = Pick<Member, 'personId' | 'name' | 'birthDate' | 'className' | 'studentNumber'>

/** A new member: roster entry and account in one transaction, on the condition that there is none. Already there: nothing changes. */
export const addMember = async (table: Table, branchId: string, entry: Entry): Promise<void> => {
  const { personId, name, birthDate, className } = entry
  const account = { ...keys.me(personId), personId, name, birthDate, className, branch: branchId, roles: [{ name: 'student', scope: branchId }], epoch: 1 }
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' } })
  try {
    await table.doc.send(new TransactWriteCommand({ TransactItems: [put({ ...keys.member(branchId, personId), ...entry }), put(account)] }))
  } catch (error) {
    if (!isConditionFailed(error)) throw error
  }
}

/** A member's class, number, name or birth date as the roster has them now, in both places or in neither. */
export const changeMember = async (table: Table, branchId: string, entry: Entry): Promise<void> => {
  const set = (Key: Key, values: Record<string, string | undefined>) => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined)
    return {
      Update: {
        TableName: table.name, Key, ConditionExpression: 'attribute_exists(pk)', UpdateExpression: `SET ${given.map(([key]) => `#${key} = :${key}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(given.map(([key]) => [`#${key}`, key])), ExpressionAttributeValues: Object.fromEntries(given.map(([key, value]) => [`:${key}`, value])),
      },
    }
  }
  const { personId, name, birthDate, className, studentNumber } = entry
  await table.doc.send(new TransactWriteCommand({ TransactItems: [set(keys.member(branchId, personId), { name, birthDate, className, studentNumber }), set(keys.me(personId), { name, birthDate, className })] }))
}
