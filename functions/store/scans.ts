import type { ScanEntry } from '@shared/model/ledger'
import { personPartition } from './keys'
import { queryAll, type Table } from './table'

/** A person's scans at one event. */
export const readScans = (table: Table, personId: string, eventId: string, consistent = false): Promise<ScanEntry[]> =>
  queryAll<ScanEntry>(table, { pk: personPartition(personId), prefix: `L#S#${eventId}#`, consistent })
