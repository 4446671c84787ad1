import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { conditional, getItem, type Key, type Table } from './table'

/** Times at which an identity tried a code that was none, epoch milliseconds. `n` counts the changes of the item. */
export interface Tries extends Key {
  tries: number[]
  n: number
}

export const readTries = (table: Table, key: Key) => getItem<Tries>(table, key, true)

/** Replaces the tries on the condition that they still are those that were read. False: somebody else was first. */
export const replaceTries = async (table: Table, key: Key, read: Tries | undefined, tries: number[], expiresAt: number): Promise<boolean> => {
  const unchanged = read ? { ConditionExpression: 'n = :n', ExpressionAttributeValues: { ':n': read.n } } : { ConditionExpression: 'attribute_not_exists(pk)' }
  return conditional(table, new PutCommand({ TableName: table.name, Item: { ...key, tries, n: (read?.n ?? 0) + 1, expiresAt }, ...unchanged }))
}
