import type { PublishedEvent } from '@shared/model/event'
import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import { dayMs } from '@shared/rules/local-date'
import { localDateIn } from '@shared/rules/local-date-in'
import { shanghaiMidnight } from '@shared/rules/shanghai'

/** The end of the event's day, epoch milliseconds: of the local date (Asia/Shanghai) on which it ends; midnight itself belongs to the day before. */
export const undoEndsMs = ({ endsAt }: Pick<PublishedEvent, 'endsAt'>): number =>
  shanghaiMidnight(localDateIn('Asia/Shanghai', Date.parse(endsAt) - 1)) + dayMs

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
