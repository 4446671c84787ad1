import type { DecisionEntry } from '@shared/model/ledger'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { foldLedger } from '../core/fold-ledger'
import { type Review, reviewRecord } from '../core/review-record'
import { keys } from '../store/keys'
import { appendEntry, readLedger } from '../store/ledger'
import type { Photo } from '../store/photos'
import { getItems } from '../store/table'
import { type Context, instantOf } from './context'
import { untilDecided } from './until-decided'

export type Append = typeof appendEntry<DecisionEntry>

/**
 * Reads the person's ledger, decides, and appends decision n + 1 on the condition that there is none: where another decision about this person came
 * first, reads and decides again, so that the second reviewer hears what theirs now meets. `append` is a parameter so that a test can take the guard away.
 */
export const decideRecord = async (context: Context, personId: string, review: Omit<Review, 'evidence' | 'at'>, append: Append = appendEntry): Promise<DecisionEntry | Refusal> =>
  untilDecided(context, async () => {
    const folded = foldLedger(await readLedger(context.table, personId))
    const photoIds = folded.records.find(({ id }) => id === review.recordId)?.photoIds ?? []
    const photos = await getItems<Photo>(context.table, photoIds.map((photoId) => keys.photo(personId, photoId)), true)
    if (review.verdict === 'approved' && photos.some((photo) => photo?.state === 'waiting')) return refuse('photo-not-ready')
    const evidence = photos.flatMap((photo) => photo?.sha256 ?? [])
    const decided = reviewRecord(personId, folded, { ...review, evidence, at: instantOf(context.now()) })
    if (isRefusal(decided)) return decided
    if ('stands' in decided) return decided.stands
    return (await append(context.table, personId, decided.append)).put ? decided.append : undefined
  })
