import type { ImportFate, ImportKind, NamedIssue } from '@shared/model/import'
import { importPartition, keys } from './keys'
import { getItem, getItems, isBusy, isConditionFailed, type Key, queryAll, queryPage, type Table, TransactWriteCommand, UpdateCommand } from './table'

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
  undone?: { at: string; by: string; waiting: number }
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

/** Says how an import came out. false: it was undone meanwhile. */
export const saveOutcome = async (table: Table, org: string, importId: string, counts: Import['counts'], waiting: number): Promise<boolean> => {
  try {
    await table.doc.send(new UpdateCommand({
      TableName: table.name, Key: keys.import(org, importId), UpdateExpression: 'SET counts = :counts, waiting = :waiting', ConditionExpression: 'attribute_not_exists(undone)', ExpressionAttributeValues: { ':counts': counts, ':waiting': waiting },
    }))
    return true
  } catch (error) {
    if (isConditionFailed(error)) return false
    throw error
  }
}

/** Marks an import as undone; a second time changes nothing. `busy`: the same again may succeed. */
export const markUndone = async (table: Table, org: string, importId: string, undone: NonNullable<Import['undone']>): Promise<'marked' | 'busy'> => {
  try {
    await table.doc.send(new TransactWriteCommand({
      TransactItems: [{ Update: { TableName: table.name, Key: keys.import(org, importId), UpdateExpression: 'SET undone = :undone', ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(undone)', ExpressionAttributeValues: { ':undone': undone } } }],
    }))
    return 'marked'
  } catch (error) {
    if (isConditionFailed(error)) return 'marked'
    if (isBusy(error)) return 'busy'
    throw error
  }
}

/** How many people's records still stand after an undo. */
export const saveUndo = async (table: Table, org: string, importId: string, waiting: number): Promise<void> => {
  await table.doc.send(new UpdateCommand({ TableName: table.name, Key: keys.import(org, importId), UpdateExpression: 'SET undone.waiting = :waiting', ExpressionAttributeValues: { ':waiting': waiting } }))
}

/** One page of an organisation's imports, newest first. */
export const readImportsPage = async (table: Table, org: string, limit: number, after?: string): Promise<{ items: Import[]; next?: string }> => {
  const { items, next } = await queryPage<{ importId: string }>(table, { pk: `I#${org}`, prefix: 'M#', newestFirst: true }, limit, after)
  const imports = await getItems<Import>(table, items.map(({ importId }) => keys.import(org, importId)), true)
  return { items: imports.filter((one): one is Import & Key => one !== undefined), ...(next !== undefined && { next }) }
}

/** The county's issues with their titles, where they have any. */
export const readNamedIssues = (table: Table, countyId: string): Promise<NamedIssue[]> => queryAll<NamedIssue>(table, { pk: `POLICY#${countyId}`, prefix: 'ISSUE#' })
