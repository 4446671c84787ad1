import type { RosterColumn, RowProblem } from '@shared/model/roster'
import { rosterColumns } from '@shared/model/roster'
import { readDate } from './read-date'
import { type Cell, hasIdentity, type Sheet, type SheetRow, shown, textOf, tightOf } from './sheet-cell'

export interface RosterRow {
  /** As the sheet numbers it, from 1. */
  row: number
  name: string
  birthDate?: string | undefined
  className?: string | undefined
  studentNumber?: string | undefined
  problems: RowProblem[]
}

/** What a header is taken for. */
export type ColumnUse = RosterColumn | 'ignored' | 'ignored-identity'

export interface Roster {
  /** The sheet it was found in, and how many more of the file look like rosters. */
  sheet?: string | undefined
  otherSheets: number
  columns: Record<string, ColumnUse>
  rows: RosterRow[]
}

/** What schools call the columns, the best first: where there are both, 学号 goes before 学籍号. */
const called: Record<RosterColumn, readonly string[]> = {
  name: ['姓名', '学生姓名', '团员姓名', '青年姓名', '名字', '学生', 'name', 'studentname', 'fullname'],
  birthDate: ['出生日期', '出生年月日', '出生年月', '出生时间', '出生', '生日', 'birthdate', 'dateofbirth', 'birthday'],
  className: ['班级', '所在班级', '班级名称', '行政班', '行政班级', '年级班级', '班别', '班', 'class', 'classname'],
  studentNumber: ['学号', '学生学号', '学生编号', '学籍号', '全国学籍号', '学籍辅号', 'studentnumber', 'studentno', 'studentid'],
}
const identityColumn = /身份证|证件|idcard|identity/

/** A header without spaces, stars, remarks in brackets and case. */
const labelOf = (cell: Cell | undefined): string => tightOf(cell).replaceAll(/\([^)]*\)|\[[^\]]*\]|[*:_-]/g, '').toLowerCase()
const isCalled = (column: RosterColumn, cell: Cell | undefined): boolean => called[column].includes(labelOf(cell))
const isKnown = (cell: Cell | undefined): boolean => rosterColumns.some((column) => isCalled(column, cell)) || identityColumn.test(labelOf(cell))

type Places = Partial<Record<RosterColumn, number>>
interface Header { after: number; cells: Cell[]; at: Places }

const placesOf = (cells: Cell[]): Places => {
  const labels = cells.map(labelOf)
  return Object.fromEntries(rosterColumns.flatMap((column) => {
    const at = called[column].map((label) => labels.indexOf(label)).find((i) => i >= 0)
    return at === undefined ? [] : [[column, at]]
  }))
}

/** Of the first 20 rows, and of each two of them as one header of two rows, the first that names most columns: titles above it are passed over. */
const headerOf = ({ rows }: Sheet): Header | undefined => {
  const top = rows.slice(0, 20)
  const candidates = top.flatMap(({ cells }, i) => {
    const below = top[i + 1]?.cells
    const both = below && Array.from({ length: Math.max(cells.length, below.length) }, (_, c) => (isKnown(below[c]) ? below[c] : cells[c]) ?? '')
    return [{ after: i + 1, cells }, ...(both ? [{ after: i + 2, cells: both }] : [])]
  }).map((one) => ({ ...one, at: placesOf(one.cells) }))
  const named = ({ at }: Header) => Object.keys(at).length
  const most = Math.max(0, ...candidates.map(named))
  const best = candidates.filter((one) => most > 0 && named(one) === most)
  // Two rows are one header only where neither is one by itself.
  return best.find(({ after, cells }) => rows[after - 1]?.cells === cells) ?? best[0]
}

const remark = /^(合计|总计|小计|共计|共\d+人|总人数|人数|制表|填表|审核人|负责人|备注|说明|注:|total)/i

/** Rows that are about nobody: numbered but empty, the header again, sums and remarks at the foot. */
const isNobody = ({ cells }: SheetRow, at: Places, date1904: boolean): boolean => {
  const cell = (column: RosterColumn) => (at[column] === undefined ? undefined : cells[at[column]])
  if ((['name', 'birthDate', 'studentNumber'] as const).every((column) => textOf(cell(column)) === '')) return true
  if (isCalled('name', cell('name'))) return true
  const first = cells.find((one) => textOf(one) !== '')
  return [first, cell('name')].some((one) => remark.test(tightOf(one))) && !('date' in readDate(cell('birthDate'), date1904))
}

