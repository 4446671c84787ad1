import { type FieldError, type Refusal, refuse } from '@shared/model/refusal'
import type { Destination, Transfer, TransferState, TransferStep } from '@shared/model/turn'

/** What somebody says of a transfer. */
export type TransferWord =
  | { to: 'sent'; destination: Destination; sentOn: string }
  | { to: 'confirmed'; number?: string | undefined; photos?: { photoId: string; sha256: string }[] | undefined }
  | { to: 'exception'; reason: string }
  | { to: 'to-do'; reason: string }

const from: Record<TransferWord['to'], readonly TransferState[]> = { sent: ['to-do', 'sent'], confirmed: ['sent'], exception: ['to-do', 'sent'], 'to-do': ['sent', 'exception', 'confirmed'] }
const fault = (path: string, code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path, code, message } satisfies FieldError] })

/** Why this cannot be said now; undefined where it can. `receiver`: the committee that the transfer was sent to says it. */
const no = (transfer: Transfer, word: TransferWord, { receiver, committee, today }: Speaker): Refusal | undefined => {
  if (!from[word.to].includes(transfer.state)) return refuse('transfer-changed', { state: transfer.state })
  const inCounty = transfer.destination?.kind === 'committee'
  if (word.to === 'confirmed') {
    // Who sends somebody does not also say that they arrived, where there is somebody in the county to say it.
    if (inCounty !== receiver) return refuse('not-allowed')
    return !inCounty && word.number === undefined && !word.photos?.length ? fault('number', 'required', 'The number of the transfer, or a picture of its receipt') : undefined
  }
  if (word.to === 'sent' && word.sentOn > today) return fault('sentOn', 'in-the-future', 'Today at the latest')
  // Whom nobody is waited for any more, and what was confirmed, are a committee's to say.
  return !committee && (word.to === 'exception' || transfer.state === 'confirmed' || transfer.state === 'exception') ? refuse('not-allowed') : undefined
}

interface Speaker {
  personId: string
  name: string
  /** Of the committee that it was sent to. */
  receiver: boolean
  /** Of the school's committee or the county's. */
  committee: boolean
  /** Local date. */
  today: string
}

const wordsOf = (word: TransferWord): string | undefined => (word.to === 'sent' ? word.destination.name : word.to === 'confirmed' ? word.number : word.reason)

/** A transfer with the next step of its way, or why not. */
export const settleTransfer = (transfer: Transfer, word: TransferWord, speaker: Speaker, stepId: string, at: string): Transfer | Refusal => {
  const refusal = no(transfer, word, speaker)
  if (refusal) return refusal
  const words = wordsOf(word)
  const step: TransferStep = { stepId, at, by: speaker.personId, byName: speaker.name, state: word.to, ...(words !== undefined && { words }) }
  const { destination, sentOn, number, photos, reason, ...rest } = transfer
  const kept = word.to === 'to-do' ? {} : { ...(destination && { destination }), ...(sentOn !== undefined && { sentOn }) }
  const said = word.to === 'sent' ? { destination: word.destination, sentOn: word.sentOn } : word.to === 'confirmed' ? { ...(word.number !== undefined && { number: word.number }), ...(word.photos?.length && { photos: word.photos }) } : { reason: word.reason }
  return { ...rest, ...kept, ...said, state: word.to, version: transfer.version + 1, since: at, steps: [...transfer.steps, step] }
}

const emptyCounts = (): Record<TransferState, number> => ({ 'to-do': 0, sent: 0, confirmed: 0, exception: 0 })

/** How many of them stand where. */
export const countTransfers = (transfers: readonly Transfer[]): Record<TransferState, number> => {
  const counts = emptyCounts()
  for (const { state } of transfers) counts[state]++
  return counts
}
