import { countyOf } from '@shared/model/org'
import type { Move } from '@shared/model/turn'
import { keys, openMovesPartition } from './keys'
import { getItem, queryAll, type Table, type Write } from './table'

export const readMove = (table: Table, personId: string, moveId: string): Promise<Move | undefined> => getItem<Move>(table, keys.move(personId, moveId), true)

export const readOpenMove = (table: Table, countyId: string, personId: string): Promise<Move | undefined> => getItem<Move>(table, keys.openMove(countyId, personId), true)

/** Every open change of branch of a county: some dozens in a year's busiest week. */
export const readOpenMoves = (table: Table, countyId: string): Promise<Move[]> => queryAll<Move>(table, { pk: openMovesPartition(countyId), prefix: 'P#', consistent: true })

/** A change that is asked for: on the condition that its id is new and that no other of the person is open. */
export const proposeWrites = (table: Table, move: Move): Write[] =>
  [keys.move(move.personId, move.moveId), keys.openMove(countyOf(move.from.branch), move.personId)].map((key) => ({ Put: { TableName: table.name, Item: { ...key, ...move }, ConditionExpression: 'attribute_not_exists(pk)' } }))

/** A change that is done at once: on the condition that its id is new, and that none of the person's is open. */
export const doneWrites = (table: Table, move: Move): Write[] => [
  { Put: { TableName: table.name, Item: { ...keys.move(move.personId, move.moveId), ...move }, ConditionExpression: 'attribute_not_exists(pk)' } },
  { ConditionCheck: { TableName: table.name, Key: keys.openMove(countyOf(move.from.branch), move.personId), ConditionExpression: 'attribute_not_exists(pk)' } },
]

/** An answer to an open change: on the condition that it is open still. */
export const answerWrites = (table: Table, move: Move): Write[] => [
  { Put: { TableName: table.name, Item: { ...keys.move(move.personId, move.moveId), ...move }, ConditionExpression: '#state = :open', ExpressionAttributeNames: { '#state': 'state' }, ExpressionAttributeValues: { ':open': 'proposed' } } },
  { Delete: { TableName: table.name, Key: keys.openMove(countyOf(move.from.branch), move.personId), ConditionExpression: 'moveId = :move', ExpressionAttributeValues: { ':move': move.moveId } } },
]
