import type { RosterColumn, RowProblem } from '@shared/model/roster'
import { rosterColumns } from '@shared/model/roster'
import { classColumns, nameColumns, numberColumns, readName, readNumber } from './person-cells'
import { readDate } from './read-date'
import { type Cell, hasIdentity, type Sheet, type SheetRow, shown, textOf, tightOf } from './sheet-cell'
import { columnsOf, findForm, type Headed, isIdentityColumn, isRemark, labelOf, type Mapping, type Places, type SheetColumn, type SheetForm } from './sheet-form'

export interface RosterRow {
  /** As the sheet numbers it, from 1. */
  row: number
  name: string
  birthDate?: string | undefined
  className?: string | undefined
  studentNumber?: string | undefined
  /** A member of the League since this local date; the first of the month where only that is known. */
  leagueSince?: string | undefined
  leagueMonthOnly?: true | undefined
  /** The development number, 12 digits. */
  leagueNumber?: string | undefined
  problems: RowProblem[]
}

export interface Roster {
  /** The sheet it was found in, and how many more of the file look like rosters. */
  sheet?: string | undefined
  otherSheets: number
  columns: SheetColumn<RosterColumn>[]
  rows: RosterRow[]
}

const needed = ['name', 'birthDate'] as const

/** What schools call the columns: where there are both, 学号 goes before 学籍号. */
const form: SheetForm<RosterColumn> = {
  fields: rosterColumns,
  called: {
    name: nameColumns,
    birthDate: ['出生日期', '出生年月日', '出生年月', '出生时间', '出生', '生日', 'birthdate', 'dateofbirth', 'birthday'],
    className: classColumns,
    studentNumber: numberColumns,
    leagueSince: ['入团时间', '入团日期', '入团年月日', '入团年月', '加入共青团时间', 'leaguesince'],
    leagueNumber: ['发展团员编号', '团员发展编号', '发展编号', '团员编号', 'leaguenumber'],
  },
  lacking: (at) => needed.filter((column) => at[column] === undefined),
}

/** Rows that are about nobody: numbered but empty, the header again, sums and remarks at the foot. */
const isNobody = (row: SheetRow, at: Places<RosterColumn>, date1904: boolean): boolean => {
  const cell = (column: RosterColumn) => (at[column] === undefined ? undefined : row.cells[at[column]])
  if ((['name', 'birthDate', 'studentNumber'] as const).every((column) => textOf(cell(column)) === '')) return true
  return nameColumns.includes(labelOf(cell('name'))) || (isRemark(row, cell('name')) && !('date' in readDate(cell('birthDate'), date1904)))
}

/** What registers put where somebody is no member. */
const none = /^(无|否|非|非团员|群众|少先队员|未入团|[-—–/\\]+)$/

/** Since when somebody is a member of the League: registers mostly have the month alone. */
const readSince = (cell: Cell | undefined, date1904: boolean): Pick<RosterRow, 'leagueSince' | 'leagueMonthOnly'> | { fault: 'not-a-date' } => {
  const text = tightOf(cell)
  if (text === '' || none.test(text)) return {}
  const read = readDate(cell, date1904)
  if ('date' in read) return { leagueSince: read.date }
  const month = read.fault === 'date-without-day' ? /^(\d{4})\D?(\d{1,2})/.exec(text) : null
  const date = month && readDate(`${month[1]}-${month[2]}-1`, date1904)
  return date && 'date' in date ? { leagueSince: date.date, leagueMonthOnly: true } : { fault: 'not-a-date' }
}

const readRow = ({ row, cells, hidden }: SheetRow, at: Places<RosterColumn>, date1904: boolean): RosterRow => {
  const cell = (column: RosterColumn): Cell | undefined => (at[column] === undefined ? undefined : cells[at[column]])
  const problems: RowProblem[] = hidden ? [{ column: 'row', code: 'hidden-row' }] : []
  const fault = (column: RosterColumn, code: RowProblem['code']) => {
    const value = textOf(cell(column))
    problems.push(hasIdentity(value) ? { column, code: 'identity-number' } : { column, code, ...(value !== '' && { value: shown(value) }) })
  }
  const { name, fault: nameFault } = readName(cell('name'))
  if (nameFault) fault('name', nameFault)
  const born = readDate(cell('birthDate'), date1904)
  if ('fault' in born) fault('birthDate', born.fault)
  const { number: studentNumber, fault: numberFault } = readNumber(cell('studentNumber'))
  if (numberFault) fault('studentNumber', numberFault)
  const since = readSince(cell('leagueSince'), date1904)
  if ('fault' in since) fault('leagueSince', since.fault)
  const league = readNumber(none.test(tightOf(cell('leagueNumber'))) ? undefined : cell('leagueNumber'))
  if (league.fault) fault('leagueNumber', league.fault)
  else if (league.number !== undefined && !/^\d{12}$/.test(league.number)) fault('leagueNumber', 'not-a-development-number')
  else if (league.number !== undefined && !('fault' in since) && since.leagueSince === undefined) fault('leagueSince', 'required')
  const className = tightOf(cell('className'))
  if (className.length > 40 || hasIdentity(className)) fault('className', 'too-long')
  return { row, name: shown(name), ...('date' in born && { birthDate: born.date }), ...(className !== '' && !hasIdentity(className) && { className: shown(className) }), ...(studentNumber && { studentNumber }), ...(!('fault' in since) && since), ...(league.number && { leagueNumber: league.number }), problems }
}

const readSheet = (headed: Headed<RosterColumn>): Pick<Roster, 'columns' | 'rows'> => {
  const { sheet, at } = headed
  const people = headed.rows.filter((row) => !isNobody(row, at, sheet.date1904))
  const { studentNumber, ...others } = at
  const hidden = studentNumber !== undefined && isIdentityColumn(people, studentNumber)
  const read: Places<RosterColumn> = hidden ? others : at
  return { columns: columnsOf(headed, read, hidden ? [studentNumber] : []), rows: people.map((row) => readRow(row, read, sheet.date1904)) }
}

/** The roster of a file: that of its first sheet whose header, with what was named by hand, names what is needed; else which columns are missing. */
export const readRoster = (sheets: readonly Sheet[], mapping?: Mapping<RosterColumn>): Roster | { missing: RosterColumn[]; columns: SheetColumn<RosterColumn>[] } => {
  const found = findForm(sheets, form, mapping)
  return 'missing' in found ? found : { sheet: found.headed.sheet.name, otherSheets: found.otherSheets, ...readSheet(found.headed) }
}
