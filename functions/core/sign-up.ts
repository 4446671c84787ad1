import type { EarlierKey, PublishedEvent, SeatMove, ShardSeats, SignUp } from '@shared/model/event'
import { type Refusal, refuse } from '@shared/model/refusal'
import { shardWithRoom, shareOf } from './event-shards'

export type SignUpDecision = Refusal | { keep: SignUp } | { change: SignUp; move: SeatMove }

interface Request {
  eventId: string
  personId: string
  name: string
  initials?: string
  branch?: string
  id: string
  publicKey?: string
}
interface Now {
  ms: number
  at: string
}

const keysAtMost = 5

/** The keys of the member's phones until now: what was scanned before another phone registered its own can still be told from a forgery. */
const earlierKeys = ({ earlierKeys: before = [], publicKey }: SignUp, next: string | undefined, until: string): EarlierKey[] =>
  publicKey === undefined || publicKey === next ? before : [{ publicKey, until }, ...before.filter((one) => one.publicKey !== publicKey)].slice(0, keysAtMost)

/** A sign-up whose phone is lost: passes that it made until now stand, later ones do not. */
export const withoutKey = (standing: SignUp, until: string): SignUp => {
  const { publicKey: _, ...rest } = standing
  const earlier = earlierKeys(standing, undefined, until)
  return { ...rest, ...(earlier.length > 0 && { earlierKeys: earlier }) }
}

/** A sign-up with a new request's id and its phone's key, if it names another one. */
const withRequest = (standing: SignUp, { id, publicKey = standing.publicKey }: Request, at: string): SignUp => {
  const earlier = earlierKeys(standing, publicKey, at)
  return { ...standing, id, ...(publicKey !== undefined && { publicKey }), ...(earlier.length > 0 && { earlierKeys: earlier }) }
}

const isOver = (event: PublishedEvent, now: Now): Refusal | undefined =>
  event.state === 'closed' ? refuse('event-closed') : Date.parse(event.endsAt) <= now.ms ? refuse('event-in-the-past') : undefined

/**
 * What a request for a seat comes to: a seat where there is room, else a place on the waitlist. `handle` is fresh, for a new sign-up; one that stands
 * keeps its own. A new phone registers its key with a new id. `seats`: of the person's own shard first, then of those that have a seat where it has none.
 */
export const decideSignUp = (event: PublishedEvent, standing: SignUp | undefined, request: Request, now: Now, handle: string, seats: readonly ShardSeats[]): SignUpDecision => {
  // The id comes before any rule: a repeated request hears the same though the event has closed meanwhile.
  if (standing?.id === request.id) return request.publicKey === undefined || request.publicKey === standing.publicKey ? { keep: standing } : refuse('id-reused')
  const over = isOver(event, now)
  if (over) return over
  if (standing?.state === 'signed-up' || standing?.state === 'waiting') {
    if (request.publicKey === undefined || request.publicKey === standing.publicKey) return { keep: standing }
    return { change: withRequest(standing, request, now.at), move: { kind: 'keep' } }
  }
  const { eventId, personId, name, initials, branch, id } = request
  const { publicKey, earlierKeys: earlier, cancelledAt } = standing ?? {}
  const fresh = withRequest({ eventId, personId, name, initials, branch, id, state: 'waiting', at: now.at, handle: standing?.handle ?? handle, publicKey, earlierKeys: earlier }, request, now.at)
  const shard = shardWithRoom(event, seats)
  if (shard !== undefined) return { change: { ...fresh, state: 'signed-up', seat: shard }, move: { kind: 'take', shard, share: shareOf(event, shard) } }
  const [{ shard: own, next: number } = { shard: 0, next: 1 }] = seats
  return { change: { ...fresh, number, cancelledAt }, move: { kind: 'wait', shard: own, number, share: shareOf(event, own) } }
}

/** The first in line has a seat: handle and key stay, so that the pass on the phone is the one that admits. */
export const movedUp = ({ number, cancelledAt, ...first }: SignUp, seat: number, now: Pick<Now, 'at'>): SignUp => ({ ...first, state: 'signed-up', seat, movedUpAt: now.at })

/** What giving the seat, or the place in line, back comes to: a seat goes to `first`, who has waited longest. */
export const decideCancelSignUp = (event: PublishedEvent, standing: SignUp | undefined, first: SignUp | undefined, now: Now): SignUpDecision => {
  if (standing?.state === 'cancelled') return { keep: standing }
  if (standing?.state !== 'signed-up' && standing?.state !== 'waiting') return refuse('not-signed-up')
  const over = isOver(event, now)
  if (over) return over
  const { number, seat = 0, movedUpAt, ...before } = standing
  const change: SignUp = { ...before, state: 'cancelled', at: now.at }
  if (standing.state === 'waiting') return { change, move: { kind: 'leave' } }
  return { change: { ...change, cancelledAt: now.at }, move: first ? { kind: 'hand-on', from: first, to: movedUp(first, seat, now) } : { kind: 'give', shard: seat } }
}
