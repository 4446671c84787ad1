import type { Answer } from '@shared/contract'
import type { PublishedEvent, ScannerPhone } from '@shared/model/event'
import { refuse } from '@shared/model/refusal'
import { dueMs } from '../core/check-in'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { addScanner } from '../store/scans'
import { instantOf } from './context'

export const scannerView = ({ scannerId, at, cutOff, shows }: ScannerPhone, { endsAt }: PublishedEvent): Answer<'registerScanner'> => ({
  scannerId, at, expiresAt: instantOf(dueMs({ endsAt })), ...(cutOff && { cutOff: { at: cutOff.at } }), ...(shows && { shows }),
})

/** A phone scans under an id of its own; the same id again is the same phone, another person's is refused. */
export const registerScanner: UseCase<'registerScanner'> = async (context, { eventId, id }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const held = await addScanner(context.table, { scannerId: id, eventId, personId: actor.personId, at: instantOf(context.now()) })
  return held.personId === actor.personId ? scannerView(held, event) : refuse('scanner-taken')
}
