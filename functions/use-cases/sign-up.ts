import type { PublishedEvent, ShardSeats, SignUp } from '@shared/model/event'
import { countyOf } from '@shared/model/org'
import { isRefusal, refuse } from '@shared/model/refusal'
import { toBase64url } from '@shared/pass/base64url'
import { shardWithRoom } from '../core/event-shards'
import { decideSignUp } from '../core/sign-up'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { keys, shardOf } from '../store/keys'
import { readSeats, shardsFrom } from '../store/seats'
import { changeSignUp } from '../store/sign-ups'
import { getItem } from '../store/table'
import { type Context, instantOf } from './context'
import { moveUp } from './move-up'
import { viewOf } from './show-event'
import { untilDecided } from './until-decided'

export const readSignUp = (context: Context, event: PublishedEvent, personId: string): Promise<SignUp | undefined> => getItem<SignUp>(context.table, keys.signUp(event, personId), true)

/** The seats of a person's own shard, and where there is none left, those of the others after it. */
const readRoom = async (context: Context, event: PublishedEvent, personId: string): Promise<ShardSeats[]> => {
  const [own = 0, ...others] = shardsFrom(event, shardOf(personId, event.shards))
  const seats = await readSeats(context.table, event, [own])
  return others.length === 0 || shardWithRoom(event, seats) !== undefined ? seats : [...seats, ...(await readSeats(context.table, event, others))]
}

/**
 * Takes a seat, or a place on the waitlist where there is none; the condition on the shard's count, not the read before it, is what holds the last one.
 * `change` is a parameter so that a test can take that guard away.
 */
export const signUpBy = (change: typeof changeSignUp = changeSignUp): UseCase<'signUp'> => (context, { eventId, id, publicKey }, { actor }) =>
  untilDecided(context, async () => {
    const event = await readEvent(context.table, eventId, true)
    // Events are for the young people of their county.
    if (!event || actor.branch === undefined || countyOf(actor.branch) !== countyOf(event.host)) return refuse('not-found')
    const { personId, name, initials, branch } = actor
    const [standing, seats] = await Promise.all([readSignUp(context, event, personId), readRoom(context, event, personId)])
    const now = { ms: context.now(), at: instantOf(context.now()) }
    const decision = decideSignUp(event, standing, { eventId, personId, name, initials, branch, id, publicKey }, now, toBase64url(context.random(16)), seats)
    if (isRefusal(decision)) return decision
    const signUp = 'keep' in decision ? decision.keep : decision.change
    if ('change' in decision) {
      if (!(await change(context.table, event, standing, decision.change, decision.move))) return undefined
      if (decision.move.kind === 'wait') await moveUp(context, event)
    }
    return { ...(await viewOf(context, actor, event, true)), handle: signUp.handle ?? '' }
  })

export const signUp = signUpBy()
