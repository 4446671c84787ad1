import type { Objects } from '../files/s3-objects'
import type { ReEncoded } from '../files/re-encode'
import { firstUse, readPhoto, settlePhoto } from '../store/photos'
import type { Context } from './context'
import { pictureKey, thumbnailKey } from './show-upload'

/**
 * Takes a photo out of the quarantine: re-encoded into the private store, or refused with why; the original is deleted either way, last, so that a
 * function killed on the way is simply run again. What is not an upload we allowed is deleted unread.
 */
export const acceptPhoto = async (context: Context, objects: Objects, reEncode: (original: Uint8Array) => Promise<ReEncoded>, key: string): Promise<void> => {
  const [, personId = '', photoId = ''] = key.split('/')
  const photo = await readPhoto(context.table, personId, photoId)
  const original = photo?.state === 'waiting' ? await objects.get(key) : undefined
  if (photo && original) {
    const result = await reEncode(original)
    if ('refusedBecause' in result) await settlePhoto(context.table, personId, photoId, { state: 'refused', refusedBecause: result.refusedBecause })
    else {
      await objects.put(pictureKey(personId, photoId), result.picture, 'image/jpeg')
      await objects.put(thumbnailKey(personId, photoId), result.thumbnail, 'image/jpeg')
      const usedBefore = !(await firstUse(context.table, result.sha256, personId, photoId))
      await settlePhoto(context.table, personId, photoId, { state: 'ready', sha256: result.sha256, usedBefore })
    }
  }
  await objects.delete(key)
}
