import type { IssuedDocument } from '@shared/model/document'
import type { DecisionEntry } from '@shared/model/ledger'
import { documentPrefix, keys, personPartition } from './keys'
import { conditional, getItem, queryAll, type Table, transact, UpdateCommand } from './table'

export const readDocument = (table: Table, personId: string, documentId: string) => getItem<IssuedDocument>(table, keys.document(personId, documentId), true)

/** Every document of a person, by id. */
export const readDocuments = (table: Table, personId: string) => queryAll<IssuedDocument>(table, { pk: personPartition(personId), prefix: documentPrefix, consistent: true })

/** Whose document has a code, by the code's hash. */
export const findDocument = (table: Table, codeHash: string) => getItem<{ personId: string; documentId: string }>(table, keys.documentCode(codeHash))

/** Puts a document and its code, and items that belong to it, all or none, on the condition that there is neither. False: one is there, or the same request is at it. */
export const addDocument = async (table: Table, personId: string, document: IssuedDocument, codeHash: string, also: readonly object[] = []): Promise<boolean> => {
  const put = (item: object) => ({ Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } })
  return transact(table, [put({ ...keys.document(personId, document.documentId), ...document }), put({ ...keys.documentCode(codeHash), personId, documentId: document.documentId }), ...also.map(put)])
}

/** Withdraws a document on the condition that it stands. */
export const withdrawStanding = async (table: Table, personId: string, documentId: string, withdrawn: NonNullable<IssuedDocument['withdrawn']>): Promise<boolean> => {
  return conditional(table, new UpdateCommand({
    TableName: table.name, Key: keys.document(personId, documentId), UpdateExpression: 'SET withdrawn = :withdrawn',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(withdrawn)', ExpressionAttributeValues: { ':withdrawn': withdrawn },
  }))
}

/** Decisions about a person's records after number `n`, in order. */
export const readDecisionsAfter = (table: Table, personId: string, n: number): Promise<DecisionEntry[]> =>
  queryAll<DecisionEntry>(table, { pk: personPartition(personId), between: { from: keys.decision(personId, n + 1).sk, to: keys.decision(personId, 999_999).sk } })
