import { parseDay } from '@shared/rules/local-date'

export type Cell = string | number | Date

export type Column = 'name' | 'birthDate' | 'className' | 'studentNumber'

export interface RowProblem {
  column: string
  code: 'required' | 'not-a-date' | 'unlikely-age' | 'unknown-class' | 'duplicate-in-sheet' | 'too-long'
  value?: string
}

export interface RosterRow {
  /** As the sheet numbers it, from 1. */
  row: number
  name: string
  birthDate?: string
  className?: string
  studentNumber?: string
  problems: RowProblem[]
}

/** What columns are called in practice. Whatever is not here (identity-card numbers among it) is not read. */
const called: Record<Column, RegExp> = {
  name: /^(姓名|名字|学生姓名|团员姓名|name)$/i,
  birthDate: /^(出生日期|出生年月日?|生日|出生时间|birth ?date|date of birth)$/i,
  className: /^(班级|所在班级|班级名称|年级班级|class)$/i,
  studentNumber: /^(学号|学籍号|全国学籍号|学生编号|student ?(number|no\.?))$/i,
}
const identity = /身份证|证件号/

/** Full-width forms to plain ones, no spaces around; `spaces` says whether those within stay. */
const tidy = (cell: Cell | undefined, spaces = true): string => {
  const text = (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')).normalize('NFKC').trim()
  return spaces ? text : text.replaceAll(/\s+/g, '')
}

const dayText = (year: number, month: number, day: number): string | undefined => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return parseDay(text) === undefined ? undefined : text
}

/** A date as people write it: a date cell, a serial number of the 1900 system, 2011-05-04, 2011/5/4, 2011.5.4, 2011年5月4日, 20110504. */
export const readDate = (cell: Cell | undefined): string | undefined => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10)
  const text = tidy(cell, false)
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]?0?0:00(?::00)?)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (parts) return dayText(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const serial = /^\d{5}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN
  return serial >= 20_000 && serial <= 60_000 ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10) : undefined
}

/** The header is the first row in which a name column and a second known one stand; titles and merged rows above it are passed over. */
const headerOf = (rows: Cell[][]): { at: number; columns: Partial<Record<Column, number>> } | undefined => {
  for (const [at, row] of rows.slice(0, 15).entries()) {
    const columns: Partial<Record<Column, number>> = {}
    for (const [i, cell] of row.entries()) {
      const text = tidy(cell, false).replace(/[*（(].*$/, '')
      for (const column of Object.keys(called) as Column[]) if (columns[column] === undefined && called[column].test(text)) columns[column] = i
    }
    if (columns.name !== undefined && Object.keys(columns).length > 1) return { at, columns }
  }
  return undefined
}

const ageOn = (birthDate: string, today: string): number => Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (today.slice(5) < birthDate.slice(5) ? 1 : 0)

/** Every row of a roster sheet with what is wrong with it; `missing` where the sheet lacks a column that is needed. */
export const readRoster = (rows: Cell[][], { today, classes }: { today: string; classes: readonly string[] }): { rows: RosterRow[]; columns: Record<string, string> } | { missing: Column[] } => {
  const header = headerOf(rows)
  const missing = (['name', 'birthDate'] as const).filter((column) => header?.columns[column] === undefined)
  if (!header || missing.length) return { missing }
  const heads = rows[header.at] ?? []
  const columns = Object.fromEntries(heads.flatMap((cell, i) => {
    const text = tidy(cell)
    const column = (Object.keys(header.columns) as Column[]).find((one) => header.columns[one] === i)
    return text === '' ? [] : [[text, column ?? (identity.test(text) ? 'ignored-identity' : 'ignored')]]
  }))
  const cell = (row: Cell[], column: Column): Cell | undefined => (header.columns[column] === undefined ? undefined : row[header.columns[column] as number])
  const seen = new Map<string, number>()
  const read: RosterRow[] = []
  for (const [i, row] of rows.slice(header.at + 1).entries()) {
    if (row.every((one) => tidy(one) === '')) continue
    const number = header.at + 2 + i
    const problems: RowProblem[] = []
    const name = tidy(cell(row, 'name'), /[A-Za-z]/.test(tidy(cell(row, 'name'))))
    const birthDate = readDate(cell(row, 'birthDate'))
    const className = tidy(cell(row, 'className'), false) || (classes.length === 1 ? classes[0] : undefined)
    const studentNumber = tidy(cell(row, 'studentNumber'), false) || undefined
    if (name === '') problems.push({ column: 'name', code: 'required' })
    if (name.length > 40) problems.push({ column: 'name', code: 'too-long' })
    if (birthDate === undefined) problems.push(tidy(cell(row, 'birthDate')) === '' ? { column: 'birthDate', code: 'required' } : { column: 'birthDate', code: 'not-a-date', value: tidy(cell(row, 'birthDate')).slice(0, 40) })
    else if (ageOn(birthDate, today) < 10 || ageOn(birthDate, today) > 35) problems.push({ column: 'birthDate', code: 'unlikely-age', value: birthDate })
    if (classes.length && className !== undefined && !classes.some((one) => tidy(one, false) === className)) problems.push({ column: 'className', code: 'unknown-class', value: className.slice(0, 40) })
    const key = studentNumber ?? `${name} ${birthDate}`
    const first = seen.get(key)
    if (first !== undefined) problems.push({ column: studentNumber ? 'studentNumber' : 'name', code: 'duplicate-in-sheet', value: String(first) })
    else if (name !== '') seen.set(key, number)
    read.push({ row: number, name: name.slice(0, 40), birthDate, className: classes.find((one) => tidy(one, false) === className) ?? className, studentNumber, problems })
  }
  return { rows: read, columns }
}
