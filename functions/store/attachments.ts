import { keys } from './keys'
import { getItem, type Table } from './table'

/** A file that belongs to a person's application, stored under its own hash. */
export interface Attachment {
  fileId: string
  sha256: string
  bytes: number
  contentType: string
  at: string
  by: string
}

export const readAttachment = (table: Table, personId: string, fileId: string) => getItem<Attachment>(table, keys.attachment(personId, fileId), true)
