import { keys } from './keys'
import type { Me, Member } from './people'
import { getItems, isBusy, isConditionFailed, type Key, queryAll, queryPage, type Table, TransactWriteCommand } from './table'

/** One page of a branch's members, by person id. */
export const readMembersPage = (table: Table, branchId: string, limit: number, after?: string) => queryPage<Member>(table, { pk: `B#${branchId}`, prefix: 'P#' }, limit, after)

/** The accounts of all members of a branch, read consistently: what a branch's roll-up is folded from. */
export const readBranchAccounts = async (table: Table, branchId: string): Promise<Me[]> => {
  const members = await queryAll<Member>(table, { pk: `B#${branchId}`, prefix: 'P#', consistent: true })
  return (await getItems<Me>(table, members.map(({ personId }) => keys.me(personId)), true)).filter((me) => me !== undefined)
}

/** The members of a branch as they were a moment ago, at half the price: to look somebody up. */
export const readRoster = (table: Table, branchId: string) => queryAll<Member>(table, { pk: `B#${branchId}`, prefix: 'P#' })

export const readMembers = (table: Table, branchId: string) => queryAll<Member>(table, { pk: `B#${branchId}`, prefix: 'P#', consistent: true })

type Entry = Pick<Member, 'personId' | 'name' | 'initials' | 'birthDate' | 'className' | 'studentNumber'>

/** `taken`: somebody else was first, nothing was written. `busy`: nothing was written, the same again may succeed. */
export type Written = 'written' | 'taken' | 'busy'

const writeBoth = async (table: Table, items: ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']): Promise<Written> => {
  try {
    await table.doc.send(new TransactWriteCommand({ TransactItems: items }))
    return 'written'
  } catch (error) {
    if (isConditionFailed(error)) return 'taken'
    if (isBusy(error)) return 'busy'
    throw error
  }
}

/** A new member: roster entry and account in one transaction, on the condition that there is neither. */
export const addMember = (table: Table, branchId: string, entry: Entry): Promise<Written> => {
  const { personId, name, initials, birthDate, className, studentNumber } = entry
  const account = { ...keys.me(personId), personId, name, initials, birthDate, className, branch: branchId, roles: [{ name: 'student', scope: branchId }], epoch: 1 }
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' } })
  return writeBoth(table, [put({ ...keys.member(branchId, personId), personId, name, initials, birthDate, className, studentNumber }), put(account)])
}

type Values = Record<string, string | undefined>

/** Sets what is given, on the condition that the item is there and that what is to be replaced still is what was read. */
const setOn = (table: Table, Key: Key, values: Values, was: Values) => {
  const given = Object.keys(values).filter((key) => values[key] !== undefined)
  const held = Object.keys(was)
  return {
    Update: {
      TableName: table.name, Key, UpdateExpression: `SET ${given.map((key) => `#${key} = :${key}`).join(', ')}`,
      ConditionExpression: ['attribute_exists(pk)', ...held.map((key) => (was[key] === undefined ? `attribute_not_exists(#${key})` : `#${key} = :was_${key}`))].join(' AND '),
      ExpressionAttributeNames: Object.fromEntries([...given, ...held].map((key) => [`#${key}`, key])),
      ExpressionAttributeValues: Object.fromEntries([...given.map((key) => [`:${key}`, values[key]]), ...held.flatMap((key) => (was[key] === undefined ? [] : [[`:was_${key}`, was[key]]]))]),
    },
  }
}

/** A member's class, number, name or birth date as the sheet has them, in both places or in neither; what the sheet leaves out stays. `read` is the member as it was when that was decided. */
export const changeMember = (table: Table, branchId: string, { personId, name, initials, birthDate, className, studentNumber }: Entry, read: Entry): Promise<Written> => {
  const was = { name: read.name, birthDate: read.birthDate, className: read.className, studentNumber: read.studentNumber }
  return writeBoth(table, [setOn(table, keys.member(branchId, personId), { name, initials, birthDate, className, studentNumber }, was), setOn(table, keys.me(personId), { name, initials, birthDate, className }, { branch: branchId })])
}
