import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { stopScanner } from '../store/scans'
import { instantOf } from './context'
import { scannerView } from './register-scanner'

/** Any manager of the event cuts a phone off, their own too; once, whoever was first, at the time of then (spec/check-in.md, 2). `stop` is a parameter so that a test can take the guard away. */
export const cutOffScannerBy = (stop: typeof stopScanner = stopScanner): UseCase<'cutOffScanner'> => async (context, { eventId, scannerId }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const held = await stop(context.table, eventId, scannerId, { at: instantOf(context.now()), by: actor.personId })
  return held ? scannerView(held, event) : refuse('not-found')
}

export const cutOffScanner = cutOffScannerBy()
