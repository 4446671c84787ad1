import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { Context } from '../use-cases/context'
import { mayTell, tellOf } from '../use-cases/tell-of'
import { forEachGroup, keyOf } from './entries'

/** Decisions → the inboxes of those they concern, each in its order. Beside what is written and not with it: a check-in or a review costs no more for it. */
export const tellPeople = (context: Context) => (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  forEachGroup(
    event.Records.filter(({ eventName }) => eventName !== 'REMOVE'),
    (record) => (mayTell(keyOf(record)) ? [keyOf(record).pk] : []),
    async (_partition, records) => {
      for (const record of records) await tellOf(context, keyOf(record))
    },
  )
