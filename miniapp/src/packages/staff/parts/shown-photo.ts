import type { HomeView } from '@shared/contract/youth-homes'
import type { DraftPhoto } from '@/features/submit-record/draft'

/** A photo that is shown already, among those of a form. */
export const draftOf = ({ photoId, thumbnailUrl, url }: HomeView['standards'][number]['evidence'][number]): DraftPhoto => ({ photoId, path: thumbnailUrl ?? url ?? '', bytes: 0, contentType: 'image/jpeg', uploaded: true })
