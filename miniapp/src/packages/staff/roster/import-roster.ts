import type { Answer } from '@shared/contract/index'
import { rosterColumns, sheetFaults } from '@shared/model/roster'
import type { Trouble } from '@/api/reply'
import { troubleWords } from '@/text'
import { s } from '../text'

export type Import = Answer<'importRoster'>
export type SheetRow = Import['rows'][number]

/** What was refused first: it is what there is to do. */
export const fates = ['refused', 'changed', 'new', 'same'] as const

const known = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value)
const listed = (words: readonly string[]): string => words.join(s('and'))

/** Why a file came to nothing, and what to do about it. */
export const rosterTrouble = ({ code, detail, errors }: Trouble): string => {
  const why = code === 'sheet-unreadable' ? known(sheetFaults, detail.why) : undefined
  if (why) return s(`why-${why}`)
  if (code === 'sheet-columns-missing') return s('columnsUnknown', { what: listed(rosterColumns.filter((column) => Array.isArray(detail.missing) && detail.missing.includes(column)).map((column) => s(`col-${column}`))) })
  if (code === 'too-large') return s('fileTooLarge')
  return errors.some((error) => error.code === 'not-a-branch') ? s('needBranch') : troubleWords(code)
}

/** A row's problems, or the values that it changes. */
export const rowWords = (row: SheetRow): string[] => [
  ...row.problems.map(({ column, code, value = '' }) => s('problem', { column: s(`col-${column}`), what: s(`problem-${code}`, { value }) })),
  ...rosterColumns.flatMap((column) => (row.was?.[column] === undefined ? [] : [s('wasValue', { column: s(`col-${column}`), was: row.was[column] || s('nothingBefore'), now: row[column] ?? '' })])),
]
