import { createHash } from 'node:crypto'
import type { Answer, Parsed } from '@shared/contract'
import { type ImportFate, type ImportProblem, importFates, platformKey } from '@shared/model/import'
import { countyOf } from '@shared/model/org'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { Candidate } from '../core/find-person'
import { type ImportOf, type PersonFate, recordIdOf } from '../core/import-records'
import { meantPerson } from '../core/meant-person'
import { type RecordRow, readRecords } from '../core/records-sheet'
import { issueFinder } from '../core/study-issue'
import type { UseCase } from '../http/app'
import type { readSheets } from '../sheets/read-sheet'
import { beginImport, readNamedIssues, saveOutcome } from '../store/imports'
import { type Context, instantOf } from './context'
import { readCandidates } from './import-people'
import { fatesOf, type KnownRow, planRows, readLedgers, writeRows } from './write-imported'

/** A function has 29 s; what is not written by then waits for the same request again. */
const writesForMs = 18_000
const candidatesAtMost = 20

const hash = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url').replaceAll(/[-_]/g, '0').slice(0, 22)

interface Decided {
  row: RecordRow
  person?: Candidate | undefined
  candidates?: Candidate[] | undefined
  fate: ImportFate
  problems: ImportProblem[]
  of?: PersonFate
}

/** The published issues of the county, as a sheet may call them. */
const issuesOf = async (context: Context, org: string) => {
  const county = countyOf(org)
  const [{ studyIssues }, named] = await Promise.all([context.policy(county), readNamedIssues(context.table, county)])
  const published = new Map(studyIssues.filter(({ publishedAt }) => Date.parse(publishedAt) <= context.now()).map((issue) => [issue.id, issue]))
  return issueFinder(named.flatMap(({ id, title }) => {
    const issue = published.get(id)
    return issue ? [{ ...issue, title }] : []
  }))
}

const readFile = async (context: Context, { org, kind, content, fileName, mapping }: Parsed<'importRecords'>, read: typeof readSheets) => {
  const file = await read(Buffer.from(content, 'base64'))
  if ('unreadable' in file) return refuse('sheet-unreadable', { why: file.unreadable })
  const sheet = readRecords(file.sheets, { kind, mapping, fileName, now: context.now(), issueOf: await issuesOf(context, org) })
  return 'missing' in sheet ? refuse('sheet-columns-missing', { missing: sheet.missing, columns: sheet.columns }) : sheet
}

/** A row that repeats an earlier one of the sheet is no record of its own. */
const withRepeats = (decided: readonly Decided[], of: ImportOf): Decided[] => {
  const seen = new Map<string, number>()
  return decided.map((one) => {
    if (!one.person || one.of?.given === undefined) return one
    const key = `${one.person.personId} ${recordIdOf(one.row, one.person.personId, of)}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, one.row.row)
    return earlier === undefined ? one : { ...one, fate: 'same', problems: [{ column: 'row', code: 'duplicate-in-sheet', value: String(earlier) }] }
  })
}

/**
 * Another platform's sheet into the ledgers of an organisation's people. The dry run shows every row's fate; the same file then writes the new rows, each
 * whole or not at all, and says how many wait. The same sheet again, or one that shares rows, changes nothing; the same request again gives the same answer.
 */
export const importRecordsWith = (read: typeof readSheets): UseCase<'importRecords'> => async (context, input, { actor }): Promise<Answer<'importRecords'> | Refusal> => {
  const until = context.now() + writesForMs
  const { id, org, kind, dryRun, content, fileName, choices = {} } = input
  const platform = platformKey(kind, input.platform, input.platformName)
  if (platform === undefined) return { refused: 'invalid-input', errors: [{ path: input.platform === 'other' ? 'platformName' : 'platform', code: input.platform === 'other' ? 'required' : 'unknown-platform', message: 'A platform of this kind, or `other` and its name' }] }
  const sheet = await readFile(context, input, read)
  if (isRefusal(sheet)) return sheet
  const of: ImportOf = { importId: id, category: kind, platform, at: instantOf(context.now()), by: actor.personId, hash }

  const { find, show } = await readCandidates(context, org)
  const found = sheet.rows.map((row) => ({ row, found: find(row) }))
  const ledgers = await readLedgers(context, found.flatMap(({ found: one }) => ('person' in one ? [one.person.personId] : 'candidates' in one ? one.candidates.map(({ personId }) => personId) : [])))
  const meant = found.map(({ row, found: one }) => ({ row, ...meantPerson(row, one, choices[row.row], of, (personId) => ledgers.get(personId) ?? []) }))

  const known = meant.flatMap((one): KnownRow[] => ('person' in one ? [one] : []))
  const { plan, after } = planRows(known, ledgers, of)
  let [decisions, outcome, waiting] = [plan, after, 0]
  if (!dryRun) {
    const file = createHash('sha256').update(content).digest('hex')
    const none = Object.fromEntries(importFates.map((fate) => [fate, 0])) as Record<ImportFate, number>
    const begun = await beginImport(context.table, { org, importId: id, kind, platform, fileName, file, at: of.at, by: of.by, counts: none, waiting: 0 })
    if (begun.file !== file || begun.kind !== kind || begun.platform !== platform) return refuse('id-reused')
    const written = begun.undone ? 'undone' : await writeRows(context, org, known, plan, ledgers, of, until)
    if (written === 'undone') return refuse('import-undone')
    ;({ decisions, waiting } = written)
    outcome = ledgers
  }

  const fates = fatesOf(known, decisions, outcome)
  const byRow = new Map(known.map(({ row }, i) => [row.row, fates[i]]))
  const rows = withRepeats(meant.map((one): Decided => {
    if (!('person' in one)) return one
    const fate = byRow.get(one.row.row) as PersonFate
    return { ...one, fate: fate.fate, problems: fate.problems, of: fate }
  }), of)
  const counts = Object.fromEntries(importFates.map((fate) => [fate, rows.filter((one) => one.fate === fate).length])) as Record<ImportFate, number>
  if (!dryRun && !(await saveOutcome(context.table, org, id, counts, waiting))) return refuse('import-undone')
  return {
    importId: id, dryRun, sheet: sheet.sheet, otherSheets: sheet.otherSheets, columns: sheet.columns, counts, waiting,
    rows: rows.map(({ row: { row, name, className, studentNumber, title, externalId }, fate, person, candidates, problems, of: one }) => ({
      row, fate, name, className, studentNumber, title, externalId, problems, person: person && show(person), candidates: candidates?.slice(0, candidatesAtMost).map(show), given: one?.given, counts: one?.counts, by: one?.by.slice(0, 5) ?? [],
    })),
  }
}
