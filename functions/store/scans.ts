import type { ScannerPhone, ScanVerdict } from '@shared/model/event'
import type { ScanEntry, ScanUndoneEntry } from '@shared/model/ledger'
import { keys, lookPrefix, personPartition, scannerPrefix } from './keys'
import { conditional, getItem, getItems, type Item, putIfAbsent, putItem, queryAll, queryPage, type Table, transact, untilGiven, UpdateCommand } from './table'

/** A person's scans at one event, and which of them were taken back. */
export const readScans = (table: Table, personId: string, eventId: string, consistent = false): Promise<(ScanEntry | ScanUndoneEntry)[]> =>
  queryAll<ScanEntry | ScanUndoneEntry>(table, { pk: personPartition(personId), prefix: `L#S#${eventId}#`, consistent })

/** A person's scans at all events, or at those of one host. */
export const readScansOf = (table: Table, personId: string, host?: string, consistent = false): Promise<(ScanEntry | ScanUndoneEntry)[]> =>
  queryAll<ScanEntry | ScanUndoneEntry>(table, { pk: personPartition(personId), prefix: host === undefined ? 'L#S#' : `L#S#${host}~`, consistent })

/** Scans of a person at one event that waited for a manager, in no order, with what was decided. */
export const readLooks = async (table: Table, personId: string, eventId: string, consistent = false): Promise<ScanVerdict[]> => {
  const looks = await queryAll<{ scanId: string }>(table, { pk: personPartition(personId), prefix: lookPrefix(eventId), consistent })
  return (await getItems<ScanVerdict>(table, looks.map(({ scanId }) => keys.scanVerdict(scanId)), consistent)).flatMap((one) => one ?? [])
}

/** Keeps what a scan came to outside the ledger, on the condition that nothing was kept for it: a conflict with its places in the event's queue and among the person's own. Gives what holds. */
export const keepVerdict = async (table: Table, verdict: ScanVerdict): Promise<ScanVerdict> => {
  const item: Item = { ...keys.scanVerdict(verdict.scanId), ...verdict }
  if (verdict.verdict === 'rejected') {
    const result = await putIfAbsent(table, item)
    return result.put ? verdict : (result.held as unknown as ScanVerdict)
  }
  const { eventId, time, scanId, personId } = verdict
  const writes = [
    { Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
    { Put: { TableName: table.name, Item: { ...keys.conflict(eventId, time, scanId), scanId } } },
    ...(personId === undefined ? [] : [{ Put: { TableName: table.name, Item: { ...keys.look(personId, eventId, scanId), scanId } } }]),
  ]
  // Nobody holds it: the other transaction was given up, or the table is busy. The same again.
  return untilGiven(async () => ((await transact(table, writes)) ? verdict : getItem<ScanVerdict>(table, keys.scanVerdict(scanId), true)))
}

/** Registers a phone on the condition that its id is free. Gives what holds. */
export const addScanner = async (table: Table, scanner: ScannerPhone): Promise<ScannerPhone> => {
  const result = await putIfAbsent(table, { ...keys.scanner(scanner.eventId, scanner.scannerId), ...scanner })
  return result.put ? scanner : (result.held as unknown as ScannerPhone)
}

export const readScannersPage = (table: Table, eventId: string, limit: number, after?: string) => queryPage<ScannerPhone>(table, { pk: `E#${eventId}`, prefix: scannerPrefix, consistent: true }, limit, after)

/** Cuts a phone off on the condition that it is there and nobody did. Gives what holds; undefined where there is no such phone. */
export const stopScanner = async (table: Table, eventId: string, scannerId: string, cutOff: NonNullable<ScannerPhone['cutOff']>): Promise<ScannerPhone | undefined> => {
  const key = keys.scanner(eventId, scannerId)
  await conditional(table, new UpdateCommand({
    TableName: table.name, Key: key, UpdateExpression: 'SET cutOff = :cutOff', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(cutOff)', ExpressionAttributeValues: { ':cutOff': cutOff },
  }))
  return getItem<ScannerPhone>(table, key, true)
}

/** How the times of an upload were found: for whoever looks into it, until `expiresAt` (epoch seconds). */
export const keepTelemetry = (table: Table, eventId: string, at: string, scanId: string, telemetry: Record<string, unknown> & { expiresAt: number }): Promise<void> =>
  putItem(table, { ...keys.scanTelemetry(eventId, at, scanId), ...telemetry })
