import type { Message } from '@shared/model/message'
import { keys } from './keys'
import type { Table, Write } from './table'

/** A message to a person, written with what it tells of. */
export const messageWrite = (table: Table, personId: string, message: Message): Write => ({
  Put: { TableName: table.name, Item: { ...keys.message(personId, message.at, message.messageId), ...message } },
})