const readNumber = (cell: Cell | undefined): { studentNumber?: string; fault?: 'number-lost-digits' | 'identity-number' | 'too-long' } => {
  const text = tightOf(cell).toUpperCase()
  if (text === '') return {}
  if (hasIdentity(text)) return { fault: 'identity-number' }
  // Spreadsheet programs keep 15 digits of a number; what they show after that is not what was typed.
  if (cell instanceof Date || (typeof cell === 'number' && !(Number.isSafeInteger(cell) && Math.abs(cell) < 1e15)) || /^\d(\.\d+)?E\+?\d+$/.test(text)) return { fault: 'number-lost-digits' }
  return text.length > 40 ? { fault: 'too-long' } : { studentNumber: text }
}

const readRow = ({ row, cells, hidden }: SheetRow, at: Places, date1904: boolean): RosterRow => {
  const cell = (column: RosterColumn): Cell | undefined => (at[column] === undefined ? undefined : cells[at[column]])
  const problems: RowProblem[] = hidden ? [{ column: 'row', code: 'hidden-row' }] : []
  const fault = (column: RosterColumn, code: RowProblem['code']) => {
    const value = textOf(cell(column))
    problems.push(hasIdentity(value) ? { column, code: 'identity-number' } : { column, code, ...(value !== '' && { value: shown(value) }) })
  }
  const written = textOf(cell('name'))
  // 张　三 is lined up with longer names; between foreign names a space means something.
  const name = written.replaceAll(/\s+/g, /[A-Za-z]/.test(written) ? ' ' : '')
  if (name === '') fault('name', 'required')
  else if (name.length > 40) fault('name', 'too-long')
  else if (!/^[\p{L}\p{M}〇·•‧.' ()-]+$/u.test(name)) fault('name', 'not-a-name')
  const born = readDate(cell('birthDate'), date1904)
  if ('fault' in born) fault('birthDate', born.fault)
  const { studentNumber, fault: numberFault } = readNumber(cell('studentNumber'))
  if (numberFault) fault('studentNumber', numberFault)
  const className = tightOf(cell('className'))
  if (className.length > 40 || hasIdentity(className)) fault('className', 'too-long')
  return { row, name: shown(name), ...('date' in born && { birthDate: born.date }), ...(className !== '' && !hasIdentity(className) && { className: shown(className) }), ...(studentNumber && { studentNumber }), problems }
}

/** More than half of what stands in a column are identity numbers: then it is not read at all. */
const isIdentityColumn = (rows: SheetRow[], column: number | undefined): boolean => {
  const filled = column === undefined ? [] : rows.map(({ cells }) => tightOf(cells[column])).filter((text) => text !== '')
  return filled.filter(hasIdentity).length * 2 > filled.length
}

const readSheet = (sheet: Sheet, { after, cells, at }: Header): Pick<Roster, 'columns' | 'rows'> => {
  const people = sheet.rows.slice(after).filter((row) => !isNobody(row, at, sheet.date1904))
  const { studentNumber, ...others } = at
  const read: Places = isIdentityColumn(people, studentNumber) ? others : at
  const columns: Record<string, ColumnUse> = {}
  for (const [i, cell] of cells.entries()) {
    const use = rosterColumns.find((column) => read[column] === i) ?? (identityColumn.test(labelOf(cell)) || i === at.studentNumber ? 'ignored-identity' : 'ignored')
    if (textOf(cell) !== '') columns[shown(textOf(cell))] ??= use
  }
  return { columns, rows: people.map((row) => readRow(row, read, sheet.date1904)) }
}

const needed = ['name', 'birthDate'] as const

/** The roster of a file: that of its first sheet whose header names what is needed; else which columns are missing. */
export const readRoster = (sheets: readonly Sheet[]): Roster | { missing: RosterColumn[] } => {
  const headed = sheets.map((sheet) => ({ sheet, header: headerOf(sheet) }))
  const rosters = headed.flatMap(({ sheet, header }) => (header && needed.every((column) => header.at[column] !== undefined) ? [{ sheet, header }] : []))
  const [first] = rosters
  if (first) return { sheet: first.sheet.name, otherSheets: rosters.length - 1, ...readSheet(first.sheet, first.header) }
  const nearest = headed.find(({ header }) => header)?.header?.at ?? {}
  return { missing: needed.filter((column) => nearest[column] === undefined) }
}
