import type { ImportFate, ImportProblem } from '@shared/model/import'
import type { Covering, DecisionEntry, FoldedRecord, LedgerEntry, RecordEntry } from '@shared/model/ledger'
import { localDateIn } from '@shared/rules/local-date-in'
import { shanghaiMidnight } from '@shared/rules/shanghai'
import { covering, standsUncovered } from './cut-overlaps'
import { foldLedger, foldOnce } from './fold-ledger'
import type { RecordRow } from './records-sheet'

/** What all rows of one import have in common. */
export interface ImportOf {
  importId: string
  category: 'volunteering' | 'youth-study'
  platform: string
  /** Instant. */
  at: string
  by: string
  /** A short text that tells these parts from any others. */
  hash: (parts: unknown) => string
}

/** What a row is or would be in its person's ledger; or why it is not. `again`: an earlier import entered it. */
export type RowDecision = { recordId: string; append?: RecordEntry; again?: true } | { problem: ImportProblem }

const instant = (ms: number): string => new Date(ms).toISOString()
const undoId = (importId: string, recordId: string): string => `undo-${importId}-${recordId}`

/**
 * A record's id within its person's ledger follows from what it is about: the platform's own id where it has one; else who, when and what. Times that
 * were not named are not part of it.
 */
export const recordIdOf = (row: RecordRow, personId: string, { platform, category, hash }: ImportOf): string => {
  if (row.externalId !== undefined) return `i-${hash([platform, row.externalId])}`
  return `i-${hash(category === 'youth-study' ? [platform, personId, row.issueId] : [platform, personId, row.from ?? row.day, row.to ?? row.quantity, row.title])}`
}

/** What was undone and is imported again comes under the next number: the first has the bare id, then `.2`, `.3` … */
const isOf = (base: string) => (recordId: string): boolean => recordId === base || recordId.startsWith(`${base}.`)
const isUndone = ({ decisions }: FoldedRecord): boolean => decisions.at(-1)?.reason === 'import-undone'
const standingOf = (records: readonly FoldedRecord[], base: string): FoldedRecord | undefined => records.find((record) => isOf(base)(record.id) && !isUndone(record))

/** Whether an earlier import has this row in a person's ledger, and was not undone. */
export const holdsRecord = (personId: string, entries: readonly LedgerEntry[], row: RecordRow, of: ImportOf): boolean => standingOf(foldOnce(entries).records, recordIdOf(row, personId, of)) !== undefined

const given = ({ asGiven, startedAt, endedAt, quantity }: FoldedRecord) => asGiven ?? { startedAt, endedAt, quantity }
const dayOf = (startedAt: string): string => localDateIn('Asia/Shanghai', Date.parse(startedAt))

/** When a row was. Of a day and hours without times the fold finds the place (place-untimed.ts): here they stand at the day's start. */
const spanOf = ({ from, to, day, quantity = 0 }: RecordRow): { from: number; to: number } | undefined => {
  if (from !== undefined && to !== undefined) return { from, to }
  const midnight = shanghaiMidnight(day ?? '')
  return quantity > 1440 ? undefined : { from: midnight, to: midnight + quantity * 60_000 }
}

/** Whether a record was entered as the row says, whatever was corrected since: its times and hours, or its issue. */
const agrees = ({ origin, category, distinctKey, startedAt, endedAt, quantity }: RecordEntry, row: RecordRow, platform: string): boolean => {
  if (origin?.platform !== platform || distinctKey !== row.issueId) return false
  if (category === 'youth-study') return true
  return quantity === row.quantity && (row.from === undefined ? dayOf(startedAt) === row.day : Date.parse(startedAt) === row.from && Date.parse(endedAt) === row.to)
}

/**
 * What a row is to a person's ledger. What stands from an earlier import is left alone, and so is what a reviewer revoked since; what was undone comes anew,
 * for nothing is ever changed. Hours go in as given and yield in the fold (cut-overlaps.ts), so that the order of rows and sheets does not matter.
 */
