import type { Answer } from '@shared/contract/index'
import { type RosterColumn, rosterColumns } from '@shared/model/roster'
import type { Trouble } from '@/api/reply'
import { troubleWords } from '@/text'
import { sheetTrouble } from '../parts/sheet-trouble'
import { s } from '../text'

export type Import = Answer<'importRoster'>
export type SheetRow = Import['rows'][number]

/** What was refused first: it is what there is to do. */
export const fates = ['refused', 'changed', 'new', 'same'] as const

export const columnWords = (column: RosterColumn): string => s(`col-${column}`)

/** Why a file came to nothing, and what to do about it. */
export const rosterTrouble = (trouble: Trouble): string =>
  sheetTrouble(trouble, rosterColumns, columnWords) ?? (trouble.errors.some((error) => error.code === 'not-a-branch') ? s('needBranch') : troubleWords(trouble.code))

/** A row's problems, or the values that it changes. */
export const rowWords = (row: SheetRow): string[] => [
  ...row.problems.map(({ column, code, value = '' }) => s('problem', { column: s(`col-${column}`), what: s(`problem-${code}`, { value }) })),
  ...rosterColumns.flatMap((column) => (row.was?.[column] === undefined ? [] : [s('wasValue', { column: s(`col-${column}`), was: row.was[column] || s('nothingBefore'), now: row[column] ?? '' })])),
]
