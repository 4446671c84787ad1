import { Readable } from 'node:stream'
import type { SheetFault } from '@shared/model/roster'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import type { Sheet } from '../core/sheet-cell'
import { readWorkbook, rowsOf } from './read-workbook'

const rowsAtMost = 5_020
const linesAtMost = 20_000
const lineAtMost = 20_000

const startsWith = (bytes: Buffer, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

/** UTF-16 by its mark, UTF-8 where it is valid, else GB 18030, which a Chinese Excel saves. */
const textOf = (bytes: Buffer): string => {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return iconv.decode(bytes, 'utf16')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return iconv.decode(bytes, 'gb18030')
  }
}

const readCsv = async (bytes: Buffer): Promise<Sheet[] | SheetFault> => {
  const text = textOf(bytes)
  if (/^\s*</.test(text)) return 'old-format'
  if (text.includes('\0') || (text.match(/\ufffd/g)?.length ?? 0) > 3) return 'not-a-sheet'
  const lines = text.split('\n')
  if (lines.length > linesAtMost) return 'too-many-rows'
  if (lines.some((line) => line.length > lineAtMost)) return 'too-large'
  const head = text.slice(0, 2000)
  const delimiter = [',', '\t', ';'].sort((a, b) => head.split(b).length - head.split(a).length)[0]
  const workbook = new ExcelJS.Workbook()
  const worksheet = await workbook.csv.read(Readable.from([text]), { parserOptions: { delimiter, ignoreEmpty: false }, map: (value: unknown) => value })
  return [{ rows: rowsOf(worksheet), date1904: false }]
}

/** An old binary workbook and a new one behind a password look alike from outside; only the latter names its encrypted part. */
const oldOrLocked = (bytes: Buffer): SheetFault => (bytes.includes('EncryptedPackage', 0, 'utf16le') ? 'password' : 'old-format')

const sheetsOf = async (bytes: Buffer): Promise<Sheet[] | SheetFault> => {
  try {
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return oldOrLocked(bytes)
    return await (startsWith(bytes, 0x50, 0x4b, 3, 4) ? readWorkbook(bytes) : readCsv(bytes))
  } catch {
    return 'corrupt'
  }
}

/** The sheets of an xlsx, or a CSV in UTF-8, UTF-16 or GB 18030, as rows of plain cells. What the file is called does not matter, what it is does. */
export const readSheets = async (bytes: Buffer): Promise<{ sheets: Sheet[] } | { unreadable: SheetFault }> => {
  const read = await sheetsOf(bytes)
  if (typeof read === 'string') return { unreadable: read }
  const sheets = read.filter(({ rows }) => rows.length)
  if (sheets.length === 0) return { unreadable: 'empty' }
  return sheets.some(({ rows }) => rows.length > rowsAtMost) ? { unreadable: 'too-many-rows' } : { sheets }
}
