import { refuse } from '@shared/model/refusal'
import { dueMs } from '../core/check-in'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { addVenueKey, readVenueKey } from '../store/venue-keys'
import { instantOf } from './context'

/** A screen shows the venue's code with a key of its own; the same key again is the same screen, and hears whether it was cut off. */
export const registerVenueKey: UseCase<'registerVenueKey'> = async (context, { eventId, id, publicKey }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const now = context.now()
  const expiresMs = dueMs(event)
  let held = await readVenueKey(context.table, eventId, id)
  if (!held.key) {
    if (event.state === 'closed') return refuse('event-closed')
    if (now > expiresMs) return refuse('event-in-the-past')
    held = await addVenueKey(context.table, { keyId: id, eventId, publicKey, by: actor.personId, at: instantOf(now) })
  }
  const { key, screen } = held
  if (key?.eventId !== eventId || key.publicKey !== publicKey || key.by !== actor.personId) return refuse('id-reused')
  return { id, at: key.at, expiresAt: instantOf(expiresMs), ...(screen?.cutOff && { cutOff: { at: screen.cutOff.at } }) }
}