export const decideRecordRow = (personId: string, entries: readonly LedgerEntry[], row: RecordRow, of: ImportOf): RowDecision => {
  const { records } = foldOnce(entries)
  const base = recordIdOf(row, personId, of)
  const decided = entries.flatMap((entry) => (entry.type === 'decision' && isOf(base)(entry.recordId) ? [entry] : []))
  if (decided.some(({ decisionId, recordId }) => decisionId === undoId(of.importId, recordId))) return { problem: { column: 'row', code: 'changed-meanwhile' } }
  const standing = standingOf(records, base)
  const undone = new Set(records.filter(isUndone).map(({ id }) => id))
  const entered = entries.flatMap((entry) => (entry.type === 'record' && !undone.has(entry.recordId) ? [entry] : []))
  if (standing && !entered.some((entry) => entry.recordId === standing.id && agrees(entry, row, of.platform))) return { problem: { column: row.externalId === undefined ? 'row' : 'externalId', code: 'other-content', value: row.externalId } }
  if (standing?.status === 'revoked') return { problem: { column: 'row', code: 'revoked' } }
  // The same request again gives the same answer.
  if (standing) return { recordId: standing.id, ...(standing.origin?.importId !== of.importId && { again: true }) }
  if (personId === of.by) return { problem: { column: 'name', code: 'own-record' } }
  const span = spanOf(row)
  if (!span) return { problem: { column: 'hours', code: 'longer-than-a-day', value: String(row.quantity) } }
  const taken = new Set([...records.map(({ id }) => id), ...decided.map(({ recordId }) => recordId)])
  let recordId = base
  for (let n = 2; taken.has(recordId); n++) recordId = `${base}.${n}`
  const append: RecordEntry = {
    type: 'record', recordId, source: 'imported', category: of.category, startedAt: instant(span.from), endedAt: instant(span.to), quantity: row.quantity ?? 1, distinctKey: row.issueId, title: row.title ?? '', place: row.place, photoIds: [],
    ...(of.category === 'volunteering' && { yields: true as const }), at: of.at, by: of.by,
    origin: { platform: of.platform, externalId: row.externalId, certificate: row.certificate, importId: of.importId, timesChosen: row.from === undefined || undefined },
  }
  return { recordId, append }
}

export type Piece = Pick<RecordEntry, 'startedAt' | 'endedAt' | 'quantity'>

/** A row's fate as the reader sees it: what its sheet says, what of it counts, and by what records that share its time, whichever of them yields. */
export interface PersonFate {
  fate: ImportFate
  problems: ImportProblem[]
  given?: Piece
  counts?: Piece
  by: Covering[]
}

/** The fate of a row once everything that is decided is in the ledger. */
export const fateOf = (decision: RowDecision, records: readonly FoldedRecord[]): PersonFate => {
  if ('problem' in decision) return { fate: 'refused', problems: [decision.problem], by: [] }
  const record = records.find(({ id }) => id === decision.recordId)
  if (!record) throw new Error(`${decision.recordId} is decided and not there`)
  const { status, startedAt, endedAt, quantity, coveredBy = [], distinctKey } = record
  const yielding = records.filter((other) => other.coveredBy?.some((one) => one.recordId === record.id))
  // An issue counts once, whichever record of it counts.
  const studied = distinctKey === undefined ? [] : records.filter((other) => other.id !== record.id && other.category === record.category && other.distinctKey === distinctKey && other.status === 'approved')
  const counts = status === 'approved' && studied.length === 0
  const fate = decision.again ? 'same' : counts ? (coveredBy.length === 0 ? 'new' : 'cut') : 'overlaps'
  return { fate, problems: [], given: given(record), ...(counts && { counts: { startedAt, endedAt, quantity } }), by: [...coveredBy, ...[...yielding, ...studied].map(covering)] }
}

/**
 * The decisions that undo an import for one person: each of its records that stands is revoked, also one that others cover now. A record that is on its way
 * gets its decision ahead of it, so that it never counts. `recordIds` are those that the import began to write.
 */
export const undoImport = (entries: readonly LedgerEntry[], recordIds: readonly string[], importId: string, at: string, by: string): DecisionEntry[] => {
  const { records, decisions } = foldLedger(entries)
  const said = new Set(entries.flatMap((entry) => (entry.type === 'decision' ? [entry.decisionId] : [])))
  const standing = records.filter((record) => standsUncovered(record) && record.origin?.importId === importId).map(({ id }) => id)
  const absent = recordIds.filter((recordId) => !records.some(({ id }) => id === recordId))
  return [...standing, ...absent].filter((recordId) => !said.has(undoId(importId, recordId)))
    .map((recordId, i) => ({ type: 'decision', n: decisions + 1 + i, decisionId: undoId(importId, recordId), recordId, verdict: 'revoked', reason: 'import-undone', evidence: [], at, by }))
}
