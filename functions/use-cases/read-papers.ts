import { type Refusal, refuse } from '@shared/model/refusal'
import type { Context } from './context'
import { readPhotosOf } from './show-upload'

/** Photos of a paper by hash, each there to be read; or what is wrong with them. One that is still being looked at may be named again shortly. */
export const readPapers = async (context: Context, personId: string, photoIds: string[]): Promise<{ photoId: string; sha256: string }[] | Refusal> => {
  const { photos, errors } = await readPhotosOf(context, personId, photoIds)
  if (errors.length) return { refused: 'invalid-input', errors }
  const read = photos.flatMap((photo) => (photo?.sha256 === undefined ? [] : [{ photoId: photo.photoId, sha256: photo.sha256 }]))
  return read.length === photoIds.length ? read : refuse('photo-not-ready')
}
