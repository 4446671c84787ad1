import type { _Record } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'

/** How far a consumer is: DynamoDB Local's sequence numbers may begin again after a long stop, so the time goes first. */
export interface Position {
  /** Epoch milliseconds. */
  time: number
  sequence: string
}

const plain = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(plain)
  if (value && typeof value === 'object' && !(value instanceof Date)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
  return value
}

export const positionOf = (record: _Record): Position => ({ time: record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0, sequence: record.dynamodb?.SequenceNumber ?? '0' })

export const isAfter = (a: Position, b: Position): boolean => a.time > b.time || (a.time === b.time && BigInt(a.sequence) > BigInt(b.sequence))

/** The stream's record in the shape Lambda hands to a function: binary as base64, the time in epoch seconds. */
export const toEventRecord = (record: _Record, eventSourceARN: string): DynamoDBRecord => ({
  eventID: record.eventID,
  eventName: record.eventName,
  eventVersion: record.eventVersion,
  eventSource: 'aws:dynamodb',
  awsRegion: record.awsRegion,
  dynamodb: { ...(plain(record.dynamodb) as object), ApproximateCreationDateTime: positionOf(record).time / 1000 } as DynamoDBRecord['dynamodb'],
  eventSourceARN,
})
