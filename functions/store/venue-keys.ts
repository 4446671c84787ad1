import type { ScannerPhone, VenueKey } from '@shared/model/event'
import { keys } from './keys'
import { getItems, type Table, transact, untilGiven } from './table'

interface Held { key?: VenueKey | undefined; screen?: ScannerPhone | undefined }

/** A screen's key, and the screen among the phones that scan at the event, where it can be cut off. */
export const readVenueKey = async (table: Table, eventId: string, keyId: string): Promise<Held> => {
  const [key, screen] = await getItems<unknown>(table, [keys.venueKey(keyId), keys.scanner(eventId, keyId)], true)
  return { key: key as VenueKey | undefined, screen: screen as ScannerPhone | undefined }
}

/** Registers both on the condition that the id is free. Gives what holds. */
export const addVenueKey = async (table: Table, key: VenueKey): Promise<Held> => {
  const { keyId, eventId, by, at } = key
  const screen: ScannerPhone = { scannerId: keyId, eventId, personId: by, at, shows: 'venue-code' }
  const free = 'attribute_not_exists(pk)'
  const writes = [
    { Put: { TableName: table.name, Item: { ...keys.venueKey(keyId), ...key }, ConditionExpression: free } },
    { Put: { TableName: table.name, Item: { ...keys.scanner(eventId, keyId), ...screen }, ConditionExpression: free } },
  ]
  return untilGiven(async () => {
    if (await transact(table, writes)) return { key, screen }
    const held = await readVenueKey(table, eventId, keyId)
    // Nobody holds either: the other transaction was given up, or the table is busy. The same again.
    return held.key || held.screen ? held : undefined
  })
}

/** The keys of what was scanned, each in its place; undefined where there is none. */
export const readVenueKeys = (table: Table, keyIds: readonly string[]): Promise<(VenueKey | undefined)[]> => getItems<VenueKey>(table, keyIds.map(keys.venueKey), true)
