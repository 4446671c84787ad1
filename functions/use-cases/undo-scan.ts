import type { ScanUndoneEntry } from '@shared/model/ledger'
import { isRefusal, refuse } from '@shared/model/refusal'
import { undoScan as decide } from '../core/undo-scan'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { appendEntry } from '../store/ledger'
import { readScans } from '../store/scans'
import { instantOf } from './context'
import { namesOf } from './names-of'
import { namedIn, scanViews } from './show-scans'

/**
 * Takes a scan back by one more entry, on the condition that there is none: of two at once the first did it, and both hear so. The figures follow by the
 * stream. `put` is a parameter so that a test can take the guard away.
 */
export const undoScanBy = (put: typeof appendEntry<ScanUndoneEntry> = appendEntry): UseCase<'undoScan'> => async (context, { eventId, scanId, id, personId }, { actor }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const entries = await readScans(context.table, personId, eventId, true)
  const scan = entries.flatMap((one) => (one.type === 'scan' && one.scanId === scanId ? [one] : []))[0]
  const undone = entries.flatMap((one) => (one.type === 'scan-undone' && one.scanId === scanId ? [one] : []))[0]
  const decided = decide(scan, undone, event, { id, personId, by: actor.personId, at: instantOf(context.now()) })
  if (isRefusal(decided) || !scan) return isRefusal(decided) ? decided : refuse('not-found')
  const append = async (entry: ScanUndoneEntry) => {
    const result = await put(context.table, personId, entry)
    return result.put ? entry : result.held
  }
  const both = [scan, 'stands' in decided ? decided.stands : await append(decided.append)]
  const [view] = scanViews(both, await namesOf(context, namedIn(both)))
  return view ?? refuse('not-found')
}

export const undoScan = undoScanBy()
