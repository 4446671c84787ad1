import type { OrgKind } from '@shared/model/org'
import type { PublishedEvent, ShardSeats } from '@shared/model/event'

/** What one count of seats bears: a transaction on one item is good for some hundred sign-ups a second at best, and 5 000 come over minutes. */
const seatsOfShard = 5_000
const shardsAtMost = 128
/** A county's event without a limit: the whole county may sign up on one evening. */
const shardsOfCounty = 16

/** Over how many partitions an event's sign-ups are spread, from its publication on: one for nearly all. `kind` is the host's. */
export const shardsFor = (capacity: number | undefined, kind: OrgKind): number => {
  if (capacity === undefined) return kind === 'county' ? shardsOfCounty : 1
  return Math.min(shardsAtMost, Math.ceil(capacity / seatsOfShard))
}

/** How many of the event's seats a shard has; the shares add up to the capacity. Undefined: no limit. */
export const shareOf = ({ capacity, shards }: Pick<PublishedEvent, 'capacity' | 'shards'>, shard: number): number | undefined =>
  capacity === undefined ? undefined : Math.floor(capacity / shards) + (shard < capacity % shards ? 1 : 0)

/** The first of these shards that has a seat left; undefined where all are full. */
export const shardWithRoom = (event: Pick<PublishedEvent, 'capacity' | 'shards'>, seats: readonly ShardSeats[]): number | undefined =>
  seats.find(({ shard, taken }) => taken < (shareOf(event, shard) ?? Number.POSITIVE_INFINITY))?.shard
