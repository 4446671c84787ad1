import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { personOf } from '../store/keys'
import type { Context } from '../use-cases/context'
import { projectPerson } from '../use-cases/project-person'
import { forEachGroup, keyOf } from './entries'

/** Ledger → progress and review queue: each person of the batch is folded once, however many entries came. */
export const projectPeople = (context: Context) => (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  forEachGroup(
    event.Records,
    (record) => {
      const { pk, sk } = keyOf(record)
      return pk.startsWith('P#') && (sk.startsWith('L#') || sk.startsWith('A#')) ? [personOf(pk)] : []
    },
    (personId, records) => {
      const touched = new Set(records.flatMap((record) => record.dynamodb?.NewImage?.recordId?.S ?? []))
      return projectPerson(context, personId, touched)
    },
  )
