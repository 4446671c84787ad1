import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { isLateScan } from '../core/late-scan'
import { dueAgain } from '../store/due-events'
import { eventOfScan, personOf, stayPrefix } from '../store/keys'
import { type Context, instantOf } from '../use-cases/context'
import { leaveQueues, projectPerson } from '../use-cases/project-person'
import { forEachGroup, keyOf } from './entries'

/** The event of a scan that came, was taken back or looked at when it may have been finished: then it is finished anew. By this function's clock: a scan that a manager accepted is of when it was uploaded. An event's id is told from a person's by its `~`. */
const lateEventOf = (record: DynamoDBRecord, now: number): string[] => {
  const eventId = eventOfScan(keyOf(record).sk)
  const image = record.dynamodb?.NewImage
  return eventId !== undefined && image && isLateScan(now, image.credit?.M?.endsAt?.S) ? [eventId] : []
}

/** The branches that lines of a person's history are from, where they lead to another: what waited in their queues waits elsewhere now. */
const branchesLeft = (records: DynamoDBRecord[]): string[] =>
  records.flatMap((record) => {
    const { from, to } = record.dynamodb?.NewImage ?? {}
    const [old, next] = [from?.M?.branch?.S, to?.M?.branch?.S]
    return keyOf(record).sk.startsWith(stayPrefix) && old !== undefined && next !== undefined && old !== next ? [old] : []
  })

/** Ledger → progress and the queues of those who look at records and scans: each person of the batch is folded once, however many entries came. */
export const projectPeople = (context: Context) => (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  forEachGroup(
    event.Records,
    (record) => {
      const { pk, sk } = keyOf(record)
      return pk.startsWith('P#') && (sk.startsWith('L#') || sk.startsWith('A#') || sk.startsWith(stayPrefix)) ? [personOf(pk), ...lateEventOf(record, context.now())] : []
    },
    async (group, records) => {
      if (group.includes('~')) return dueAgain(context.table, group, instantOf(context.now()))
      const touched = new Set(records.flatMap((record) => [record.dynamodb?.NewImage?.recordId?.S ?? [], record.dynamodb?.NewImage?.scanId?.S ?? []].flat()))
      const left = branchesLeft(records)
      await leaveQueues(context, group, left)
      return projectPerson(context, group, left.length ? undefined : touched)
    },
  )
