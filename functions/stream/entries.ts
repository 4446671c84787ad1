import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'

/** The key of the item a stream record is about. */
export const keyOf = (record: DynamoDBRecord) => ({ pk: record.dynamodb?.Keys?.pk?.S ?? '', sk: record.dynamodb?.Keys?.sk?.S ?? '' })

/**
 * Runs `work` for each group of a batch and reports the first record of any group that failed: the stream then delivers again from there. The
 * work is a fold of state, so what is delivered again changes nothing.
 */
export const forEachGroup = async (records: DynamoDBRecord[], groupOf: (record: DynamoDBRecord) => string[], work: (group: string, records: DynamoDBRecord[]) => Promise<unknown>) => {
  const groups = new Map<string, DynamoDBRecord[]>()
  for (const record of records) for (const group of groupOf(record)) groups.set(group, [...(groups.get(group) ?? []), record])
  const failed = new Set<DynamoDBRecord>()
  const entries = [...groups]
  for (let at = 0; at < entries.length; at += 8) {
    await Promise.all(
      entries.slice(at, at + 8).map(([group, own]) =>
        work(group, own).catch((error: Error) => {
          console.error(JSON.stringify({ level: 'error', group, name: error.name, message: error.message, stack: error.stack }))
          for (const record of own) failed.add(record)
        }),
      ),
    )
  }
  const first = records.find((record) => failed.has(record))
  return { batchItemFailures: first ? [{ itemIdentifier: first.dynamodb?.SequenceNumber ?? '' }] : [] }
}

/** Two works on one batch; of what failed the first record is reported, and both are delivered again from there. */
export const bothOf = (one: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>, other: typeof one) => async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const [first, second] = await Promise.all([one(event), other(event)])
  const failed = new Set([...first.batchItemFailures, ...second.batchItemFailures].map(({ itemIdentifier }) => itemIdentifier))
  const record = event.Records.find(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''))
  return { batchItemFailures: record ? [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] : [] }
}
