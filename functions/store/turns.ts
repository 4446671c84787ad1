import type { BranchTurn, YearTurn } from '@shared/model/turn'
import { keys, turnsPartition } from './keys'
import { type Key, conditional, getItem, queryAll, type Table, transact, UpdateCommand, type Write } from './table'

const plain = ({ pk, sk, ...turn }: YearTurn & Key): YearTurn => turn

/** A school's latest turn of the year. */
export const readTurn = async (table: Table, school: string): Promise<YearTurn | undefined> => {
  const found = await getItem<YearTurn>(table, keys.latestTurn(school), true)
  return found && plain(found)
}

/** Turns before the latest, newest first. */
export const readPastTurns = async (table: Table, school: string): Promise<YearTurn[]> => (await queryAll<YearTurn>(table, { pk: turnsPartition(school), prefix: 'R#', newestFirst: true })).map(plain)

/** A branch as it is to be, on the condition that it is as it was read. */
const branchWrite = (table: Table, branch: string, { name, classes }: BranchTurn['now'], was: BranchTurn['was']): Write => ({
  Update: {
    TableName: table.name, Key: keys.org(branch), UpdateExpression: `SET #name = :name${classes ? ', classes = :classes' : ''}`, ConditionExpression: `#name = :wasName AND ${was.classes ? 'classes = :wasClasses' : 'attribute_not_exists(classes)'}`,
    ExpressionAttributeNames: { '#name': 'name' }, ExpressionAttributeValues: { ':name': name, ':wasName': was.name, ...(classes && { ':classes': classes }), ...(was.classes && { ':wasClasses': was.classes }) },
  },
})

/** Begins a turn on the condition that the one that was read still is the latest and is over, and that each branch is as it was read. */
export const beginTurn = (table: Table, turn: YearTurn, before: YearTurn | undefined): Promise<boolean> =>
  transact(table, [
    {
      Put: {
        TableName: table.name, Item: { ...keys.latestTurn(turn.school), ...turn },
        ...(before
          ? { ConditionExpression: 'turnId = :before AND #state = :state', ExpressionAttributeNames: { '#state': 'state' }, ExpressionAttributeValues: { ':before': before.turnId, ':state': before.state } }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    },
    ...(before ? [{ Put: { TableName: table.name, Item: { ...keys.pastTurn(turn.school, before.at, before.turnId), ...before } } }] : []),
    ...turn.branches.map(({ branch, now, was }) => branchWrite(table, branch, now, was)),
  ])

/** The turn's next state, on the condition that it is the latest and in one of these. */
export const setTurnState = (table: Table, { school, turnId }: YearTurn, state: YearTurn['state'], from: YearTurn['state'][]): Promise<boolean> =>
  conditional(table, new UpdateCommand({
    TableName: table.name, Key: keys.latestTurn(school), UpdateExpression: 'SET #state = :state', ConditionExpression: `turnId = :turn AND #state IN (${from.map((_, i) => `:from${i}`).join(', ')})`,
    ExpressionAttributeNames: { '#state': 'state' }, ExpressionAttributeValues: { ':state': state, ':turn': turnId, ...Object.fromEntries(from.map((one, i) => [`:from${i}`, one])) },
  }))

/** A branch as it was before the turn; false where somebody has changed it since: then it stays. */
export const turnBranchBack = (table: Table, { branch, now, was }: BranchTurn): Promise<boolean> => transact(table, [branchWrite(table, branch, was, now)])
