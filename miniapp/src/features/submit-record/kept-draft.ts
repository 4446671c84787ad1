import type { RecordView } from '@shared/contract/records'
import { clientId } from '@/api/client-id'
import { forget, keep, kept } from '@/platform/storage'
import { localDate, localTime } from '@/text/format'
import { type Category, type Draft, emptyDraft } from './draft'

/** A draft belongs to a person: two who share a phone never see each other's. */
const key = (personId: string) => `draft:submit-record:${personId}`

export const keepDraft = (personId: string, draft: Draft): void => keep(key(personId), draft)
export const keptDraft = (personId: string): Draft | undefined => kept<Draft>(key(personId))
export const forgetDraft = (personId: string): void => forget(key(personId))
export const newDraft = (): Draft => emptyDraft(clientId(), localDate(Date.now()))

/** A rejected or withdrawn record, to be mended and sent anew: everything but its photos, which belong to the old one. */
export const draftFrom = (r: RecordView): Draft => ({
  ...newDraft(), category: r.category as Category, title: r.title, place: r.place ?? '', description: r.description ?? '', distinctKey: r.distinctKey ?? '',
  day: localDate(r.startedAt), from: localTime(r.startedAt), until: localTime(r.endedAt), quantity: String(r.quantity),
})
