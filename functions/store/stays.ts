import type { Place, Stay } from '@shared/model/turn'
import { keys, personPartition, stayPrefix } from './keys'
import type { Me, Member } from './people'
import { type Key, queryAll, type Table, type Write } from './table'

/** A person's way through branches and classes, newest first. */
export const readStays = (table: Table, personId: string): Promise<Stay[]> => queryAll<Stay>(table, { pk: personPartition(personId), prefix: stayPrefix, newestFirst: true, consistent: true })

export const stayWrite = (table: Table, personId: string, stay: Stay): Write => ({ Put: { TableName: table.name, Item: { ...keys.stay(personId, stay.at, stay.stayId), ...stay }, ConditionExpression: 'attribute_not_exists(pk)' } })

type Values = Record<string, unknown>

/** That attributes are what was read, absent ones included. */
const stillAs = (values: Values) => {
  const names = Object.keys(values)
  return {
    condition: ['attribute_exists(pk)', ...names.map((name) => (values[name] === undefined ? `attribute_not_exists(#${name})` : `#${name} = :was_${name}`))].join(' AND '),
    values: Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[`:was_${name}`, values[name]]]))),
    names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
  }
}

/** Sets what has a value and removes what has none, on the condition that the item is as it was read. */
const change = (table: Table, Key: Key, set: Values, was: Values): Write => {
  const held = stillAs(was)
  const [given, gone] = [Object.keys(set).filter((name) => set[name] !== undefined), Object.keys(set).filter((name) => set[name] === undefined)]
  const parts = [given.length ? `SET ${given.map((name) => `#${name} = :${name}`).join(', ')}` : '', gone.length ? `REMOVE ${gone.map((name) => `#${name}`).join(', ')}` : '']
  return {
    Update: {
      TableName: table.name, Key, UpdateExpression: parts.filter((part) => part !== '').join(' '), ConditionExpression: held.condition,
      ExpressionAttributeNames: { ...held.names, ...Object.fromEntries(Object.keys(set).map((name) => [`#${name}`, name])) },
      ...(given.length + Object.keys(held.values).length > 0 && { ExpressionAttributeValues: { ...held.values, ...Object.fromEntries(given.map((name) => [`:${name}`, set[name]])) } }),
    },
  }
}

export interface Relocation {
  /** Account and roster entry as they were read: where either has changed, nothing is written. */
  me: Me
  member: Member
  /** Where they are afterwards. A graduate keeps the branch and has no class. */
  to: Place
  graduated?: number | undefined
  /** The school year's turn that does it; none: by hand, and an earlier turn is not undone for them any more. */
  turn?: Member['turn']
  stay: Stay
}

/**
 * A person's branch, class and student's role in the account, their entry in the roster, and the line of their history: together or not at all. Their records, their
 * open application and its places of the plan stay as they are (spec/admission-procedure.md, "Plan and quota"); queues and roll-ups follow by the stream.
 */
export const relocateWrites = (table: Table, { me, member, to, graduated, turn, stay }: Relocation): Write[] => {
  const { personId } = me
  const { pk, sk, ...entry } = member
  const from = me.branch as string
  const roles = me.roles.map((role) => (role.name === 'student' && role.scope === from ? { ...role, scope: to.branch } : role))
  const account = change(table, keys.me(personId), { branch: to.branch, className: to.className, roles, graduated }, { branch: from, className: me.className, roles: me.roles, graduated: me.graduated })
  const read = { name: entry.name, birthDate: entry.birthDate, studentNumber: entry.studentNumber, className: entry.className, leagueMember: entry.leagueMember, graduated: entry.graduated, turn: entry.turn }
  const set = { className: to.className, graduated, turn }
  const held = stillAs(read)
  const roster: Write[] = to.branch === from
    ? [change(table, keys.member(from, personId), set, read)]
    : [
        { Delete: { TableName: table.name, Key: { pk, sk }, ConditionExpression: held.condition, ExpressionAttributeNames: held.names, ExpressionAttributeValues: held.values } },
        { Put: { TableName: table.name, Item: { ...entry, ...set, ...keys.member(to.branch, personId) }, ConditionExpression: 'attribute_not_exists(pk)' } },
      ]
  return [account, ...roster, stayWrite(table, personId, stay)]
}
