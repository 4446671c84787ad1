import type { PublishedEvent } from '@shared/model/event'
import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { creditOf } from './credit-of'
import { standingScans, staysOf } from './fold-attendance'

/** The exit that a close makes for a person still inside: at the close or the event's end, whichever came first. Its id is made of the close's: a repeated close adds nothing. */
export const exitByClosing = (event: PublishedEvent, closing: NonNullable<PublishedEvent['closing']>, entries: readonly (ScanEntry | ScanUndoneEntry)[]): ScanEntry | undefined => {
  const last = staysOf(standingScans(entries)).at(-1)
  if (!last || last.exit) return undefined
  // An entry of the last hour's grace may lie after both: an exit is never before its entry.
  const time = [closing.at < event.endsAt ? closing.at : event.endsAt, last.entry.time].sort().at(-1) as string
  return {
    type: 'scan', scanId: `close-${closing.id}`, eventId: event.eventId, direction: 'exit', way: 'list', verdict: 'accepted', time, deviceTime: closing.at, skewMs: Date.parse(time) - Date.parse(closing.at),
    credit: creditOf(event), at: closing.at, by: closing.by,
  }
}
