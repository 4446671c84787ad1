import type { EventSummary } from '@shared/model/event'
import { countyOf } from '@shared/model/org'
import { duePartition, hostOf, keys } from './keys'
import { conditional, DeleteCommand, type Item, type Key, queryAll, type Table, UpdateCommand } from './table'

/** How far a finish that was cut off has come: which sign-ups are counted, and what they came to. */
export interface FinishPart {
  partition: string
  after?: string
  sum: Pick<EventSummary, 'came' | 'noShow' | 'minutes' | 'byList' | 'missingExits'>
}

/** That an event is to be finished. `mark` grows with each reason to, so that one that comes during a finish is not taken away by it. */
export interface DueEvent extends Key {
  eventId: string
  mark: number
  part?: FinishPart
}

const countyOfEvent = (eventId: string) => countyOf(hostOf(eventId))

/** `when`: RFC 3339 in UTC. */
export const dueItem = (eventId: string, when: string): Item => ({ ...keys.due(countyOfEvent(eventId), when, eventId), eventId, mark: 1 })

const tenMinutes = 600_000

/**
 * That a scan arrived after its event was finished, at `at` (RFC 3339, UTC): the event is finished anew in the next ten minutes. Many scans are one
 * small write each on one item; none of it belongs into what answers a scanner.
 */
export const dueAgain = async (table: Table, eventId: string, at: string): Promise<void> => {
  const when = new Date(Math.ceil((Date.parse(at) + 1) / tenMinutes) * tenMinutes).toISOString()
  await table.doc.send(
    new UpdateCommand({
      TableName: table.name, Key: keys.due(countyOfEvent(eventId), when, eventId), UpdateExpression: 'SET eventId = :eventId, mark = if_not_exists(mark, :zero) + :one REMOVE part',
      ExpressionAttributeValues: { ':eventId': eventId, ':zero': 0, ':one': 1 },
    }),
  )
}

/** What of a county is due at `now` (RFC 3339, UTC), the longest due first. */
export const readDueEvents = (table: Table, countyId: string, now: string): Promise<DueEvent[]> =>
  // '$' comes right after '#': what is due at `now` itself is in, whatever its id.
  queryAll<DueEvent>(table, { pk: duePartition(countyId), between: { from: '0', to: `${now}$` }, consistent: true })

/** Notes how far a finish has come. False where there is a new reason since it began: then it begins anew. */
export const notePart = (table: Table, { pk, sk, mark }: DueEvent, part: FinishPart): Promise<boolean> =>
  conditional(table, new UpdateCommand({ TableName: table.name, Key: { pk, sk }, UpdateExpression: 'SET part = :part', ConditionExpression: 'mark = :mark', ExpressionAttributeValues: { ':part': part, ':mark': mark } }))

/** Takes it away, unless there is a new reason since. */
export const takeAwayDue = (table: Table, { pk, sk, mark }: DueEvent): Promise<boolean> =>
  conditional(table, new DeleteCommand({ TableName: table.name, Key: { pk, sk }, ConditionExpression: 'mark = :mark', ExpressionAttributeValues: { ':mark': mark } }))
