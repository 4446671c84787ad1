import type { LedgerEntry } from '@shared/model/ledger'
import type { Candidate } from '../core/find-person'
import { foldLedger } from '../core/fold-ledger'
import { decideRecordRow, fateOf, type ImportOf, type PersonFate, type RowDecision } from '../core/import-records'
import type { RecordRow } from '../core/records-sheet'
import { noteRecords } from '../store/imports'
import { appendEntry, readLedger } from '../store/ledger'
import type { Context } from './context'
import { eachOf } from './each-of'
import { untilDecided } from './until-decided'

/** A row of a known person, to be decided and perhaps written. */
export interface KnownRow {
  row: RecordRow
  person: Candidate
}

export type Ledgers = Map<string, LedgerEntry[]>

const readsAtOnce = 20
/** People whose rows are written at once, and rows noted together before they are written. */
const width = 10
const partOf = 100

/** The ledgers of these people, read consistently, each once. */
export const readLedgers = async (context: Context, people: readonly string[]): Promise<Ledgers> => {
  const unique = [...new Set(people)]
  return new Map(await eachOf(unique, readsAtOnce, async (personId) => [personId, await readLedger(context.table, personId)] as const))
}

/** Each row decided one after another, a later one of a person after what the earlier ones append; and the ledgers as they would be then. */
export const planRows = (rows: readonly KnownRow[], ledgers: Ledgers, of: ImportOf): { plan: RowDecision[]; after: Ledgers } => {
  const after: Ledgers = new Map(ledgers)
  const plan = rows.map(({ row, person: { personId } }) => {
    const entries = after.get(personId) ?? []
    const decision = decideRecordRow(personId, entries, row, of)
    if ('append' in decision && decision.append) after.set(personId, [...entries, decision.append])
    return decision
  })
  return { plan, after }
}

/** Every row's fate with the ledgers as they are, each folded once. */
export const fatesOf = (rows: readonly KnownRow[], decisions: readonly RowDecision[], ledgers: Ledgers): PersonFate[] => {
  const folded = new Map([...ledgers].map(([personId, entries]) => [personId, foldLedger(entries).records]))
  return rows.map(({ person }, i) => fateOf(decisions[i] as RowDecision, folded.get(person.personId) ?? []))
}

/** One row. Where its key was taken meanwhile, the ledger is read and the row decided again. */
const writeRow = (context: Context, { row, person: { personId } }: KnownRow, ledgers: Ledgers, of: ImportOf): Promise<RowDecision> =>
  untilDecided(context, async () => {
    const entries = ledgers.get(personId) ?? []
    const decision = decideRecordRow(personId, entries, row, of)
    if (!('append' in decision && decision.append)) return decision
    const put = await appendEntry(context.table, personId, decision.append)
    ledgers.set(personId, put.put ? [...entries, decision.append] : await readLedger(context.table, personId))
    return put.put ? decision : undefined
  })

/**
 * Writes the rows that are planned, a hundred at a time: first the note of which records come, so that an undo finds them, then the records, into `ledgers`
 * too. Rows for which there is no time keep their plan and count as `waiting`.
 */
export const writeRows = async (context: Context, org: string, rows: readonly KnownRow[], plan: readonly RowDecision[], ledgers: Ledgers, of: ImportOf, until: number): Promise<{ decisions: RowDecision[]; waiting: number } | 'undone'> => {
  const decisions = [...plan]
  const planned = rows.flatMap((one, i) => {
    const decision = plan[i]
    return decision && 'append' in decision && decision.append ? [{ one, i, append: decision.append, personId: one.person.personId }] : []
  })
  let at = 0
  for (; at < planned.length && context.now() <= until; at += partOf) {
    const part = planned.slice(at, at + partOf)
    const records = part.map(({ personId, append: { recordId } }) => ({ personId, recordId }))
    const noted = await untilDecided(context, async () => {
      const said = await noteRecords(context.table, org, of.importId, of.hash(records), records)
      return said === 'busy' ? undefined : said
    })
    if (noted === 'undone') return 'undone'
    const byPerson = new Map<string, typeof part>()
    for (const each of part) byPerson.set(each.personId, [...(byPerson.get(each.personId) ?? []), each])
    await eachOf([...byPerson.values()], width, async (theirs) => {
      for (const { one, i } of theirs) decisions[i] = await writeRow(context, one, ledgers, of)
    })
  }
  const left = planned.slice(at)
  for (const { personId, append } of left) ledgers.set(personId, [...(ledgers.get(personId) ?? []), append])
  return { decisions, waiting: left.length }
}
