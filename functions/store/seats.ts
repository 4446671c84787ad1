import type { PublishedEvent, Seats, ShardSeats, SignUp } from '@shared/model/event'
import { keys, shardOf, signUpPartition, waitingPrefix } from './keys'
import { countOf, getItems, queryPage, type Table } from './table'

type Sharded = Pick<PublishedEvent, 'eventId' | 'shards'>
const none: Seats = { taken: 0, waiting: 0, next: 1 }

/** An event's shards, from `own` on. */
export const shardsFrom = ({ shards }: Sharded, own = 0): number[] => Array.from({ length: shards }, (_, i) => (own + i) % shards)

export const seatKeys = (event: Sharded) => shardsFrom(event).map((shard) => keys.seats(event.eventId, shard))

/** The seats of these shards, with a consistent read; nobody signed up yet where there is no item. */
export const readSeats = async (table: Table, { eventId }: Sharded, shards: number[]): Promise<ShardSeats[]> =>
  (await getItems<Seats>(table, shards.map((shard) => keys.seats(eventId, shard)), true)).map((one, i) => ({ ...(one ?? none), shard: shards[i] ?? 0 }))

/** All shards together, as a view shows them. */
export const sumOf = (seats: readonly (Seats | undefined)[]): Pick<Seats, 'taken' | 'waiting'> =>
  seats.reduce<{ taken: number; waiting: number }>((sum, one = none) => ({ taken: sum.taken + one.taken, waiting: sum.waiting + one.waiting }), { taken: 0, waiting: 0 })

/** Who has waited longest in a shard. */
export const readFirstWaiting = async (table: Table, event: Sharded, shard: number): Promise<SignUp | undefined> => {
  const { items: [first] } = await queryPage<{ personId: string }>(table, { pk: signUpPartition(event.eventId, shard), prefix: waitingPrefix, consistent: true }, 1)
  if (!first) return undefined
  const [signUp] = await getItems<SignUp>(table, [keys.signUp(event, first.personId)], true)
  // Somebody else may be giving them a seat just now.
  return signUp?.state === 'waiting' ? signUp : undefined
}

/** How many stand in line before number n of a person's own shard. */
export const countBefore = (table: Table, { eventId, shards }: Sharded, personId: string, n: number): Promise<number> => {
  const shard = shardOf(personId, shards)
  return countOf(table, { pk: signUpPartition(eventId, shard), between: { from: waitingPrefix, to: keys.waiting(eventId, shard, n - 1).sk }, consistent: true })
}
