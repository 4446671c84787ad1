import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { messagePrefix } from '../store/keys'
import type { Key } from '../store/table'
import type { Context } from '../use-cases/context'
import { queueNotice } from '../use-cases/queue-notice'
import { mayTell, tellOf } from '../use-cases/tell-of'
import { forEachGroup, keyOf } from './entries'

const isMessage = ({ pk, sk }: Key) => pk.startsWith('P#') && sk.startsWith(messagePrefix)

/** A record that a roll granted, as it comes in: told by its image, so that no other record is read for it. */
const isGranted = ({ eventName, dynamodb }: DynamoDBRecord): boolean => eventName === 'INSERT' && dynamodb?.NewImage?.type?.S === 'record' && dynamodb.NewImage.source?.S === 'granted'

/**
 * Decisions → the inboxes of those they concern, each in its order; and new messages → the notices that wait for WeChat. Beside what is written and not with
 * it: a check-in or a review costs no more for it.
 */
export const tellPeople = (context: Context) => (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  forEachGroup(
    event.Records.filter(({ eventName }) => eventName !== 'REMOVE'),
    (record) => (isMessage(keyOf(record)) || mayTell(keyOf(record)) || isGranted(record) ? [keyOf(record).pk] : []),
    async (_partition, records) => {
      for (const record of records) await (isMessage(keyOf(record)) ? queueNotice(context, keyOf(record)) : tellOf(context, keyOf(record)))
    },
  )
