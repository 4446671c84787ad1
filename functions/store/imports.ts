import type { ImportFate, ImportKind } from '@shared/model/import'
import { importPartition, keys } from './keys'
import { conditional, getItem, getItems, isBusy, isConditionFailed, type Key, queryAll, queryPage, type Table, TransactWriteCommand, UpdateCommand } from './table'

/** An import of an organisation: what was read, how far it came, and that it was undone. */
export interface Import {
  org: string
  importId: string
  kind: ImportKind
  platform: string
  fileName: string
  /** SHA-256 of the file. */
  file: string
  at: string
  by: string
  counts: Record<ImportFate, number>
  waiting: number
  /** The row up to which it came, as requests go on after one. */
  upTo: number
  /** `upTo`: the last person whose records are revoked, in the order of their ids. */
  undone?: { at: string; by: string; waiting: number; upTo: string }
}

/** A record that an import writes: in whose ledger, under which id. */
export interface ImportedRecord {
  personId: string
  recordId: string
}

export const readImport = (table: Table, org: string, importId: string): Promise<Import | undefined> => getItem<Import>(table, keys.import(org, importId), true)

/** Puts a new import and its place in the organisation's list; gives the one that has its id already. */
export const beginImport = async (table: Table, one: Import): Promise<Import> => {
  const { org, importId, at } = one
  try {
    await table.doc.send(new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: table.name, Item: { ...keys.import(org, importId), ...one }, ConditionExpression: 'attribute_not_exists(pk)' } },
        { Put: { TableName: table.name, Item: { ...keys.orgImport(org, at, importId), importId } } },
      ],
    }))
    return one
  } catch (error) {
    const held = isConditionFailed(error) || isBusy(error) ? await readImport(table, org, importId) : undefined
    if (!held) throw error
    return held
  }
}

/** Says which records are about to be written, unless the import was undone: then nothing more of it comes in. */
export const noteRecords = async (table: Table, org: string, importId: string, part: string, records: ImportedRecord[]): Promise<'noted' | 'undone' | 'busy'> => {
  try {
    await table.doc.send(new TransactWriteCommand({
      TransactItems: [
        { ConditionCheck: { TableName: table.name, Key: keys.import(org, importId), ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(undone)' } },
        { Put: { TableName: table.name, Item: { ...keys.importPart(org, importId, part), records } } },
      ],
    }))
    return 'noted'
  } catch (error) {
    if (isConditionFailed(error)) return 'undone'
    if (isBusy(error)) return 'busy'
    throw error
  }
}

/** Every record that an import wrote or began to write, by person. */
export const readNoted = async (table: Table, org: string, importId: string): Promise<Map<string, string[]>> => {
  const parts = await queryAll<{ records: ImportedRecord[] }>(table, { pk: importPartition(org, importId), prefix: 'C#', consistent: true })
  const byPerson = new Map<string, string[]>()
  for (const { personId, recordId } of parts.flatMap(({ records }) => records)) byPerson.set(personId, [...(byPerson.get(personId) ?? []), recordId])
  return byPerson
}

/** What one request did: with the rows after `after`, up to `upTo`. */
interface Outcome {
  after: number
  upTo: number
  counts: Import['counts']
  waiting: number
}

/** Adds a request's outcome to that of the ones before it; one that begins anew counts anew, one that was noted already is not noted twice. false: the import was undone meanwhile. */
export const saveOutcome = async (table: Table, org: string, importId: string, { after, upTo, counts, waiting }: Outcome): Promise<boolean> => {
  const fates = Object.keys(counts) as ImportFate[]
  const set = after === 0 ? 'counts = :counts' : fates.map((_, i) => `counts.#f${i} = counts.#f${i} + :n${i}`).join(', ')
  try {
    await table.doc.send(new UpdateCommand({
      TableName: table.name, Key: keys.import(org, importId), UpdateExpression: `SET ${set}, waiting = :waiting, upTo = :upTo`, ConditionExpression: `attribute_not_exists(undone)${after === 0 ? '' : ' AND upTo = :after'}`,
      ...(after > 0 && { ExpressionAttributeNames: Object.fromEntries(fates.map((fate, i) => [`#f${i}`, fate])) }),
      ExpressionAttributeValues: { ':waiting': waiting, ':upTo': upTo, ...(after === 0 ? { ':counts': counts } : { ':after': after, ...Object.fromEntries(fates.map((fate, i) => [`:n${i}`, counts[fate]])) }) },
    }))
    return true
  } catch (error) {
    if (!isConditionFailed(error)) throw error
    return (await readImport(table, org, importId))?.undone === undefined
  }
}

/** Marks an import as undone; a second time changes nothing. */
export const markUndone = (table: Table, org: string, importId: string, undone: NonNullable<Import['undone']>): Promise<boolean> =>
  conditional(table, new UpdateCommand({
    TableName: table.name, Key: keys.import(org, importId), UpdateExpression: 'SET undone = :undone', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(undone)', ExpressionAttributeValues: { ':undone': undone },
  }))

/** How far an undo came: how many people's records still stand, and whose were the last to be revoked. */
export const saveUndo = async (table: Table, org: string, importId: string, waiting: number, upTo: string): Promise<void> => {
  await table.doc.send(new UpdateCommand({ TableName: table.name, Key: keys.import(org, importId), UpdateExpression: 'SET undone.waiting = :waiting, undone.upTo = :upTo', ExpressionAttributeValues: { ':waiting': waiting, ':upTo': upTo } }))
}

/** One page of an organisation's imports, newest first. */
export const readImportsPage = async (table: Table, org: string, limit: number, after?: string): Promise<{ items: Import[]; next?: string }> => {
  const { items, next } = await queryPage<{ importId: string }>(table, { pk: `I#${org}`, prefix: 'M#', newestFirst: true }, limit, after)
  const imports = await getItems<Import>(table, items.map(({ importId }) => keys.import(org, importId)), true)
  return { items: imports.filter((one): one is Import & Key => one !== undefined), ...(next !== undefined && { next }) }
}
