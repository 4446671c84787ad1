import { createHash } from 'node:crypto'
import type { Picture } from './pictures'
import { randomOf, type Random } from './random'

/** A photo that a student uploaded and that was re-encoded. */
export interface DemoPhoto {
  photoId: string
  personId: string
  at: string
  jpeg: Uint8Array
  thumbnail: Uint8Array
  sha256: string
  /** Whose photo had these bytes first, where it was not this one. */
  first?: string
}

export interface Photos {
  /** Makes a photo of a scene for a person's record; `reuse` names one whose bytes are used again. Gives its id. */
  take(personId: string, scene: number, at: string, reuse?: string): string
  hashOf(photoId: string): string
  all(): DemoPhoto[]
}

/** A JPEG with a comment segment after its first marker: the same picture, other bytes. */
const stamped = (jpeg: Uint8Array, words: string): Uint8Array => {
  const comment = new TextEncoder().encode(words)
  const segment = [0xff, 0xfe, (comment.length + 2) >> 8, (comment.length + 2) & 0xff, ...comment]
  return Uint8Array.from([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2)])
}

export const photosFrom = (pictures: readonly Picture[], random: Random = randomOf('photos')): Photos => {
  const taken = new Map<string, DemoPhoto>()
  const known = (photoId: string): DemoPhoto => {
    const photo = taken.get(photoId)
    if (!photo) throw new Error(`No photo ${photoId}`)
    return photo
  }
  return {
    take: (personId, scene, at, reuse) => {
      const photoId = `f-${random.token(16)}`
      const { jpeg, thumbnail } = pictures[scene % pictures.length] as Picture
      const bytes = reuse === undefined ? stamped(jpeg, photoId) : known(reuse).jpeg
      taken.set(photoId, { photoId, personId, at, jpeg: bytes, thumbnail, sha256: createHash('sha256').update(bytes).digest('hex'), ...(reuse !== undefined && { first: reuse }) })
      return photoId
    },
    hashOf: (photoId) => known(photoId).sha256,
    all: () => [...taken.values()],
  }
}
