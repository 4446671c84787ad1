import type { PublishedEvent } from '@shared/model/event'
import { shardWithRoom, shareOf } from '../core/event-shards'
import { movedUp } from '../core/sign-up'
import { readFirstWaiting, readSeats, shardsFrom } from '../store/seats'
import { fillSeat } from '../store/sign-ups'
import { type Context, instantOf } from './context'
import { untilDecided } from './until-decided'

/** Gives one free seat to one who waits. False: there is no such pair; undefined: somebody else was at it. */
const moveOne = async (context: Context, event: PublishedEvent): Promise<boolean | undefined> => {
  const seats = await readSeats(context.table, event, shardsFrom(event))
  const [room, line] = [shardWithRoom(event, seats), seats.find(({ waiting }) => waiting > 0)]
  if (room === undefined || !line) return false
  const first = await readFirstWaiting(context.table, event, line.shard)
  return first && ((await fillSeat(context.table, event, { shard: room, share: shareOf(event, room) }, first, movedUp(first, room, { at: instantOf(context.now()) }))) || undefined)
}

/**
 * Gives the free seats of some shards to those who wait in others. Within a shard no seat is ever free while somebody waits. Between shards it can be:
 * one shard's last in line and another's freed seat did not see each other. Both look again after they are written, so that the later of the two sees it. @throws where the counts and the lines never agree.
 */
export const moveUp = async (context: Context, event: PublishedEvent): Promise<void> => {
  if (event.shards === 1) return
  // As often as there are seats to fill; where another fills one, again after a pause, and not for ever.
  while (await untilDecided(context, () => moveOne(context, event)));
}
