import type { ScanCheckedEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { keys, personPartition, queuePartition, samplePrefix } from './keys'
import { entryKey } from './ledger'
import { getItem, queryAll, queryPage, type Table, transact } from './table'

/** A check-in by the list that waits in the queue of the level above. */
export interface Sample {
  personId: string
  eventId: string
  scanId: string
}

export const readSamplesPage = (table: Table, orgId: string, limit: number, after?: string) => queryPage<Sample>(table, { pk: queuePartition(orgId), prefix: samplePrefix }, limit, after)

export const readChecked = (table: Table, { personId, eventId, scanId }: Sample): Promise<ScanCheckedEntry | undefined> => getItem<ScanCheckedEntry>(table, keys.scanChecked(personId, eventId, scanId), true)

/** What was said of a person's scans at one event. */
export const readChecks = (table: Table, personId: string, eventId: string): Promise<ScanCheckedEntry[]> => queryAll<ScanCheckedEntry>(table, { pk: personPartition(personId), prefix: `L#K#${eventId}#`, consistent: true })

/** That the level above looked, once, and with a doubt that the scan is taken back. False: somebody else was first. */
export const addChecked = (table: Table, personId: string, entry: ScanCheckedEntry, undo: ScanUndoneEntry | undefined): Promise<boolean> =>
  transact(table, [entry, ...(undo ? [undo] : [])].map((one) => ({ Put: { TableName: table.name, Item: { ...entryKey(personId, one), ...one }, ConditionExpression: 'attribute_not_exists(pk)' } })))
