import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { looksLikeFormula } from './guard-text'

export type OutCell = string | number | undefined
export interface OutColumn {
  head: string
  /** Characters. */
  width: number
  /** How numbers are shown, as spreadsheet programs write it. */
  format?: string
}
export interface OutSheet {
  name: string
  columns: OutColumn[]
  rows: OutCell[][]
}

export const contentTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const
export type SheetFormat = keyof typeof contentTypes
type Guard = (text: string) => boolean

/** Format 49, "text": given to guarded cells only, so that their style can be found again. */
const guarded = '@'

/**
 * The library does not know `quotePrefix`, which keeps a cell text when somebody edits it. Guarded cells share a style by their format: it is marked in
 * what the library wrote.
 */
const withQuotePrefix = async (book: Buffer): Promise<Buffer> => {
  const zip = await JSZip.loadAsync(book)
  const styles = await zip.file('xl/styles.xml')?.async('string')
  if (styles === undefined) throw new Error('The workbook has no styles')
  zip.file('xl/styles.xml', styles.replaceAll(/<xf numFmtId="49"/g, '<xf quotePrefix="1" numFmtId="49"'))
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

const writeXlsx = async ({ name, columns, rows }: OutSheet, guard: Guard): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ head, width, format }) => ({ header: head, width, ...(format && { style: { numFmt: format } }) }))
  sheet.getRow(1).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  for (const cells of rows) {
    const row = sheet.addRow(cells)
    for (const [i, cell] of cells.entries()) if (typeof cell === 'string' && guard(cell)) row.getCell(i + 1).numFmt = guarded
  }
  return withQuotePrefix(Buffer.from(await workbook.xlsx.writeBuffer()))
}

/**
 * A field of a CSV: text in quotes, without tabs and line ends, an apostrophe before what looks like a formula; after a semicolon too, at which programs
 * with other settings part a line. A number stays one.
 */
const field = (cell: OutCell, guard: Guard): string => {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const parts = cell.replaceAll(/[\t\r\n]+/g, ' ').split(/(?<=;)/)
  return `"${parts.map((part) => (guard(part) ? `'${part}` : part)).join('').replaceAll('"', '""')}"`
}

/** UTF-8 with its mark, so that Excel and WPS read it as such; lines end as they expect. */
const writeCsv = ({ columns, rows }: OutSheet, guard: Guard): Buffer => Buffer.from(`\ufeff${[columns.map(({ head }) => head), ...rows].map((cells) => `${cells.map((cell) => field(cell, guard)).join(',')}\r\n`).join('')}`)

/** `guard` says which text is kept text for good: without it a control shows what would stand in the file. */
export const writeSheet = (sheet: OutSheet, format: SheetFormat, guard: Guard = looksLikeFormula): Promise<Buffer> => (format === 'xlsx' ? writeXlsx(sheet, guard) : Promise.resolve(writeCsv(sheet, guard)))
