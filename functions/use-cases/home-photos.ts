import type { FieldError } from '@shared/model/refusal'
import type { PhotoOf } from '@shared/model/youth-home'
import type { Actor, Context } from './context'
import { readNamedPhotos } from './show-upload'

/** Whose photos these ids are: those that the home showed before stay their uploader's, others are the caller's own. */
export const namePhotos = (actor: Actor, photoIds: readonly string[], shown: readonly PhotoOf[]): PhotoOf[] =>
  photoIds.map((photoId) => {
    const personId = shown.find((one) => one.photoId === photoId)?.personId ?? actor.personId
    return { personId, photoId }
  })

/** What is wrong with photos that a home is to show, by field. One that still waits is shown once it is ready. */
export const faultsOfPhotos = async (context: Context, photos: readonly PhotoOf[]): Promise<FieldError[]> => (await readNamedPhotos(context, photos)).errors
