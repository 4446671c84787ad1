import type { DecisionEntry } from '@shared/model/ledger'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { foldLedger, type FoldedLedger } from '../core/fold-ledger'
import { type Review, reviewRecord } from '../core/review-record'
import { keys } from '../store/keys'
import { appendEntry, readLedger } from '../store/ledger'
import type { Photo } from '../store/photos'
import { getItems } from '../store/table'
import { type Context, instantOf } from './context'
import { untilDecided } from './until-decided'

export type Append = typeof appendEntry<DecisionEntry>
type Decide = (folded: FoldedLedger, seen: { evidence: string[]; at: string }) => { append: DecisionEntry } | { stands: DecisionEntry } | Refusal

/**
 * Reads the person's ledger, decides, and appends decision n + 1 on the condition that there is none: where another decision about this person came
 * first, reads and decides again, so that the second reviewer hears what theirs now meets. `append` is a parameter so that a test can take the guard away.
 */
export const appendDecision = async (context: Context, personId: string, recordId: string, decide: Decide, append: Append = appendEntry, photosReady = false): Promise<DecisionEntry | Refusal> =>
  untilDecided(context, async () => {
    const folded = foldLedger(await readLedger(context.table, personId))
    const photoIds = folded.records.find(({ id }) => id === recordId)?.photoIds ?? []
    const photos = await getItems<Photo>(context.table, photoIds.map((photoId) => keys.photo(personId, photoId)), true)
    if (photosReady && photos.some((photo) => photo?.state === 'waiting')) return refuse('photo-not-ready')
    const decided = decide(folded, { evidence: photos.flatMap((photo) => photo?.sha256 ?? []), at: instantOf(context.now()) })
    if (isRefusal(decided)) return decided
    if ('stands' in decided) return decided.stands
    return (await append(context.table, personId, decided.append)).put ? decided.append : undefined
  })

/** A verdict on one record; nothing is approved while a photo of it still waits. */
export const decideRecord = (context: Context, personId: string, review: Omit<Review, 'evidence' | 'at'>, append?: Append): Promise<DecisionEntry | Refusal> =>
  appendDecision(context, personId, review.recordId, (folded, seen) => reviewRecord(personId, folded, { ...review, ...seen }), append, review.verdict === 'approved')
