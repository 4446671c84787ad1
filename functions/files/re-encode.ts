import { createHash } from 'node:crypto'
import { Jimp, JimpMime } from 'jimp'
import { pictureSize } from './picture-size'

const longestSide = 1600
const thumbnailSide = 320
const pixelsAtMost = 40_000_000
const bytesAtMost = 5 * 1024 * 1024

export type ReEncoded = { picture: Uint8Array; thumbnail: Uint8Array; sha256: string } | { refusedBecause: 'too-large' | 'not-an-image' | 'too-many-pixels' | 'corrupt' }

/**
 * A photo as it may be kept: turned upright, at most 1600 pixels a side, JPEG, and nothing of what a camera writes beside the pixels (place, time,
 * device). The hash is of the result, so that the same photo with other metadata is the same.
 */
export const reEncode = async (original: Uint8Array): Promise<ReEncoded> => {
  if (original.length > bytesAtMost) return { refusedBecause: 'too-large' }
  const size = pictureSize(original)
  if (!size) return { refusedBecause: 'not-an-image' }
  if (size.width * size.height > pixelsAtMost) return { refusedBecause: 'too-many-pixels' }
  try {
    const image = await Jimp.fromBuffer(Buffer.from(original))
    if (image.width * image.height === 0) return { refusedBecause: 'corrupt' }
    if (Math.max(image.width, image.height) > longestSide) image.scaleToFit({ w: longestSide, h: longestSide })
    const picture = await image.getBuffer(JimpMime.jpeg, { quality: 80 })
    const thumbnail = await image.scaleToFit({ w: thumbnailSide, h: thumbnailSide }).getBuffer(JimpMime.jpeg, { quality: 70 })
    return { picture, thumbnail, sha256: createHash('sha256').update(picture).digest('hex') }
  } catch {
    return { refusedBecause: 'corrupt' }
  }
}
