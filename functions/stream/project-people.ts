import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { personOf } from '../store/keys'
import type { Context } from '../use-cases/context'
import { projectPerson } from '../use-cases/project-person'
import { forEachGroup, keyOf } from './entries'

/** Ledger → progress and the queues of those who look at records and scans: each person of the batch is folded once, however many entries came. */
export const projectPeople = (context: Context) => (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  forEachGroup(
    event.Records,
    (record) => {
      const { pk, sk } = keyOf(record)
      return pk.startsWith('P#') && (sk.startsWith('L#') || sk.startsWith('A#')) ? [personOf(pk)] : []
    },
    (personId, records) => {
      const touched = new Set(records.flatMap((record) => [record.dynamodb?.NewImage?.recordId?.S ?? [], record.dynamodb?.NewImage?.scanId?.S ?? []].flat()))
      return projectPerson(context, personId, touched)
    },
  )
