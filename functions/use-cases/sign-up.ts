import type { SignUp } from '@shared/model/event'
import { toBase64url } from '@shared/pass/base64url'
import { countyOf } from '@shared/model/org'
import { isRefusal, refuse } from '@shared/model/refusal'
import { decideSignUp } from '../core/sign-up'
import type { UseCase } from '../http/app'
import { changeSignUp } from '../store/sign-ups'
import { instantOf } from './context'
import { readEventAnd, viewOf } from './show-event'
import { untilDecided } from './until-decided'

/** Takes a seat; the condition on the event's count, not the read before it, is what holds the last one. `change` is a parameter so that a test can take that guard away. */
export const signUpBy = (change: typeof changeSignUp = changeSignUp): UseCase<'signUp'> => (context, { eventId, id, publicKey }, { actor }) =>
  untilDecided(context, async () => {
    const { event, signUp: standing } = await readEventAnd(context, eventId, actor.personId, true)
    // Events are for the young people of their county.
    if (!event || actor.branch === undefined || countyOf(actor.branch) !== countyOf(event.host)) return refuse('not-found')
    const { personId, name, initials, branch } = actor
    const now = { ms: context.now(), at: instantOf(context.now()) }
    const decision = decideSignUp(event, standing, { eventId, personId, name, initials, branch, id, publicKey }, now, toBase64url(context.random(16)))
    if (isRefusal(decision)) return decision
    const answer = async (taken: number, own: SignUp) => ({ ...(await viewOf(context, { ...event, taken }, own)), handle: own.handle ?? '' })
    if ('keep' in decision) return answer(event.taken, decision.keep)
    if (!(await change(context.table, event, standing, decision.change, decision.move))) return undefined
    return answer(event.taken + (decision.move === 'take' ? 1 : 0), decision.change)
  })

export const signUp = signUpBy()
