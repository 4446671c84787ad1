import type { FilePart } from '@shared/model/read'
import type { RoleName } from '@shared/model/role'
import { keys, personPartition, readPrefix } from './keys'
import { getItem, type Key, queryPage, type Table, UpdateCommand } from './table'

/** One reader of one person's file on one local day. The names are those of that day. */
export interface FileRead extends Key {
  name: string
  role: RoleName
  scopeName: string
  /** RFC 3339. */
  firstAt: string
  lastAt: string
  parts: Set<FilePart>
}

export const readFileRead = (table: Table, personId: string, date: string, readerId: string) => getItem<FileRead>(table, keys.read(personId, date, readerId))

/** Adds a part to what the reader saw that day; reads of the same page that come together all stay. `expiresAt`: epoch seconds. */
export const addFileRead = async (
  table: Table, personId: string, date: string, readerId: string, part: FilePart, at: string, who: Pick<FileRead, 'name' | 'role' | 'scopeName'>, expiresAt: number,
): Promise<void> => {
  await table.doc.send(
    new UpdateCommand({
      TableName: table.name,
      Key: keys.read(personId, date, readerId),
      UpdateExpression: 'SET #name = :name, #role = :role, scopeName = :scopeName, firstAt = if_not_exists(firstAt, :at), lastAt = :at, expiresAt = :expiresAt ADD parts :parts',
      ExpressionAttributeNames: { '#name': 'name', '#role': 'role' },
      ExpressionAttributeValues: { ':name': who.name, ':role': who.role, ':scopeName': who.scopeName, ':at': at, ':expiresAt': expiresAt, ':parts': new Set([part]) },
    }),
  )
}

/** One page of who looked at a person's file, newest day first. */
export const readFileReadsPage = (table: Table, personId: string, limit: number, after?: string) =>
  queryPage<FileRead>(table, { pk: personPartition(personId), prefix: readPrefix, newestFirst: true }, limit, after)
