import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { PublishedEvent, SeatMove, SignUp } from '@shared/model/event'
import { seatItem } from './events'
import { keys, shardOf, signUpPartition } from './keys'
import { shardsFrom } from './seats'
import { conditional, type Item, queryPage, type Table, transact, type Write } from './table'

const ownItem = (event: PublishedEvent, signUp: SignUp): Item => ({ ...keys.signUp(event, signUp.personId), ...signUp })

const handleItem = ({ eventId, personId, name, state, handle, publicKey, earlierKeys, cancelledAt }: SignUp): Item[] =>
  handle === undefined || state === 'walk-in' ? [] : [{ ...keys.handle(handle), eventId, personId, name, state, publicKey, earlierKeys, cancelledAt }]

const waitingItem = (event: PublishedEvent, { personId, number = 0 }: SignUp): Item => ({ ...keys.waiting(event.eventId, shardOf(personId, event.shards), number), personId })

const isListed = ({ state }: SignUp): boolean => state === 'signed-up' || state === 'waiting'

/** The items of a sign-up: itself, its place in line, the handle that leads to it, and its place in the person's own list. */
export const signUpItems = (event: PublishedEvent, signUp: SignUp): Item[] => [
  ownItem(event, signUp), ...handleItem(signUp), ...(signUp.state === 'waiting' ? [waitingItem(event, signUp)] : []), ...(isListed(signUp) ? [seatItem(event, signUp.personId)] : []),
]

/** Puts a sign-up and its handle on the condition that it is as it was read. */
const replace = (table: Table, event: PublishedEvent, read: SignUp | undefined, signUp: SignUp): Write[] => {
  const unchanged = read
    ? {
        ConditionExpression: `#state = :state AND #at = :at AND ${read.id === undefined ? 'attribute_not_exists(#id)' : '#id = :id'}`,
        ExpressionAttributeNames: { '#state': 'state', '#at': 'at', '#id': 'id' },
        ExpressionAttributeValues: { ':state': read.state, ':at': read.at, ':id': read.id },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' }
  return [{ Put: { TableName: table.name, Item: ownItem(event, signUp), ...unchanged } }, ...handleItem(signUp).map((Item) => ({ Put: { TableName: table.name, Item } }))]
}

const countSeats = (table: Table, { eventId }: PublishedEvent, shard: number, update: { set: string; condition?: string | undefined; names?: Record<string, string>; values: Record<string, number | undefined> }): Write => ({
  Update: {
    TableName: table.name, Key: keys.seats(eventId, shard), UpdateExpression: `SET ${update.set}`, ConditionExpression: update.condition, ExpressionAttributeNames: update.names,
    ExpressionAttributeValues: update.values,
  },
})

/** A seat more, while there is one: n seats never hold n + 1. The first sign-up makes the item. */
const takeSeat = (table: Table, event: PublishedEvent, shard: number, share: number | undefined): Write =>
  countSeats(table, event, shard, {
    set: `taken = if_not_exists(taken, :zero) + :one, waiting = if_not_exists(waiting, :zero), #next = if_not_exists(#next, :one)`,
    condition: share === undefined ? undefined : 'attribute_not_exists(taken) OR taken < :share',
    names: { '#next': 'next' }, values: { ':zero': 0, ':one': 1, ':share': share },
  })

/** One less in line, of whoever stands under this number. */
const leaveLine = (table: Table, event: PublishedEvent, of: SignUp): Write[] => {
  const { pk, sk } = waitingItem(event, of)
  return [
    countSeats(table, event, shardOf(of.personId, event.shards), { set: 'waiting = waiting - :one', condition: 'waiting > :zero', values: { ':zero': 0, ':one': 1 } }),
    { Delete: { TableName: table.name, Key: { pk, sk }, ConditionExpression: 'attribute_exists(pk)' } },
  ]
}

const moved = (table: Table, event: PublishedEvent, read: SignUp | undefined, signUp: SignUp, move: SeatMove): Write[] => {
  switch (move.kind) {
    case 'keep': return []
    case 'take': return [takeSeat(table, event, move.shard, move.share)]
    case 'wait': return [
      // No place in line while there is a seat, and no number twice: so the order is that of the numbers.
      countSeats(table, event, move.shard, {
        set: 'waiting = waiting + :one, #next = #next + :one', condition: 'taken >= :share AND #next = :number', names: { '#next': 'next' }, values: { ':one': 1, ':share': move.share, ':number': move.number },
      }),
      { Put: { TableName: table.name, Item: waitingItem(event, signUp) } },
    ]
    // A seat is only free where nobody waits for it.
    case 'give': return [countSeats(table, event, move.shard, { set: 'taken = taken - :one', condition: 'taken > :zero AND waiting = :zero', values: { ':zero': 0, ':one': 1 } })]
    case 'hand-on': return [...leaveLine(table, event, move.from), ...replace(table, event, move.from, move.to)]
    case 'leave': return read ? leaveLine(table, event, read) : []
  }
}

/**
 * Replaces the sign-up that was read (or absent) with another, and moves the seats, the line and the person's own list with it, in one transaction. False
 * where somebody else was first, or the last seat is gone or has come free: read again and decide again.
 */
export const changeSignUp = (table: Table, event: PublishedEvent, read: SignUp | undefined, signUp: SignUp, move: SeatMove): Promise<boolean> => {
  const seatOf = seatItem(event, signUp.personId)
  return transact(table, [
    ...moved(table, event, read, signUp, move),
    ...replace(table, event, read, signUp),
    isListed(signUp) ? { Put: { TableName: table.name, Item: seatOf } } : { Delete: { TableName: table.name, Key: { pk: seatOf.pk, sk: seatOf.sk } } },
  ])
}

/** Gives a free seat of a shard to whoever waits in another. False where it is gone, or they are. */
export const fillSeat = (table: Table, event: PublishedEvent, seat: { shard: number; share: number | undefined }, from: SignUp, to: SignUp): Promise<boolean> =>
  transact(table, [takeSeat(table, event, seat.shard, seat.share), ...leaveLine(table, event, from), ...replace(table, event, from, to)])

/** Lists a person who came without having signed up; a sign-up that holds a seat or waits for one stays as it is. */
export const addWalkIn = async (table: Table, event: Pick<PublishedEvent, 'eventId' | 'shards'>, signUp: SignUp & { state: 'walk-in' }): Promise<void> => {
  await conditional(
    table,
    new PutCommand({
      TableName: table.name,
      Item: { ...keys.signUp(event, signUp.personId), ...signUp },
      ConditionExpression: 'attribute_not_exists(pk) OR #state = :cancelled',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':cancelled': 'cancelled' },
    }),
  )
}

/** The partitions of an event's sign-ups, in their order. */
export const signUpPartitions = (event: Pick<PublishedEvent, 'eventId' | 'shards'>): string[] => shardsFrom(event).map((shard) => signUpPartition(event.eventId, shard))

/** One page of a partition of sign-ups. */
export const readSignUpsPage = (table: Table, partition: string, limit: number, after?: string) => queryPage<SignUp>(table, { pk: partition, prefix: 'P#', consistent: true }, limit, after)
