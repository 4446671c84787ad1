import { type FieldError, refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readPhoto, type Photo } from '../store/photos'
import { getItems } from '../store/table'
import type { Context } from './context'

export const pictureKey = (personId: string, photoId: string) => `evidence/${personId}/${photoId}.jpg`
export const thumbnailKey = (personId: string, photoId: string) => `evidence/${personId}/${photoId}.thumb.jpg`
export const quarantineKey = (personId: string, photoId: string) => `quarantine/${personId}/${photoId}`

/** A photo with links to it, once there is something to see. */
export const showPhoto = async (context: Context, { personId, photoId, state, refusedBecause, sha256, usedBefore }: Photo) => ({
  photoId, state, refusedBecause, sha256, usedBefore,
  ...(state === 'ready' && { url: await context.files.presignRead(pictureKey(personId, photoId)), thumbnailUrl: await context.files.presignRead(thumbnailKey(personId, photoId)) }),
})

/** A person's photos of these ids. */
export const showPhotos = async (context: Context, personId: string, photoIds: readonly string[]) => {
  const photos = await getItems<Photo>(context.table, photoIds.map((photoId) => keys.photo(personId, photoId)))
  return Promise.all(photos.flatMap((photo) => (photo ? [showPhoto(context, photo)] : [])))
}

/** Photos of anyone's by name, and what is wrong with them by field: not begun, not usable, named twice. */
export const readNamedPhotos = async (context: Context, named: readonly Pick<Photo, 'personId' | 'photoId'>[]): Promise<{ photos: (Photo | undefined)[]; errors: FieldError[] }> => {
  const photos = await getItems<Photo>(context.table, named.map(({ personId, photoId }) => keys.photo(personId, photoId)), true)
  const errors = named.flatMap(({ photoId }, i): FieldError[] => {
    const [photo, path] = [photos[i], `photoIds[${i}]`]
    if (!photo) return [{ path, code: 'photo-missing', message: 'No upload was begun for this photo' }]
    if (photo.state === 'refused') return [{ path, code: 'photo-refused', message: `The photo cannot be used: ${photo.refusedBecause}` }]
    return named.findIndex((one) => one.photoId === photoId) < i ? [{ path, code: 'duplicate', message: 'A photo is named twice' }] : []
  })
  return { photos, errors }
}

/** The same of photos that a record or a letter names: all are one person's. */
export const readPhotosOf = (context: Context, personId: string, photoIds: readonly string[]) => readNamedPhotos(context, photoIds.map((photoId) => ({ personId, photoId })))

export const showUpload: UseCase<'showUpload'> = async (context, { photoId }, { actor }) => {
  const photo = await readPhoto(context.table, actor.personId, photoId)
  return photo ? showPhoto(context, photo) : refuse('not-found')
}
