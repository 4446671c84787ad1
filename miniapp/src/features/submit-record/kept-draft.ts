import type { RecordView } from '@shared/contract/records'
import { clientId } from '@/api/client-id'
import { forget, keep, kept } from '@/platform/storage'
import { localDate, localTime } from '@/text/format'
import { type Category, type Draft, emptyDraft } from './draft'

/** A draft belongs to whoever writes it, for themselves or for another: two who share a phone never see each other's. */
const key = (owner: string) => `draft:submit-record:${owner}`

export const keepDraft = (owner: string, draft: Draft): void => keep(key(owner), draft)
export const keptDraft = (owner: string): Draft | undefined => kept<Draft>(key(owner))
export const forgetDraft = (owner: string): void => forget(key(owner))
export const newDraft = (): Draft => emptyDraft(clientId(), localDate(Date.now()))

/** A rejected or withdrawn record, to be mended and sent anew: everything but its photos, which belong to the old one. */
export const draftFrom = (r: RecordView): Draft => ({
  ...newDraft(), category: r.category as Category, title: r.title, place: r.place ?? '', description: r.description ?? '', distinctKey: r.distinctKey ?? '',
  day: localDate(r.startedAt), from: localTime(r.startedAt), until: localTime(r.endedAt), quantity: String(r.quantity),
})
