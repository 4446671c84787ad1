import type { EventView } from '@shared/contract/events'
import { countyOf } from '@shared/model/org'
import { type Refusal, refuse } from '@shared/model/refusal'
import { dueMs } from '../core/check-in'
import { shardsFor } from '../core/event-shards'
import { faultsOfEvent, isPast, saidOf } from '../core/publish-event'
import type { UseCase } from '../http/app'
import { addEvent, readEvent } from '../store/events'
import { instantOf } from './context'
import { viewOf } from './show-event'
import { untilDecided } from './until-decided'

const utc = (instant: string) => instantOf(Date.parse(instant))

/** Publishes an event under `<host>~<the client's id>`. Instants are kept in UTC. */
export const publishEvent: UseCase<'publishEvent'> = async (context, { id, org, ...said }, { actor }) => {
  const draft = {
    ...said, eventId: `${org}~${id}`, host: org, startsAt: utc(said.startsAt), endsAt: utc(said.endsAt), breaks: said.breaks.map(({ from, to }) => ({ from: utc(from), to: utc(to) })),
    ...(said.category !== 'volunteering' && { quantity: said.quantity ?? 1 }),
  }
  const held = await readEvent(context.table, draft.eventId, true)
  if (held) return saidOf(held) === saidOf(draft) ? viewOf(context, actor, held) : refuse('id-reused')
  const kind = (await context.orgs(countyOf(org))).get(org)?.kind
  if (kind === undefined) return { refused: 'invalid-input', errors: [{ path: 'org', code: 'unknown', message: 'There is no such organisation' }] }
  const errors = faultsOfEvent(draft)
  if (errors.length) return { refused: 'invalid-input', errors }
  if (isPast(draft, context.now())) return { refused: 'event-in-the-past', errors: [{ path: 'startsAt', code: 'in-the-past', message: 'The event has begun more than an hour ago, or is over' }] }
  const event = { ...draft, shards: shardsFor(draft.capacity, kind), state: 'open' as const, publishedAt: instantOf(context.now()), publishedBy: actor.personId }
  return untilDecided<EventView | Refusal>(context, async () => {
    if (await addEvent(context.table, event, instantOf(dueMs(event)))) return viewOf(context, actor, event)
    // The same request was faster, or somebody else took the id; or it is still at it: again.
    const first = await readEvent(context.table, draft.eventId, true)
    return first && (saidOf(first) === saidOf(draft) ? viewOf(context, actor, first) : refuse('id-reused'))
  })
}
