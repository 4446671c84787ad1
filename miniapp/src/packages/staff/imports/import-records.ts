import { type ImportColumn, type ImportFate, type ImportKind, importColumns, importFates, importProblemCodes } from '@shared/model/import'
import type { Trouble } from '@/api/reply'
import { troubleWords } from '@/text'
import { amount, span } from '@/text/format'
import { sheetTrouble } from '../parts/sheet-trouble'
import { s, type StaffKey } from '../text'
import type { RecordsImport } from './in-parts'
import { i } from './text'

export type RecordsRow = RecordsImport['rows'][number]
type Problem = RecordsRow['problems'][number]

/** What needs somebody first. */
export const fates = ['ambiguous-name', 'unknown-person', 'refused', 'cut', 'overlaps', 'new', 'same'] as const satisfies readonly ImportFate[]

const shared: readonly string[] = ['row', 'name', 'className', 'studentNumber']
export const columnWords = (column: ImportColumn | 'row'): string => (shared.includes(column) ? s(`col-${column}` as StaffKey) : i(`col-${column as Exclude<ImportColumn, 'name' | 'className' | 'studentNumber'>}`))

const own: readonly string[] = importProblemCodes
const problemWords = ({ column, code, value = '' }: Problem): string => {
  const what = own.includes(code) ? i(`problem-${code as (typeof importProblemCodes)[number]}`, { value }) : s(`problem-${code as Exclude<Problem['code'], (typeof importProblemCodes)[number]>}`, { value })
  return s('problem', { column: columnWords(column), what }).replace(/[:：]\s*$/, '')
}

const listed = (words: readonly string[]): string => words.join(s('and'))

/** Why a file came to nothing, and what to do about it. */
export const importTrouble = (trouble: Trouble, kind: ImportKind): string =>
  sheetTrouble(trouble, importColumns[kind], columnWords) ?? (trouble.errors.some(({ path }) => path === 'platformName' || path === 'platform') ? i('needPlatform') : troubleWords(trouble.code))

const unitOf = { volunteering: 'minute', 'youth-study': 'issue' } as const
const pieceWords = ({ startedAt, endedAt, quantity }: NonNullable<RecordsRow['given']>, kind: ImportKind): string => `${span(startedAt, endedAt)}${startedAt === endedAt ? '' : ` · ${amount(quantity, unitOf[kind])}`}`

/** When a row was and how much. */
export const rowTime = ({ given, counts }: RecordsRow, kind: ImportKind): string | undefined => {
  const piece = counts ?? given
  return piece && pieceWords(piece, kind)
}

/** Why a row has its fate, and what to do about it. */
export const rowReasons = (row: RecordsRow, kind: ImportKind): string[] => {
  const { fate, given, counts, by, problems } = row
  const about = fate === 'overlaps' ? [i(kind === 'volunteering' ? 'about-overlaps' : 'about-covered-issue')] : fate === 'unknown-person' || fate === 'ambiguous-name' ? [i(`about-${fate}`)] : fate === 'same' && problems.length === 0 ? [i('about-same')] : []
  return [
    ...about, ...problems.map(problemWords),
    ...(fate === 'cut' && given && counts ? [i('cutTo', { given: pieceWords(given, kind), counts: pieceWords(counts, kind) })] : []),
    ...(kind === 'volunteering' && fate !== 'same' ? by.map(({ title, startedAt, endedAt }) => i('sharedWith', { title, time: span(startedAt, endedAt) })) : []),
  ]
}

/** 共 12 行：新增 10、已有 2 */
export const countWords = (counts: Record<ImportFate, number>): string =>
  i('countsAll', { n: importFates.reduce((sum, fate) => sum + counts[fate], 0), what: listed(fates.filter((fate) => counts[fate]).map((fate) => i('countOf', { fate: i(`fate-${fate}`), n: counts[fate] }))) })
