import { keys } from '../store/keys'
import type { Item } from '../store/table'
import { pictureKey, thumbnailKey } from '../use-cases/show-upload'
import type { DemoPhoto } from './photos'

/** A photo as the photos function leaves it: its own item, and who used its bytes first. */
export const photoItems = ({ photoId, personId, at, jpeg, sha256, first }: DemoPhoto): Item[] => [
  { ...keys.photo(personId, photoId), photoId, personId, state: 'ready', contentType: 'image/jpeg', bytes: jpeg.length, at, sha256, usedBefore: first !== undefined },
  ...(first === undefined ? [{ ...keys.photoHash(sha256), personId, photoId }] : []),
]

/** The objects of one photo in the private store. */
export const photoObjects = ({ photoId, personId, jpeg, thumbnail }: DemoPhoto): { key: string; body: Uint8Array }[] => [
  { key: pictureKey(personId, photoId), body: jpeg },
  { key: thumbnailKey(personId, photoId), body: thumbnail },
]
