import { keys } from './keys'
import type { LeagueEntry, LeagueMembership } from './people'
import { type Key, type Table, transact, type Write } from './table'

/** That a person's applications have no more steps than these. */
export const noStepSince = (table: Table, personId: string, steps: number): Write => ({ ConditionCheck: { TableName: table.name, Key: keys.applicationStep(personId, steps + 1), ConditionExpression: 'attribute_not_exists(pk)' } })

const update = (table: Table, Key: Key, UpdateExpression: string, ConditionExpression: string, ExpressionAttributeValues?: Record<string, unknown>): Write => ({ Update: { TableName: table.name, Key, UpdateExpression, ConditionExpression, ...(ExpressionAttributeValues && { ExpressionAttributeValues }) } })

/** A membership in the account and the roster, on the condition that there is none; the roster keeps who entered it. */
export const enterMembership = (table: Table, branchId: string, personId: string, membership: LeagueMembership, entry: LeagueEntry, also: Write): Promise<boolean> => {
  const none = 'attribute_exists(pk) AND attribute_not_exists(leagueMember)'
  return transact(table, [
    update(table, keys.me(personId), 'SET leagueMember = :member', `${none} AND branch = :branch`, { ':member': membership, ':branch': branchId }),
    update(table, keys.member(branchId, personId), 'SET leagueMember = :member, leagueEntry = :entry', none, { ':member': membership, ':entry': entry }),
    also,
  ])
}

/** Takes a membership away that was entered and that nothing stands on. */
export const endMembership = (table: Table, branchId: string, personId: string): Promise<boolean> =>
  transact(table, [
    update(table, keys.me(personId), 'REMOVE leagueMember', 'attribute_exists(leagueMember) AND attribute_not_exists(leagueMember.used)'),
    update(table, keys.member(branchId, personId), 'REMOVE leagueMember, leagueEntry', 'attribute_exists(leagueEntry)'),
  ])

/** That a person is a member, and from now on that an application goes by it. */
export const useMembership = (table: Table, personId: string): Write => update(table, keys.me(personId), 'SET leagueMember.used = :used', 'attribute_exists(leagueMember)', { ':used': true })

/** That a person is no member at this moment, and of this branch. */
export const noMember = (table: Table, personId: string, branch: string): Write => ({ ConditionCheck: { TableName: table.name, Key: keys.me(personId), ConditionExpression: 'branch = :branch AND attribute_not_exists(leagueMember)', ExpressionAttributeValues: { ':branch': branch } } })

/** That a person is of this branch still: what is decided about them there does not follow them to another. */
export const stillOf = (table: Table, personId: string, branch: string): Write => ({ ConditionCheck: { TableName: table.name, Key: keys.me(personId), ConditionExpression: 'branch = :branch', ExpressionAttributeValues: { ':branch': branch } } })
