import { createHash } from 'node:crypto'
import type { Answer, Parsed } from '@shared/contract'
import { type ImportFate, importFates, platformKey } from '@shared/model/import'
import { countyOf } from '@shared/model/org'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { standingIssues } from '../core/fold-policy'
import type { ImportOf } from '../core/import-records'
import { type RecordRow, readRecords } from '../core/records-sheet'
import { groupRows } from '../core/row-groups'
import { issueFinder } from '../core/study-issue'
import type { UseCase } from '../http/app'
import type { readSheets } from '../sheets/read-sheet'
import { beginImport, readImport, saveOutcome } from '../store/imports'
import { readIssueEntries } from '../store/policy'
import { type Context, instantOf } from './context'
import { type HandledRow, handleRows } from './handle-imported'
import { readCandidates } from './import-people'

/** A function has 29 s, and a reader wants to see how far it is: the next request goes on. */
const worksForMs = 9_000
/** Rows that are read, decided and written together, rounded up to whole people. */
const rowsTogether = 100
const candidatesAtMost = 20

const hash = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url').replaceAll(/[-_]/g, '0').slice(0, 22)
const countsOf = (rows: readonly { fate: ImportFate }[]) => Object.fromEntries(importFates.map((fate) => [fate, rows.filter((one) => one.fate === fate).length])) as Record<ImportFate, number>

/** The published issues of the county, as a sheet may call them. */
const issuesOf = async (context: Context, org: string) =>
  issueFinder(standingIssues(await readIssueEntries(context.table, countyOf(org))).filter(({ publishedAt }) => Date.parse(publishedAt) <= context.now()))

const readFile = async (context: Context, { org, kind, content, fileName, mapping }: Parsed<'importRecords'>, read: typeof readSheets) => {
  const file = await read(Buffer.from(content, 'base64'))
  if ('unreadable' in file) return refuse('sheet-unreadable', { why: file.unreadable })
  const sheet = readRecords(file.sheets, { kind, mapping, fileName, now: context.now(), issueOf: await issuesOf(context, org) })
  return 'missing' in sheet ? refuse('sheet-columns-missing', { missing: sheet.missing, columns: sheet.columns }) : sheet
}

/** The import that a request begins or goes on with; or why it does not. */
const begin = async (context: Context, { org, id, kind, content, fileName }: Parsed<'importRecords'>, { platform, at, by }: ImportOf) => {
  const file = createHash('sha256').update(content).digest('hex')
  const one = (await readImport(context.table, org, id)) ?? (await beginImport(context.table, { org, importId: id, kind, platform, fileName, file, at, by, counts: countsOf([]), waiting: 0, upTo: 0 }))
  if (one.undone) return refuse('import-undone')
  return one.file === file && one.kind === kind && one.platform === platform ? one : refuse('id-reused')
}

/** What a sheet says of a row that is in nobody's ledger, where it names times. */
const written = ({ from, to, quantity }: RecordRow) => (from !== undefined && to !== undefined && to >= from && quantity !== undefined ? { startedAt: instantOf(from), endedAt: instantOf(to), quantity } : undefined)

/**
 * Another platform's sheet into the ledgers of an organisation's people. The dry run shows every row's fate; the same file then writes the new rows, each whole
 * or not at all. A request does what it has time for, people in the order of their first rows, and says after which row the next goes on. The same sheet again,
 * or one that shares rows, changes nothing; the same request again gives the same answer.
 */
export const importRecordsWith = (read: typeof readSheets): UseCase<'importRecords'> => async (context, input, { actor }): Promise<Answer<'importRecords'> | Refusal> => {
  const until = context.now() + worksForMs
  const { id, org, kind, dryRun, after = 0 } = input
  const platform = platformKey(kind, input.platform, input.platformName)
  if (platform === undefined) return { refused: 'invalid-input', errors: [{ path: input.platform === 'other' ? 'platformName' : 'platform', code: input.platform === 'other' ? 'required' : 'unknown-platform', message: 'A platform of this kind, or `other` and its name' }] }
  const sheet = await readFile(context, input, read)
  if (isRefusal(sheet)) return sheet
  const of: ImportOf = { importId: id, category: kind, platform, at: instantOf(context.now()), by: actor.personId, hash }
  const begun = dryRun ? undefined : await begin(context, input, of)
  if (isRefusal(begun)) return begun

  const { find, show } = await readCandidates(context, org)
  const groups = groupRows(sheet.rows, find, input.choices ?? {}).filter(({ first }) => first > after)
  const handled: HandledRow[] = []
  let at = 0
  do {
    const from = at
    for (let n = 0; at < groups.length && n < rowsTogether; at++) n += groups[at]?.rows.length ?? 0
    const rows = await handleRows(context, org, groups.slice(from, at).flatMap((group) => group.rows), of, dryRun)
    if (rows === 'undone') return refuse('import-undone')
    handled.push(...rows)
  } while (at < groups.length && context.now() <= until)

  const waiting = groups.slice(at).reduce((sum, { rows }) => sum + rows.length, 0)
  const counts = countsOf(handled)
  if (begun && !(await saveOutcome(context.table, org, id, { after, counts, waiting, upTo: groups[at - 1]?.first ?? after }))) return refuse('import-undone')
  return {
    importId: id, dryRun, sheet: sheet.sheet, otherSheets: sheet.otherSheets, columns: sheet.columns, counts, waiting, ...(waiting > 0 && { next: groups[at - 1]?.first }),
    rows: handled.sort((a, b) => a.row.row - b.row.row).map(({ row, fate, person, candidates, problems, of: one }) => ({
      row: row.row, fate, name: row.name, className: row.className, studentNumber: row.studentNumber, title: row.title, externalId: row.externalId, problems,
      person: person && show(person), candidates: candidates?.slice(0, candidatesAtMost).map(show), given: one?.given ?? written(row), counts: one?.counts, by: one?.by.slice(0, 5) ?? [],
    })),
  }
}
