/** A cell's content; '' where there is none, a date by its UTC day. */
export type Cell = string | number | Date

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  row: number
  cells: Cell[]
  hidden?: boolean
}

/** One sheet of a file: the rows with anything in them. A CSV has no name. */
export interface Sheet {
  name?: string
  rows: SheetRow[]
  /** Serial numbers count from 1904, not from 1900. */
  date1904: boolean
}

/** Full-width letters, digits and signs to plain ones, as a Chinese input method leaves them; marks of no width go. Characters of names stay what they are. */
const narrow = (text: string): string => text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[\u200b-\u200d\u2060\ufeff]/g, '')

/** A cell's text, plain and trimmed; `="0012"` and `'0012`, by which programs keep digits, are 0012. */
export const textOf = (cell: Cell | undefined): string => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return narrow(String(cell ?? '')).trim().replace(/^="(.*)"$/, '$1').replace(/^'/, '').trim()
}

/** The same without any space. */
export const tightOf = (cell: Cell | undefined): string => textOf(cell).replaceAll(/\s+/g, '')

const identity = /\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]/i

/** An identity-card number (GB 11643-1999) is in it: the national 学籍号 is one after a G. */
export const hasIdentity = (text: string): boolean => identity.test(text.replaceAll(/\s+/g, ''))

/** What may be shown of a cell: short, and nothing of one with an identity number in it. */
export const shown = (text: string): string => (hasIdentity(text) ? '***' : text.slice(0, 40))
