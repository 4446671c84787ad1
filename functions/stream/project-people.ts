import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { isLateScan } from '../core/late-scan'
import { dueAgain } from '../store/due-events'
import { eventOfScan, personOf } from '../store/keys'
import { type Context, instantOf } from '../use-cases/context'
import { projectPerson } from '../use-cases/project-person'
import { forEachGroup, keyOf } from './entries'

/** The event of a scan that came, was taken back or looked at when it may have been finished: then it is finished anew. By this function's clock: a scan that a manager accepted is of when it was uploaded. An event's id is told from a person's by its `~`. */
const lateEventOf = (record: DynamoDBRecord, now: number): string[] => {
  const eventId = eventOfScan(keyOf(record).sk)
  const image = record.dynamodb?.NewImage
  return eventId !== undefined && image && isLateScan(now, image.credit?.M?.endsAt?.S) ? [eventId] : []
}

/** Ledger → progress and the queues of those who look at records and scans: each person of the batch is folded once, however many entries came. */
export const projectPeople = (context: Context) => (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  forEachGroup(
    event.Records,
    (record) => {
      const { pk, sk } = keyOf(record)
      return pk.startsWith('P#') && (sk.startsWith('L#') || sk.startsWith('A#')) ? [personOf(pk), ...lateEventOf(record, context.now())] : []
    },
    (group, records) => {
      if (group.includes('~')) return dueAgain(context.table, group, instantOf(context.now()))
      const touched = new Set(records.flatMap((record) => [record.dynamodb?.NewImage?.recordId?.S ?? [], record.dynamodb?.NewImage?.scanId?.S ?? []].flat()))
      return projectPerson(context, group, touched)
    },
  )
