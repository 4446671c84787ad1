import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readPhoto, type Photo } from '../store/photos'
import type { Context } from './context'

export const pictureKey = (personId: string, photoId: string) => `evidence/${personId}/${photoId}.jpg`
export const thumbnailKey = (personId: string, photoId: string) => `evidence/${personId}/${photoId}.thumb.jpg`
export const quarantineKey = (personId: string, photoId: string) => `quarantine/${personId}/${photoId}`

/** A photo with links to it, once there is something to see. */
export const showPhoto = async (context: Context, { personId, photoId, state, refusedBecause, sha256, usedBefore }: Photo) => ({
  photoId, state, refusedBecause, sha256, usedBefore,
  ...(state === 'ready' && { url: await context.files.presignRead(pictureKey(personId, photoId)), thumbnailUrl: await context.files.presignRead(thumbnailKey(personId, photoId)) }),
})

export const showUpload: UseCase<'showUpload'> = async (context, { photoId }, { actor }) => {
  const photo = await readPhoto(context.table, actor.personId, photoId)
  return photo ? showPhoto(context, photo) : refuse('not-found')
}
