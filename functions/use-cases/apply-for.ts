import { type FieldError, type Refusal, refuse } from '@shared/model/refusal'
import { apply as decide } from '../core/apply'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readMe } from '../store/people'
import type { Photo } from '../store/photos'
import { getItems } from '../store/table'
import { advanceApplication } from './advance-application'
import type { Context } from './context'
import { applicationView } from './show-application'

/** The letter's photos by hash, each there to be read; or what is wrong with them. One that is still being looked at may be named again shortly. */
const readLetter = async (context: Context, personId: string, photoIds: string[]): Promise<{ photoId: string; sha256: string }[] | Refusal> => {
  const photos = await getItems<Photo>(context.table, photoIds.map((photoId) => keys.photo(personId, photoId)), true)
  const errors = photoIds.flatMap((photoId, i): FieldError[] => {
    const photo = photos[i]
    const path = `photoIds[${i}]`
    if (!photo) return [{ path, code: 'photo-missing', message: 'No upload was begun for this photo' }]
    if (photo.state === 'refused') return [{ path, code: 'photo-refused', message: `The photo cannot be used: ${photo.refusedBecause}` }]
    return photoIds.indexOf(photoId) < i ? [{ path, code: 'duplicate', message: 'A photo is named twice' }] : []
  })
  if (errors.length) return { refused: 'invalid-input', errors }
  const read = photos.flatMap((photo) => (photo?.sha256 === undefined ? [] : [{ photoId: photo.photoId, sha256: photo.sha256 }]))
  return read.length === photoIds.length ? read : refuse('photo-not-ready')
}

/** A secretary enters the letter of a member who wrote it on paper; what follows is as with a typed one. Nobody does this for themselves. */
export const applyFor: UseCase<'applyFor'> = async (context, { personId, id, date, photoIds }, { actor }) => {
  if (personId === actor.personId) return refuse('own-application')
  const me = await readMe(context.table, personId, true)
  if (!me) return refuse('not-found')
  const photos = await readLetter(context, personId, photoIds)
  if (!Array.isArray(photos)) return photos
  const paper = { date, photos }
  const refusal = await advanceApplication(context, me, { stepId: id, to: 'applied', paper }, (application, aCase) => decide(application, aCase, { id, paper, by: actor.personId }, context.now()))
  return refusal ?? applicationView(context, me)
}
