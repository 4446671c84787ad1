import type { PublishedEvent } from '@shared/model/event'
import { shardWithRoom, shareOf } from '../core/event-shards'
import { movedUp } from '../core/sign-up'
import { readFirstWaiting, readSeats, shardsFrom } from '../store/seats'
import { fillSeat } from '../store/sign-ups'
import { type Context, instantOf } from './context'

/**
 * Gives the free seats of some shards to those who wait in others. Within a shard no seat is ever free while somebody waits. Between shards it can be:
 * one shard's last in line and another's freed seat did not see each other. Both look again after they are written, so that the later of the two sees it.
 */
export const moveUp = async (context: Context, event: PublishedEvent): Promise<void> => {
  if (event.shards === 1) return
  // At most as often as there are seats to fill; another who fills one ends a round in vain.
  for (;;) {
    const seats = await readSeats(context.table, event, shardsFrom(event))
    const [room, line] = [shardWithRoom(event, seats), seats.find(({ waiting }) => waiting > 0)]
    if (room === undefined || !line) return
    const first = await readFirstWaiting(context.table, event, line.shard)
    if (first) await fillSeat(context.table, event, { shard: room, share: shareOf(event, room) }, first, movedUp(first, room, { at: instantOf(context.now()) }))
  }
}
