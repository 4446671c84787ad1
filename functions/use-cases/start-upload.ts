import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { putPhoto } from '../store/photos'
import { instantOf } from './context'
import { quarantineKey } from './show-upload'

const minutes = 10

/** A place in the quarantine under a key the server chose; nobody can read it there. The same id again gives a fresh form for the same place. */
export const startUpload: UseCase<'startUpload'> = async (context, { id, contentType, bytes }, { actor }) => {
  const photo = { photoId: id, personId: actor.personId, state: 'waiting' as const, contentType, bytes, at: instantOf(context.now()) }
  const result = await putPhoto(context.table, photo)
  if (!result.put && (result.held.contentType !== contentType || result.held.bytes !== bytes)) return refuse('id-reused')
  const form = await context.files.presignUpload(quarantineKey(actor.personId, id), contentType, bytes)
  return { photoId: id, ...form, expiresAt: instantOf(context.now() + minutes * 60_000) }
}
