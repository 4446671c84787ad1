import type { PublishedEvent } from '@shared/model/event'
import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import { localDateIn } from '@shared/rules/local-date-in'

const zone = 'Asia/Shanghai'
const day = 86_400_000

/** The end of the event's day, epoch milliseconds: of the local date (Asia/Shanghai) on which it ends; midnight itself belongs to the day before. */
export const undoEndsMs = ({ endsAt }: Pick<PublishedEvent, 'endsAt'>): number => {
  const last = Date.parse(endsAt) - 1
  // Whole days since 1992, when Shanghai's clock was last moved, are of 24 hours.
  return Date.parse(`${localDateIn(zone, last)}T00:00:00+08:00`) + day
}

export interface Undo {
  id: string
  personId: string
  by: string
  at: string
}

/** The entry that takes a scan back (spec/check-in.md, 9), or why there is none. Whoever did it first did it: the same again gives what stands. Nobody takes back their own. */
export const undoScan = (scan: ScanEntry | undefined, undone: ScanUndoneEntry | undefined, event: PublishedEvent, { id, personId, by, at }: Undo): { append: ScanUndoneEntry } | { stands: ScanUndoneEntry } | Refusal => {
  if (!scan) return refuse('not-found')
  if (personId === by) return refuse('own-record')
  if (undone) return { stands: undone }
  if (Date.parse(at) >= undoEndsMs(event)) return refuse('undo-too-late')
  return { append: { type: 'scan-undone', scanId: scan.scanId, eventId: scan.eventId, id, at, by } }
}
