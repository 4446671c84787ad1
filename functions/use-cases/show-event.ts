import type { PublishedEvent, SignUp } from '@shared/model/event'
import type { EventView } from '@shared/contract/events'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { getItems } from '../store/table'
import type { Context } from './context'
import { orgName } from './show-person'

/** An event as every answer shows it, with the caller's own sign-up. */
export const viewOf = async (context: Context, event: PublishedEvent, signUp?: SignUp): Promise<EventView> => {
  const { eventId, host, title, category, startsAt, endsAt, place, description, capacity, quantity, distinctKey, minimumMinutes, breaks, state, taken } = event
  return {
    eventId, host, hostName: await orgName(context, host), title, category: category as EventView['category'], startsAt, endsAt, place, description, capacity, quantity, distinctKey,
    minimumMinutes, breaks, state, taken, ...(signUp && signUp.state !== 'walk-in' && { signUp: { state: signUp.state, at: signUp.at } }),
  }
}

/** An event and one person's sign-up, read consistently where something is decided on them. */
export const readEventAnd = async (context: Context, eventId: string, personId: string, consistent = false): Promise<{ event?: PublishedEvent; signUp?: SignUp }> => {
  const [event, signUp] = await getItems<PublishedEvent | SignUp>(context.table, [keys.event(eventId), keys.signUp(eventId, personId)], consistent)
  return { event: event as PublishedEvent | undefined, signUp: signUp as SignUp | undefined }
}

export const showEvent: UseCase<'showEvent'> = async (context, { eventId }, { actor }) => {
  const { event, signUp } = await readEventAnd(context, eventId, actor.personId)
  return event ? viewOf(context, event, signUp) : refuse('not-found')
}
