import { keys } from './keys'
import type { LeagueEntry, LeagueMembership, Me, Member } from './people'
import { getItems, isBusy, isConditionFailed, type Key, queryAll, queryPage, type Table, TransactWriteCommand, type Write } from './table'

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

/** What a sheet says of a membership: one that is new, or the number of one that had none. */
export interface League {
  membership?: LeagueMembership
  number?: string
  entry: LeagueEntry
  /** What must hold with it. */
  also: Write[]
}

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
export const addMember = (table: Table, branchId: string, entry: Entry, league?: League): Promise<Written> => {
  const { personId, name, initials, birthDate, className, studentNumber } = entry
  const account = { ...keys.me(personId), personId, name, initials, birthDate, className, branch: branchId, roles: [{ name: 'student', scope: branchId }], epoch: 1, leagueMember: league?.membership }
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' } })
  return writeBoth(table, [put({ ...keys.member(branchId, personId), personId, name, initials, birthDate, className, studentNumber, leagueMember: league?.membership, leagueEntry: league?.membership && league.entry }), put(account)])
}

type Values = Record<string, unknown>

/** Attributes by their names, a part of one by its path. */
const nameOf = (path: string) => path.split('.').map((part) => `#${part}`).join('.')
const valueName = (path: string) => path.replaceAll('.', '_')

/** Sets what is given, on the condition that the item is there and that what is to be replaced still is what was read. */
const setOn = (table: Table, Key: Key, values: Values, was: Values) => {
  const given = Object.keys(values).filter((key) => values[key] !== undefined)
  const held = Object.keys(was)
  return {
    Update: {
      TableName: table.name, Key, UpdateExpression: `SET ${given.map((key) => `${nameOf(key)} = :${valueName(key)}`).join(', ')}`,
      ConditionExpression: ['attribute_exists(pk)', ...held.map((key) => (was[key] === undefined ? `attribute_not_exists(${nameOf(key)})` : `${nameOf(key)} = :was_${valueName(key)}`))].join(' AND '),
      ExpressionAttributeNames: Object.fromEntries([...given, ...held].flatMap((key) => key.split('.')).map((part) => [`#${part}`, part])),
      ExpressionAttributeValues: Object.fromEntries([...given.map((key) => [`:${valueName(key)}`, values[key]]), ...held.flatMap((key) => (was[key] === undefined ? [] : [[`:was_${valueName(key)}`, was[key]]]))]),
    },
  }
}

/** A member's class, number, name, birth date or membership as the sheet has them, in both places or in neither; what the sheet leaves out stays. `read` is the member as it was when that was decided. */
export const changeMember = (table: Table, branchId: string, { personId, name, initials, birthDate, className, studentNumber }: Entry, read: Entry, league?: League): Promise<Written> => {
  const was = { name: read.name, birthDate: read.birthDate, className: read.className, studentNumber: read.studentNumber }
  const set = league?.membership ? { leagueMember: league.membership } : league?.number === undefined ? {} : { 'leagueMember.number': league.number }
  const none = Object.fromEntries(Object.keys(set).map((key) => [key, undefined]))
  return writeBoth(table, [
    setOn(table, keys.member(branchId, personId), { name, initials, birthDate, className, studentNumber, ...set, ...(league?.membership && { leagueEntry: league.entry }) }, { ...was, ...none }),
    setOn(table, keys.me(personId), { name, initials, birthDate, className, ...set }, { branch: branchId, ...none }), ...(league?.also ?? []),
  ])
}
