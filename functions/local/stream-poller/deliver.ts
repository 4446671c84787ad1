import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda'

/** What Lambda's event source mapping does with a function's answer. */
export interface Delivery {
  invoke(records: DynamoDBRecord[]): Promise<DynamoDBBatchResponse | undefined>
  /** Retries of the same records before they are given up. */
  mostRetries: number
  bisect: boolean
  pause(attempt: number): Promise<void>
  /** Records up to this one are done with. */
  done(last: DynamoDBRecord): void
  givenUp(records: DynamoDBRecord[], why: unknown): void
  stopped(): boolean
}

const sequenceOf = (record: DynamoDBRecord) => record.dynamodb?.SequenceNumber

/** How many of the records came through: those before the first one named as failed; an unknown name fails the whole batch. */
const firstFailed = (records: DynamoDBRecord[], response: DynamoDBBatchResponse | undefined): number => {
  const failures = response?.batchItemFailures ?? []
  if (failures.length === 0) return records.length
  const at = failures.map(({ itemIdentifier }) => records.findIndex((record) => sequenceOf(record) === itemIdentifier))
  return Math.max(0, Math.min(...at))
}

/** Delivers records in order; what fails is tried again from the first failed one, halved where the function says nothing, and given up at last. */
export const deliver = async (delivery: Delivery, records: DynamoDBRecord[], attempt = 0): Promise<void> => {
  const last = records.at(-1)
  if (!last || delivery.stopped()) return
  let through = 0
  let why: unknown
  let silent = false
  try {
    through = firstFailed(records, await delivery.invoke(records))
  } catch (fault) {
    why = fault
    silent = true
  }
  if (through === records.length) return delivery.done(last)
  if (through > 0) delivery.done(records[through - 1] as DynamoDBRecord)
  const rest = records.slice(through)
  if (through === 0 && attempt >= delivery.mostRetries) {
    delivery.givenUp(rest, why ?? 'the function named it as failed')
    return delivery.done(last)
  }
  await delivery.pause(attempt)
  if (silent && delivery.bisect && rest.length > 1) {
    const middle = Math.ceil(rest.length / 2)
    await deliver(delivery, rest.slice(0, middle), attempt + 1)
    return deliver(delivery, rest.slice(middle), attempt + 1)
  }
  return deliver(delivery, rest, through > 0 ? 0 : attempt + 1)
}
