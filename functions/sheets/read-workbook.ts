import type { SheetFault } from '@shared/model/roster'
import ExcelJS from 'exceljs'
import { daysTo1904 } from '../core/read-date'
import type { Cell, Sheet, SheetRow } from '../core/sheet-cell'
import { unpackZip } from './unpack-zip'

const columnsAtMost = 60
const mergedAtMost = 200_000

/** A cell's content without its dress: a formula by its result, rich text and links by their text. */
const plain = (value: ExcelJS.CellValue): Cell => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date || typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return plain(value.text as ExcelJS.CellValue)
  if ('error' in value) return value.error
  return 'result' in value ? plain(value.result as ExcelJS.CellValue) : ''
}

/** Merged downwards, a value is that of each row (a class beside its students); merged sideways, of the first column only. Zeros that a format shows are kept. */
const cellOf = (cell: ExcelJS.Cell): Cell => {
  if (cell.isMerged && cell.master.col !== cell.col) return ''
  const value = plain(cell.value)
  return typeof value === 'number' && /^0{2,15}$/.test(cell.numFmt ?? '') ? String(value).padStart(cell.numFmt.length, '0') : value
}

export const rowsOf = (worksheet: ExcelJS.Worksheet): SheetRow[] => {
  const rows: SheetRow[] = []
  worksheet.eachRow((row, number) => {
    const cells = Array.from({ length: Math.min(row.cellCount, columnsAtMost) }, (_, i) => cellOf(row.getCell(i + 1)))
    if (cells.some((cell) => cell !== '')) rows.push({ row: number, cells, ...(row.hidden && { hidden: true }) })
  })
  return rows
}

const columnNumber = (letters: string) => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0)

/** Cells that merges cover: the reader makes an object of each. */
const mergedCells = (xml: string): number =>
  [...xml.matchAll(/<mergeCell [^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].reduce((sum, [, left = '', top, right = '', bottom]) => sum + (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1), 0)

const shifted = (cell: Cell): Cell => (cell instanceof Date ? new Date(cell.getTime() + daysTo1904 * 86_400_000) : cell)

/** The sheets of an xlsx that are not hidden. */
export const readWorkbook = async (bytes: Buffer): Promise<Sheet[] | SheetFault> => {
  const entries = unpackZip(bytes)
  if (typeof entries === 'string') return entries
  const book = entries.get('xl/workbook.xml')?.toString('utf8')
  if (book === undefined) return 'not-a-sheet'
  for (const [name, content] of entries) if (name.startsWith('xl/worksheets/') && mergedCells(content.toString('latin1')) > mergedAtMost) return 'too-large'
  const workbook = new ExcelJS.Workbook()
  // A list to choose from for a whole column would be a million objects.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0], { ignoreNodes: ['dataValidations', 'conditionalFormatting', 'hyperlinks', 'drawing', 'extLst'] })
  // The reader knows "1" only; LibreOffice writes "true".
  const system = /<workbookPr [^>]*date1904="(1|true)"/.exec(book)?.[1]
  return workbook.worksheets.filter(({ state }) => state === 'visible').map((worksheet) => {
    const rows = rowsOf(worksheet)
    return { name: worksheet.name, date1904: system !== undefined, rows: system === 'true' ? rows.map((row) => ({ ...row, cells: row.cells.map(shifted) })) : rows }
  })
}
