import type { PublishedEvent } from '@shared/model/event'
import type { ScanEntry } from '@shared/model/ledger'
import { creditOf } from './credit-of'
import { staysOf } from './fold-attendance'

/** The exit that a close makes for a person still inside: at the close or the event's end, whichever came first. Its id is made of the close's: a repeated close adds nothing. */
export const exitByClosing = (event: PublishedEvent, closing: NonNullable<PublishedEvent['closing']>, scans: readonly ScanEntry[]): ScanEntry | undefined => {
  const last = staysOf(scans).at(-1)
  if (!last || last.exit) return undefined
  // An entry of the last hour's grace may lie after both: an exit is never before its entry.
  const time = [closing.at < event.endsAt ? closing.at : event.endsAt, last.entry.time].sort().at(-1) as string
  return {
    type: 'scan', scanId: `close-${closing.id}`, eventId: event.eventId, direction: 'exit', way: 'list', time, deviceTime: closing.at, skewMs: 0,
    credit: creditOf(event), at: closing.at, by: closing.by,
  }
}
