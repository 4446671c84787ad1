import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { PublishedEvent } from '@shared/model/event'
import { keys } from './keys'
import { getItem, isConditionFailed, type Item, type Key, type Table, TransactWriteCommand, UpdateCommand } from './table'

/** The items of an event: itself, and its place in the host's list. */
export const eventItems = (event: PublishedEvent): [Item, Item] => [
  { ...keys.event(event.eventId), ...event },
  { ...keys.hostEvent(event.host, event.startsAt, event.eventId), eventId: event.eventId, startsAt: event.startsAt, endsAt: event.endsAt },
]

export const readEvent = (table: Table, eventId: string, consistent = false): Promise<(PublishedEvent & Key) | undefined> => getItem<PublishedEvent>(table, keys.event(eventId), consistent)

/** Puts an event on the condition that its id is free. */
export const addEvent = async (table: Table, event: PublishedEvent): Promise<boolean> => {
  const [own, listed] = eventItems(event)
  try {
    await table.doc.send(
      new TransactWriteCommand({
        TransactItems: [{ Put: { TableName: table.name, Item: own, ConditionExpression: 'attribute_not_exists(pk)' } }, { Put: { TableName: table.name, Item: listed } }],
      }),
    )
    return true
  } catch (error) {
    if (!isConditionFailed(error)) throw error
    return false
  }
}

export interface HostEvent {
  eventId: string
  startsAt: string
  endsAt: string
}

/** A host's events by start, after the place `after` (`<startsAt>#<eventId>`), that end after `endsAfter` and start before `startsBefore`: the first `limit`. */
export const readHostEvents = async (table: Table, hostId: string, { after, endsAfter, startsBefore, limit }: { after: string; endsAfter: string; startsBefore: string; limit: number }): Promise<HostEvent[]> => {
  const found: HostEvent[] = []
  if (after > startsBefore) return found
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.doc.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :before',
        FilterExpression: 'endsAt > :endsAfter',
        // '$' comes after '#': nothing that starts at `startsBefore` itself is left out by its id.
        ExpressionAttributeValues: { ':pk': `H#${hostId}`, ':after': `E#${after}`, ':before': `E#${startsBefore}$`, ':endsAfter': endsAfter },
        Limit: limit,
        ExclusiveStartKey: start,
      }),
    )
    // BETWEEN takes `after` itself in, and a key cannot be filtered on.
    found.push(...((page.Items ?? []) as (HostEvent & Key)[]).filter(({ sk }) => sk !== `E#${after}`))
    start = page.LastEvaluatedKey
  } while (start && found.length < limit)
  return found.slice(0, limit)
}

/** Closes an event on the condition that it is open. */
export const closeOpenEvent = async (table: Table, eventId: string, closing: NonNullable<PublishedEvent['closing']>): Promise<boolean> => {
  try {
    await table.doc.send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.event(eventId),
        UpdateExpression: 'SET #state = :closed, closing = :closing',
        ConditionExpression: '#state = :open',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':closed': 'closed', ':open': 'open', ':closing': closing },
      }),
    )
    return true
  } catch (error) {
    if (!isConditionFailed(error)) throw error
    return false
  }
}

/** Says how many were checked out by the close, once. */
export const finishClosing = async (table: Table, eventId: string, checkedOut: number): Promise<void> => {
  await table.doc.send(
    new UpdateCommand({ TableName: table.name, Key: keys.event(eventId), UpdateExpression: 'SET closing.checkedOut = :n', ExpressionAttributeValues: { ':n': checkedOut } }),
  )
}

