import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Key } from '../../functions/store/table'
import type { Context } from '../../functions/use-cases/context'

/** Every item that the table has, as the stream would bring its writing: keys and order alone, for works that read what they need. */
export const wholeStream = async (context: Context): Promise<DynamoDBRecord[]> => {
  const { Items = [] } = await context.table.doc.send(new ScanCommand({ TableName: context.table.name, ConsistentRead: true }))
  return (Items as Key[]).map(({ pk, sk }, i) => ({ eventName: 'INSERT', dynamodb: { SequenceNumber: String(i + 1), Keys: { pk: { S: pk }, sk: { S: sk } } } }))
}

/** Delivers all of it. */
export const deliverAll = async (context: Context, handle: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>): Promise<void> => {
  expect(await handle({ Records: await wholeStream(context) })).toEqual({ batchItemFailures: [] })
}
