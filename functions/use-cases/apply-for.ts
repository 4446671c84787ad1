import { type Refusal, refuse } from '@shared/model/refusal'
import { apply as decide } from '../core/apply'
import type { UseCase } from '../http/app'
import { readMe } from '../store/people'
import { advanceApplication } from './advance-application'
import type { Context } from './context'
import { applicationView } from './show-application'
import { readPhotosOf } from './show-upload'

/** The letter's photos by hash, each there to be read; or what is wrong with them. One that is still being looked at may be named again shortly. */
const readLetter = async (context: Context, personId: string, photoIds: string[]): Promise<{ photoId: string; sha256: string }[] | Refusal> => {
  const { photos, errors } = await readPhotosOf(context, personId, photoIds)
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
