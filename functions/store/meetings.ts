import type { Meeting, MinutesRevision } from '@shared/model/meeting'
import { keys, meetingPartition, meetingPrefix, minutesRevisionPrefix } from './keys'
import { getItem, type Key, queryAll, queryPage, type Table, transact, type Write } from './table'

const plain = <T extends object>({ pk, sk, ...rest }: T & Key): T => rest as unknown as T

export const readMeeting = async (table: Table, branchId: string, meetingId: string, consistent = false): Promise<Meeting | undefined> => {
  const item = await getItem<Meeting & Key>(table, keys.meeting(branchId, meetingId), consistent)
  return item && plain<Meeting>(item)
}

/** One page of a branch's meetings, the newest first. */
export const readMeetingsPage = (table: Table, branchId: string, limit: number, after?: string) => queryPage<Meeting>(table, { pk: meetingPartition(branchId), prefix: meetingPrefix, newestFirst: true }, limit, after)

/** What a meeting's minutes said before each correction, the oldest first. */
export const readMinutesRevisions = async (table: Table, branchId: string, meetingId: string): Promise<MinutesRevision[]> =>
  (await queryAll<MinutesRevision>(table, { pk: meetingPartition(branchId), prefix: minutesRevisionPrefix(meetingId), consistent: true })).map((item) => plain<MinutesRevision>(item))

/** A meeting's next revision, on the condition that what is there still is the one before: of two who write at once, one is told. */
export const meetingWrite = (table: Table, next: Meeting): Write => {
  const first = next.revision === 1
  return { Put: { TableName: table.name, Item: { ...keys.meeting(next.branch, next.meetingId), ...next }, ConditionExpression: first ? 'attribute_not_exists(pk)' : 'revision = :before', ...(!first && { ExpressionAttributeValues: { ':before': next.revision - 1 } }) } }
}

export const replaceMeeting = (table: Table, next: Meeting): Promise<boolean> => transact(table, [meetingWrite(table, next)])

/** Corrected minutes, and what they said before: both or neither. */
export const correctMeeting = (table: Table, next: Meeting, before: MinutesRevision): Promise<boolean> =>
  transact(table, [meetingWrite(table, next), { Put: { TableName: table.name, Item: { ...keys.minutesRevision(next.branch, next.meetingId, before.n), ...before }, ConditionExpression: 'attribute_not_exists(pk)' } }])
