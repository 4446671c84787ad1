import type { PublishedEvent } from '@shared/model/event'
import type { ScanEntry } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import { dueMs } from './check-in'
import { staysOf } from './fold-attendance'

const fault = (code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path: 'leftAt', code, message }] })

/** Whether a member may say when they left (epoch ms), and of which stay: the last one, when the event is over and nobody scanned an exit. */
export const decideExitClaim = (event: PublishedEvent, scans: readonly ScanEntry[], leftMs: number, now: number): Refusal | { entry: ScanEntry } => {
  if (event.state === 'open' && now < Date.parse(event.endsAt)) return refuse('event-not-over')
  const last = staysOf(scans).at(-1)
  if (!last || last.exit) return refuse('exit-not-missing')
  if (leftMs <= Date.parse(last.entry.time)) return fault('end-before-start', 'leftAt must be after the entry')
  if (leftMs > now) return fault('in-future', 'leftAt has not been yet')
  if (leftMs > dueMs(event)) return fault('too-long', 'leftAt is at most an hour after the event’s end')
  return { entry: last.entry }
}
