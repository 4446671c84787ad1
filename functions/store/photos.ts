import { keys } from './keys'
import { getItem, type Key, putIfAbsent, type Table, UpdateCommand } from './table'

/** One photo of a person, from the moment an upload was allowed. */
export interface Photo extends Key {
  photoId: string
  personId: string
  state: 'waiting' | 'ready' | 'refused'
  contentType: string
  bytes: number
  at: string
  /** Who took it, where that was not the person. */
  by?: string
  refusedBecause?: string
  /** Of the re-encoded picture. */
  sha256?: string
  usedBefore?: boolean
}

export const readPhoto = (table: Table, personId: string, photoId: string) => getItem<Photo>(table, keys.photo(personId, photoId), true)

export const putPhoto = (table: Table, photo: Omit<Photo, keyof Key>) => putIfAbsent(table, { ...keys.photo(photo.personId, photo.photoId), ...photo })

/** What became of a photo; told once: a redelivery finds it no longer waiting. */
export const settlePhoto = async (table: Table, personId: string, photoId: string, outcome: { state: 'ready'; sha256: string; usedBefore: boolean } | { state: 'refused'; refusedBecause: string }): Promise<void> => {
  const entries = Object.entries(outcome)
  await table.doc.send(
    new UpdateCommand({
      TableName: table.name,
      Key: keys.photo(personId, photoId),
      UpdateExpression: `SET ${entries.map((_, i) => `#k${i} = :v${i}`).join(', ')}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: Object.fromEntries(entries.map(([key], i) => [`#k${i}`, key])),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], i) => [`:v${i}`, value])),
    }),
  )
}

/** Whether these bytes were seen before with another photo, of anyone: the first to show them keeps them. */
export const firstUse = async (table: Table, sha256: string, personId: string, photoId: string): Promise<boolean> => {
  const result = await putIfAbsent(table, { ...keys.photoHash(sha256), personId, photoId })
  return result.put || (result.held.personId === personId && result.held.photoId === photoId)
}
