import type { Parsed } from '@shared/contract'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { type Photo, putPhoto } from '../store/photos'
import { type Context, instantOf } from './context'
import { quarantineKey } from './show-upload'

const minutes = 10

/** A place in the quarantine under a key the server chose; nobody can read it there. The same id again gives a fresh form for the same place. */
export const placeFor = async (context: Context, whose: Pick<Photo, 'personId' | 'by'>, { id, contentType, bytes }: Parsed<'startUpload'>) => {
  const result = await putPhoto(context.table, { photoId: id, ...whose, state: 'waiting', contentType, bytes, at: instantOf(context.now()) })
  if (!result.put && (result.held.contentType !== contentType || result.held.bytes !== bytes || result.held.by !== whose.by)) return refuse('id-reused')
  const form = await context.files.presignUpload(quarantineKey(whose.personId, id), contentType, bytes)
  return { photoId: id, ...form, expiresAt: instantOf(context.now() + minutes * 60_000) }
}

export const startUpload: UseCase<'startUpload'> = (context, input, { actor }) => placeFor(context, { personId: actor.personId }, input)
