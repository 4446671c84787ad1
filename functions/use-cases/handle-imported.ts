import type { ImportFate, ImportProblem } from '@shared/model/import'
import type { LedgerEntry } from '@shared/model/ledger'
import type { Candidate } from '../core/find-person'
import { foldOnce } from '../core/fold-ledger'
import { decideRecordRow, fateOf, type ImportOf, type PersonFate, type RowDecision, recordIdOf } from '../core/import-records'
import { meantPerson } from '../core/meant-person'
import type { RecordRow } from '../core/records-sheet'
import type { FoundRow } from '../core/row-groups'
import { noteRecords } from '../store/imports'
import { appendEntry, readLedger } from '../store/ledger'
import type { Context } from './context'
import { eachOf } from './each-of'
import { lacksGuardian } from './lacks-guardian'
import { untilDecided } from './until-decided'

/** A row of a known person, to be decided and perhaps written. */
interface KnownRow {
  row: RecordRow
  person: Candidate
}

export interface HandledRow {
  row: RecordRow
  person?: Candidate | undefined
  candidates?: Candidate[] | undefined
  fate: ImportFate
  problems: ImportProblem[]
  of?: PersonFate
}

type Ledgers = Map<string, LedgerEntry[]>

const readsAtOnce = 20
/** People whose rows are written at once. */
const writesAtOnce = 10

/** The ledgers of everybody whom these rows may be about, read consistently, each once. */
const readLedgers = async (context: Context, rows: readonly FoundRow[]): Promise<Ledgers> => {
  const people = rows.flatMap(({ row, found }) => (row.problems.length ? [] : 'person' in found ? [found.person] : 'candidates' in found ? found.candidates : []))
  const unique = [...new Set(people.map(({ personId }) => personId))]
  return new Map(await eachOf(unique, readsAtOnce, async (personId) => [personId, await readLedger(context.table, personId)] as const))
}

/** Each row decided one after another, a later one of a person after what the earlier ones append; and the ledgers as they would be then. */
export const planRows = (rows: readonly KnownRow[], ledgers: Ledgers, of: ImportOf): { decisions: RowDecision[]; ledgers: Ledgers } => {
  const after: Ledgers = new Map(ledgers)
  const decisions = rows.map(({ row, person: { personId } }) => {
    const entries = after.get(personId) ?? []
    const decision = decideRecordRow(personId, entries, row, of)
    if ('append' in decision && decision.append) after.set(personId, [...entries, decision.append])
    return decision
  })
  return { decisions, ledgers: after }
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

/** Writes the rows that are planned: first the note of which records come, so that an undo finds them, then the records. */
const writeRows = async (context: Context, org: string, rows: readonly KnownRow[], plan: readonly RowDecision[], read: Ledgers, of: ImportOf): Promise<{ decisions: RowDecision[]; ledgers: Ledgers } | 'undone'> => {
  const [decisions, ledgers] = [[...plan], new Map(read)]
  const byPerson = new Map<string, { one: KnownRow; i: number }[]>()
  const records = rows.flatMap((one, i) => {
    const [decision, { personId }] = [plan[i], one.person]
    if (!decision || !('append' in decision) || !decision.append) return []
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), { one, i }])
    return [{ personId, recordId: decision.recordId }]
  })
  if (records.length === 0) return { decisions, ledgers }
  const noted = await untilDecided(context, async () => {
    const said = await noteRecords(context.table, org, of.importId, of.hash(records), records)
    return said === 'busy' ? undefined : said
  })
  if (noted === 'undone') return 'undone'
  await eachOf([...byPerson.values()], writesAtOnce, async (theirs) => {
    for (const { one, i } of theirs) decisions[i] = await writeRow(context, one, ledgers, of)
  })
  return { decisions, ledgers }
}

/** A row that repeats an earlier one of the sheet is no record of its own. */
const withRepeats = (rows: readonly HandledRow[], of: ImportOf): HandledRow[] => {
  const seen = new Map<string, number>()
  return rows.map((one) => {
    if (!one.person || one.of?.given === undefined) return one
    const key = `${one.person.personId} ${recordIdOf(one.row, one.person.personId, of)}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, one.row.row)
    return earlier === undefined ? one : { ...one, fate: 'same', problems: [{ column: 'row', code: 'duplicate-in-sheet', value: String(earlier) }] }
  })
}

/** Of whoever is under 14 nothing is kept before a guardian's consent (spec/privacy.md, "Consent"). */
const withoutConsent = async (context: Context, people: readonly Candidate[]): Promise<Set<string>> => {
  const unique = [...new Map(people.map((person) => [person.personId, person])).values()]
  const lacking = await eachOf(unique, readsAtOnce, async (person) => ((await lacksGuardian(context, person)) ? [person.personId] : []))
  return new Set(lacking.flat())
}

/** Rows of whole people from the sheet to their fates, and unless this is a dry run into their ledgers. `undone`: the import was taken back, and nothing more of it comes in. */
export const handleRows = async (context: Context, org: string, rows: readonly FoundRow[], of: ImportOf, dryRun: boolean): Promise<HandledRow[] | 'undone'> => {
  const read = await readLedgers(context, rows)
  const meant = rows.map(({ row, found, choice }) => ({ row, ...meantPerson(row, found, choice, of, (personId) => read.get(personId) ?? []) }))
  const lacking = await withoutConsent(context, meant.flatMap((one) => ('person' in one ? [one.person] : [])))
  const known = meant.flatMap((one): KnownRow[] => ('person' in one && !lacking.has(one.person.personId) ? [one] : []))
  const planned = planRows(known, read, of)
  const done = dryRun ? planned : await writeRows(context, org, known, planned.decisions, read, of)
  if (done === 'undone') return 'undone'
  const fates = new Map(known.map(({ row, person }, i) => [row.row, fateOf(done.decisions[i] as RowDecision, foldOnce(done.ledgers.get(person.personId) ?? []).records)]))
  return withRepeats(meant.map((one): HandledRow => {
    if (!('person' in one)) return one
    if (lacking.has(one.person.personId)) return { ...one, fate: 'refused', problems: [{ column: 'name', code: 'guardian-consent-needed' }] }
    const fate = fates.get(one.row.row) as PersonFate
    return { ...one, fate: fate.fate, problems: fate.problems, of: fate }
  }), of)
}
