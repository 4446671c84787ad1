import type { Message } from '@shared/model/message'
import { keys, messagePrefix, personPartition } from './keys'
import { conditional, countOf, getItem, type Item, type Key, putIfAbsent, queryPage, type Table, UpdateCommand, type Write } from './table'

/** How long a message is kept: as long as the log of who looked at one's file (spec/privacy.md). */
const keptSeconds = 2 * 365 * 86_400

/** How far a person has read: everything up to the place `readTo`, but for what came `late`. */
export interface Inbox {
  readTo?: string
  /** Ids of messages that were put in before the place that was read to by then: a projection runs a little behind. */
  late?: Set<string>
}

export type StoredMessage = Message & Key

export const messageItem = (personId: string, message: Message): Item => ({ ...keys.message(personId, message.at, message.messageId), ...message, expiresAt: Math.floor(Date.parse(message.at) / 1000) + keptSeconds })

/** A message's place in an inbox: messages are in the order of these. */
export const placeOf = (sk: string): string => sk.slice(messagePrefix.length)

/** A message to a person, written with what it tells of. */
export const messageWrite = (table: Table, personId: string, message: Message): Write => ({ Put: { TableName: table.name, Item: messageItem(personId, message) } })

export const readInbox = async (table: Table, personId: string): Promise<Inbox> => (await getItem<Inbox>(table, keys.inbox(personId), true)) ?? {}

/** Puts a message in an inbox, once: the id says what it tells of. One that comes before what was read already is marked as late, and so is not missed. */
export const addMessage = async (table: Table, personId: string, message: Message): Promise<void> => {
  const item = messageItem(personId, message)
  if (!(await putIfAbsent(table, item)).put) return
  const { readTo } = await readInbox(table, personId)
  if (readTo === undefined || placeOf(item.sk) > readTo) return
  await table.doc.send(new UpdateCommand({ TableName: table.name, Key: keys.inbox(personId), UpdateExpression: 'ADD late :late', ExpressionAttributeValues: { ':late': new Set([message.messageId]) } }))
}

/** One page of a person's messages, newest first. */
export const readMessagesPage = (table: Table, personId: string, limit: number, after?: string) =>
  queryPage<StoredMessage>(table, { pk: personPartition(personId), prefix: messagePrefix, newestFirst: true, consistent: true }, limit, after)

export const readMessage = (table: Table, personId: string, at: string, messageId: string) => getItem<StoredMessage>(table, keys.message(personId, at, messageId))

export const isUnread = ({ readTo, late }: Inbox, { sk, messageId }: StoredMessage): boolean => readTo === undefined || placeOf(sk) > readTo || (late?.has(messageId) ?? false)

/** How many messages a person has not read: those after the mark are counted where they lie. */
export const countUnread = async (table: Table, personId: string, { readTo, late }: Inbox): Promise<number> => {
  // `~` is after every digit of an instant; the mark's own message is not counted.
  const after = await countOf(table, { pk: personPartition(personId), between: { from: `${messagePrefix}${readTo === undefined ? '' : `${readTo}\u0000`}`, to: `${messagePrefix}~` } })
  return after + (late?.size ?? 0)
}

/** Everything up to a place is read; the mark never goes back. */
export const markReadTo = async (table: Table, personId: string, place: string): Promise<void> => {
  await conditional(table, new UpdateCommand({
    TableName: table.name, Key: keys.inbox(personId), UpdateExpression: 'SET readTo = :place REMOVE late', ConditionExpression: 'attribute_not_exists(readTo) OR readTo <= :place',
    ExpressionAttributeValues: { ':place': place },
  }))
}
