import { attachmentPrefix, keys, personPartition } from './keys'
import { conditional, getItem, putIfAbsent, queryAll, type Table, UpdateCommand } from './table'

/** A file that belongs to a person's application, stored under its own hash. */
export interface Attachment {
  fileId: string
  sha256: string
  bytes: number
  contentType: string
  at: string
  by: string
  /** A scan that somebody uploaded, or the e-file that was made here. */
  kind?: 'scan' | 'e-file'
  pages?: number
  /** Of an e-file: the hash of the last entry of the trail that it tells. */
  upTo?: string
}
/** One that was allowed to be uploaded: until it was looked at it has no hash, and a refused one never has. */
export type Uploaded = Omit<Attachment, 'sha256'> & { sha256?: string; refusedBecause?: string }

export const readUploaded = (table: Table, personId: string, fileId: string) => getItem<Uploaded>(table, keys.attachment(personId, fileId), true)

/** A file that can be named in an act: one that is there and was looked at. */
export const readAttachment = async (table: Table, personId: string, fileId: string): Promise<Attachment | undefined> => {
  const file = await readUploaded(table, personId, fileId)
  return file?.sha256 === undefined ? undefined : { ...file, sha256: file.sha256 }
}

/** Every file of a person's applications. */
export const readAllUploaded = (table: Table, personId: string) => queryAll<Uploaded>(table, { pk: personPartition(personId), prefix: attachmentPrefix, consistent: true })

export const attachmentItem = (personId: string, file: Uploaded) => ({ ...keys.attachment(personId, file.fileId), ...file })
export const putAttachment = (table: Table, personId: string, file: Uploaded) => putIfAbsent(table, attachmentItem(personId, file))

/** What became of an upload, told once: a redelivery changes nothing. */
export const settleAttachment = (table: Table, personId: string, fileId: string, outcome: { sha256: string; bytes: number; pages: number } | { refusedBecause: string }): Promise<boolean> => {
  const entries = Object.entries(outcome)
  return conditional(table, new UpdateCommand({
    TableName: table.name, Key: keys.attachment(personId, fileId), UpdateExpression: `SET ${entries.map((_, i) => `#k${i} = :v${i}`).join(', ')}`,
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(sha256) AND attribute_not_exists(refusedBecause)',
    ExpressionAttributeNames: Object.fromEntries(entries.map(([key], i) => [`#k${i}`, key])), ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], i) => [`:v${i}`, value])),
  }))
}
