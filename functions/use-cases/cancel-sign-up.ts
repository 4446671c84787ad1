import type { PublishedEvent, SignUp } from '@shared/model/event'
import { isRefusal, refuse } from '@shared/model/refusal'
import { decideCancelSignUp } from '../core/sign-up'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { readFirstWaiting } from '../store/seats'
import { changeSignUp } from '../store/sign-ups'
import { type Context, instantOf } from './context'
import { moveUp } from './move-up'
import { viewOf } from './show-event'
import { readSignUp } from './sign-up'
import { untilDecided } from './until-decided'

/** Who is next for the seat that this sign-up holds: the first in its shard's line. */
const nextFor = async (context: Context, event: PublishedEvent, standing: SignUp | undefined): Promise<SignUp | undefined> =>
  standing?.state === 'signed-up' ? readFirstWaiting(context.table, event, standing.seat ?? 0) : undefined

/**
 * Gives the seat, or the place in line, back; a seat goes to the first in line in the same transaction. Once given back, the same answer again.
 * `change` is a parameter so that a test can take its guards away.
 */
export const cancelSignUpBy = (change: typeof changeSignUp = changeSignUp): UseCase<'cancelSignUp'> => (context, { eventId }, { actor }) =>
  untilDecided(context, async () => {
    const event = await readEvent(context.table, eventId, true)
    if (!event) return refuse('not-found')
    const standing = await readSignUp(context, event, actor.personId)
    const decision = decideCancelSignUp(event, standing, await nextFor(context, event, standing), { ms: context.now(), at: instantOf(context.now()) })
    if (isRefusal(decision)) return decision
    if ('change' in decision) {
      if (!(await change(context.table, event, standing, decision.change, decision.move))) return undefined
      if (decision.move.kind === 'give') await moveUp(context, event)
    }
    return viewOf(context, actor, event, true)
  })

export const cancelSignUp = cancelSignUpBy()
