import { above } from '@shared/model/org'
import type { ScanCheckedEntry, ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import { fromBase64url } from '@shared/pass/base64url'

/** One in so many check-ins by the list, or by a card, is looked at by the level above (spec/check-in.md). */
export const spotCheckOneIn = 10

/** Whether a scan is one of the sample: by the list or a card, where a manager's word is all there is, and by the last four bytes of its id, which are of a hash over what it says. A close's exits are nobody's word for anybody. */
export const isSample = ({ scanId, way }: Pick<ScanEntry, 'scanId' | 'way'>): boolean => {
  const bytes = way === 'list' || way === 'card' ? fromBase64url(scanId) : undefined
  if (bytes?.length !== 27) return false
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(23) % spotCheckOneIn === 0
}

/** Who looks: the organisation above the host; above a county there is none. */
export const checkedBy = (host: string): string => above(host)[0] ?? host

export interface SpotCheck {
  id: string
  personId: string
  confirmed: boolean
  words?: string | undefined
  by: string
  at: string
}

/**
 * What the level above says of a scan of the sample: it was so, or it is doubted, which takes it back also after the day, with why. Never by who scanned or decided it, nor about
 * oneself; once.
 */
export const spotCheck = (scan: ScanEntry | undefined, undone: ScanUndoneEntry | undefined, checked: ScanCheckedEntry | undefined, { id, personId, confirmed, words, by, at }: SpotCheck): { append: ScanCheckedEntry; undo?: ScanUndoneEntry } | { stands: ScanCheckedEntry } | Refusal => {
  if (!scan || !isSample(scan)) return refuse('not-found')
  if ([personId, scan.by, scan.decided?.by].includes(by)) return refuse('own-record')
  if (checked?.id === id) return checked.confirmed === confirmed && checked.words === words ? { stands: checked } : refuse('id-reused')
  if (checked) return refuse('conflict-not-open', { state: checked.confirmed ? 'confirmed' : 'doubted', conflict: { by: checked.by, at: checked.at } })
  if (undone) return refuse('conflict-not-open', { state: 'undone', conflict: { by: undone.by, at: undone.at } })
  if (!confirmed && words === undefined) return { refused: 'invalid-input', errors: [{ path: 'words', code: 'required', message: 'A doubt says why' }] }
  const { scanId, eventId } = scan
  const said = { scanId, eventId, id, ...(words !== undefined && { words }), at, by }
  return { append: { type: 'scan-checked', ...said, confirmed }, ...(!confirmed && { undo: { type: 'scan-undone', ...said } }) }
}
