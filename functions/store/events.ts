import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { isVisitDay, type PublishedEvent } from '@shared/model/event'
import { dueItem } from './due-events'
import { hostPartition, keys, personPartition } from './keys'
import { conditional, getItem, type Item, type Key, queryAll, type Table, transact, UpdateCommand } from './table'

/** What a list of events keeps of each. */
const listed = ({ eventId, startsAt, endsAt, category }: ListedEvent): ListedEvent => ({ eventId, startsAt, endsAt, category })

/** That a person holds a seat: a place in their own list. */
export const seatItem = (event: ListedEvent, personId: string): Item => ({ ...keys.seat(personId, event.startsAt, event.eventId), ...listed(event) })

/** The items of an event: itself, its place in the host's list, and, until it is finished, that it is to be at `due`. */
export const eventItems = (event: PublishedEvent, due?: string): Item[] => [
  { ...keys.event(event.eventId), ...event },
  { ...keys.hostEvent(event.host, event.startsAt, event.eventId), ...listed(event) },
  ...(due === undefined ? [] : [dueItem(event.eventId, due)]),
]

export const readEvent = (table: Table, eventId: string, consistent = false): Promise<(PublishedEvent & Key) | undefined> => getItem<PublishedEvent>(table, keys.event(eventId), consistent)

/** Puts an event on the condition that its id is free. False where it is taken, or another transaction is at it: read and decide again. `due`: when it is to be finished (RFC 3339, UTC). */
export const addEvent = (table: Table, event: PublishedEvent, due: string): Promise<boolean> =>
  transact(table, eventItems(event, due).map((Item, i) => ({ Put: { TableName: table.name, Item, ...(i === 0 && { ConditionExpression: 'attribute_not_exists(pk)' }) } })))

export type ListedEvent = Pick<PublishedEvent, 'eventId' | 'startsAt' | 'endsAt' | 'category'>

export interface EventRange {
  after: string
  endsAfter: string
  startsBefore: string
  category?: string
  /** Leaves out the visit days of Youth Homes: one a day and home. */
  withoutVisits?: boolean
  limit: number
}

/**
 * The events of a host's or a person's list (`of`) by start, after the place `after` (`<startsAt>#<eventId>`), that end after `endsAfter`, start before
 * `startsBefore` and are of `category` where one is given: the first `limit`.
 */
export const readListedEvents = async (table: Table, of: { host: string } | { person: string }, { after, endsAfter, startsBefore, category, withoutVisits = false, limit }: EventRange): Promise<ListedEvent[]> => {
  const [pk, letter] = 'host' in of ? [hostPartition(of.host), 'E'] : [personPartition(of.person), 'U']
  const found: ListedEvent[] = []
  if (after > startsBefore) return found
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.doc.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :after AND :before',
        FilterExpression: `endsAt > :endsAfter${category === undefined ? '' : ' AND category = :category'}`,
        // '$' comes after '#': nothing that starts at `startsBefore` itself is left out by its id.
        ExpressionAttributeValues: { ':pk': pk, ':after': `${letter}#${after}`, ':before': `${letter}#${startsBefore}$`, ':endsAfter': endsAfter, ':category': category },
        // A filter is applied to what was read: with a kind in it, or visit days in between, a page of `limit` would find few.
        Limit: category === undefined && !withoutVisits ? limit : 300,
        ExclusiveStartKey: start,
      }),
    )
    // BETWEEN takes `after` itself in, and a key cannot be filtered on.
    found.push(...((page.Items ?? []) as (ListedEvent & Key)[]).filter(({ sk, eventId }) => sk !== `${letter}#${after}` && !(withoutVisits && isVisitDay(eventId))))
    start = page.LastEvaluatedKey
  } while (start && found.length < limit)
  return found.slice(0, limit)
}

/** A host's events that start between two instants (RFC 3339, UTC), the first included. */
export const readEventsBetween = (table: Table, host: string, from: string, to: string): Promise<ListedEvent[]> =>
  queryAll<ListedEvent>(table, { pk: hostPartition(host), between: { from: `E#${from}`, to: `E#${to}` }, consistent: true })

/** Closes an event on the condition that it is open. */
export const closeOpenEvent = async (table: Table, eventId: string, closing: NonNullable<PublishedEvent['closing']>): Promise<boolean> => {
  return conditional(table, new UpdateCommand({
    TableName: table.name,
    Key: keys.event(eventId),
    UpdateExpression: 'SET #state = :closed, closing = :closing',
    ConditionExpression: '#state = :open',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':closed': 'closed', ':open': 'open', ':closing': closing },
  }))
}

/** Says how many were checked out by the close, once. */
export const finishClosing = async (table: Table, eventId: string, checkedOut: number): Promise<void> => {
  await table.doc.send(
    new UpdateCommand({ TableName: table.name, Key: keys.event(eventId), UpdateExpression: 'SET closing.checkedOut = :n', ExpressionAttributeValues: { ':n': checkedOut } }),
  )
}

