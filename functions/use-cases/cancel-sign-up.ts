import { isRefusal, refuse } from '@shared/model/refusal'
import { decideCancelSignUp } from '../core/sign-up'
import type { UseCase } from '../http/app'
import { changeSignUp } from '../store/sign-ups'
import { instantOf } from './context'
import { readEventAnd, viewOf } from './show-event'
import { untilDecided } from './until-decided'

/** Gives the seat back; once given back, the same answer again. */
export const cancelSignUp: UseCase<'cancelSignUp'> = (context, { eventId }, { actor }) =>
  untilDecided(context, async () => {
    const { event, signUp: standing } = await readEventAnd(context, eventId, actor.personId, true)
    if (!event) return refuse('not-found')
    const decision = decideCancelSignUp(event, standing, { ms: context.now(), at: instantOf(context.now()) })
    if (isRefusal(decision)) return decision
    if ('keep' in decision) return viewOf(context, event, decision.keep)
    if (!(await changeSignUp(context.table, event, standing, decision.change, 'give'))) return undefined
    return viewOf(context, { ...event, taken: event.taken - 1 }, decision.change)
  })
