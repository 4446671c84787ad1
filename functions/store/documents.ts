import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { IssuedDocument } from '@shared/model/document'
import type { DecisionEntry } from '@shared/model/ledger'
import { documentPrefix, keys, personPartition } from './keys'
import { getItem, isConditionFailed, isTransactionCanceled, queryAll, type Table, TransactWriteCommand, UpdateCommand } from './table'

export const readDocument = (table: Table, personId: string, documentId: string) => getItem<IssuedDocument>(table, keys.document(personId, documentId), true)

/** Every document of a person, by id. */
export const readDocuments = (table: Table, personId: string) => queryAll<IssuedDocument>(table, { pk: personPartition(personId), prefix: documentPrefix, consistent: true })

/** Whose document has a code, by the code's hash. */
export const findDocument = (table: Table, codeHash: string) => getItem<{ personId: string; documentId: string }>(table, keys.documentCode(codeHash))

/** Puts a document and its code, both or neither, on the condition that there is neither. False: one is there, or the same request is at it. */
export const addDocument = async (table: Table, personId: string, document: IssuedDocument, codeHash: string): Promise<boolean> => {
  const put = (item: object) => ({ Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } })
  try {
    await table.doc.send(
      new TransactWriteCommand({ TransactItems: [put({ ...keys.document(personId, document.documentId), ...document }), put({ ...keys.documentCode(codeHash), personId, documentId: document.documentId })] }),
    )
    return true
  } catch (error) {
    if (!isTransactionCanceled(error)) throw error
    return false
  }
}

/** Withdraws a document on the condition that it stands. */
export const withdrawStanding = async (table: Table, personId: string, documentId: string, withdrawn: NonNullable<IssuedDocument['withdrawn']>): Promise<boolean> => {
  try {
    await table.doc.send(
      new UpdateCommand({
        TableName: table.name, Key: keys.document(personId, documentId), UpdateExpression: 'SET withdrawn = :withdrawn',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(withdrawn)', ExpressionAttributeValues: { ':withdrawn': withdrawn },
      }),
    )
    return true
  } catch (error) {
    if (!isConditionFailed(error)) throw error
    return false
  }
}

/** Decisions about a person's records after number `n`, in order. */
export const readDecisionsAfter = async (table: Table, personId: string, n: number): Promise<DecisionEntry[]> => {
  const [from, to] = [keys.decision(personId, n + 1), keys.decision(personId, 999_999)]
  const found: DecisionEntry[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await table.doc.send(
      new QueryCommand({
        TableName: table.name, KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to', ExpressionAttributeValues: { ':pk': from.pk, ':from': from.sk, ':to': to.sk }, ExclusiveStartKey: start,
      }),
    )
    found.push(...((page.Items ?? []) as DecisionEntry[]))
    start = page.LastEvaluatedKey
  } while (start)
  return found
}
