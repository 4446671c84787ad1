import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import type { Cell } from '../core/roster-sheet'

export type Sheet = { rows: Cell[][] } | { unreadable: 'not-a-sheet' | 'corrupt' | 'empty' | 'too-many-rows' | 'too-large' }

const rowsAtMost = 5_050
/** What a workbook may unpack to: a small file can hold gigabytes of zeros. */
const unpackedAtMost = 60_000_000

/** Bytes a zip says it unpacks to, by its central directory. */
const unpackedSize = (zip: Buffer): number => {
  let sum = 0
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0 && at + 28 <= zip.length; at = zip.indexOf('PK\u0001\u0002', at + 46, 'latin1')) sum += zip.readUInt32LE(at + 24)
  return sum
}

const plain = (value: ExcelJS.CellValue): Cell => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date || typeof value === 'number' || typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('result' in value) return plain(value.result as ExcelJS.CellValue)
  if ('text' in value) return String(value.text)
  return ''
}

const rowsOf = (sheet: ExcelJS.Worksheet | undefined): Sheet => {
  if (!sheet || sheet.actualRowCount === 0) return { unreadable: 'empty' }
  if (sheet.rowCount > rowsAtMost) return { unreadable: 'too-many-rows' }
  const rows: Cell[][] = []
  for (let n = 1; n <= sheet.rowCount; n++) {
    const row = sheet.getRow(n)
    // A merged cell's value stands in its first cell only: a merged header must not name two columns.
    rows.push(Array.from({ length: Math.min(sheet.columnCount, 60) }, (_, i) => { const cell = row.getCell(i + 1); return cell.isMerged && cell.master !== cell ? '' : plain(cell.value) }))
  }
  return { rows }
}

const textOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'gb18030')
  }
}

const readCsv = async (bytes: Buffer): Promise<Sheet> => {
  const text = textOf(bytes)
  if (text.includes('\0')) return { unreadable: 'not-a-sheet' }
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const delimiter = [',', '\t', ';'].sort((a, b) => first.split(b).length - first.split(a).length)[0]
  const workbook = new ExcelJS.Workbook()
  return rowsOf(await workbook.csv.read(Readable.from([text]), { parserOptions: { delimiter, ignoreEmpty: false }, map: (value: unknown) => value }))
}

/** The first sheet of an xlsx, or a CSV in UTF-8 or GB 18030, as rows of plain cells; what the file is called does not matter, what it is does. */
export const readSheet = async (bytes: Buffer): Promise<Sheet> => {
  try {
    if (bytes.length === 0) return { unreadable: 'empty' }
    if (bytes.readUInt32BE(0) === 0xd0cf11e0) return { unreadable: 'not-a-sheet' }
    if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return await readCsv(bytes)
    if (unpackedSize(bytes) > unpackedAtMost) return { unreadable: 'too-large' }
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes as never)
    return rowsOf(workbook.worksheets.find(({ state }) => state === 'visible') ?? workbook.worksheets[0])
  } catch {
    return { unreadable: 'corrupt' }
  }
}
