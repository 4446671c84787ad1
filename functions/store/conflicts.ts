import type { ScanVerdict } from '@shared/model/event'
import type { ScanEntry } from '@shared/model/ledger'
import { conflictPrefix, eventPartition, keys } from './keys'
import { entryKey } from './ledger'
import { countOf, getItem, queryPage, type Table, transact } from './table'

/** One page of an event's scans that wait for a manager, by time: their ids. */
export const readConflictsPage = (table: Table, eventId: string, limit: number, after?: string) =>
  queryPage<{ scanId: string }>(table, { pk: eventPartition(eventId), prefix: conflictPrefix, consistent: true }, limit, after)

/** How many wait. */
export const countConflicts = (table: Table, eventId: string): Promise<number> => countOf(table, { pk: eventPartition(eventId), prefix: conflictPrefix })

export const readVerdict = (table: Table, scanId: string): Promise<ScanVerdict | undefined> => getItem<ScanVerdict>(table, keys.scanVerdict(scanId), true)

/**
 * A conflict as decided, once: the decision on the condition that there is none, the scan into the ledger (`entry`, where it is accepted and not there yet) on the condition that its
 * key is free, and its place in the queue away, in one transaction. False: somebody else was first.
 */
export const settleConflict = (table: Table, { scanId, eventId, time, decided }: ScanVerdict, personId: string | undefined, entry: ScanEntry | undefined): Promise<boolean> =>
  transact(table, [
    { Update: { TableName: table.name, Key: keys.scanVerdict(scanId), UpdateExpression: 'SET decided = :decided', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(decided)', ExpressionAttributeValues: { ':decided': decided } } },
    { Delete: { TableName: table.name, Key: keys.conflict(eventId, time, scanId) } },
    ...(entry && personId !== undefined ? [{ Put: { TableName: table.name, Item: { ...entryKey(personId, entry), ...entry }, ConditionExpression: 'attribute_not_exists(pk)' } }] : []),
  ])
