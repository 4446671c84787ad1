import { importColumns, type ImportColumn, type ImportKind, type ImportProblem, type NamedIssue } from '@shared/model/import'
import { dayMs } from '@shared/rules/local-date'
import { shanghaiMidnight } from '@shared/rules/shanghai'
import { classColumns, nameColumns, numberColumns, readName, readNumber } from './person-cells'
import { readHours, unitOf } from './read-hours'
import { type Moment, readMoment, splitSpan } from './read-moment'
import { type Cell, hasIdentity, type Sheet, type SheetRow, shown, textOf, tightOf } from './sheet-cell'
import { columnsOf, findForm, type Headed, isIdentityColumn, isRemark, labelOf, type Mapping, type Places, type SheetColumn, type SheetForm } from './sheet-form'

/** A row of another platform's sheet, read and judged by itself: who, what and when. Instants are epoch milliseconds. */
export interface RecordRow {
  /** As the sheet numbers it, from 1. */
  row: number
  name: string
  className?: string | undefined
  studentNumber?: string | undefined
  externalId?: string | undefined
  certificate?: string | undefined
  title?: string | undefined
  place?: string | undefined
  /** Where the sheet names times. */
  from?: number | undefined
  to?: number | undefined
  /** Local date, where it names a day and hours only. */
  day?: string | undefined
  /** In the category's unit. */
  quantity?: number | undefined
  /** Study issues only: the published one. */
  issueId?: string | undefined
  problems: ImportProblem[]
}

export interface RecordsSheet {
  sheet?: string | undefined
  otherSheets: number
  columns: SheetColumn<ImportColumn>[]
  rows: RecordRow[]
}

/** What the reader needs to know besides the sheet. */
export interface Reading {
  kind: ImportKind
  mapping?: Mapping<ImportColumn> | undefined
  /** What the file is called: it may name the issue. */
  fileName: string
  /** Epoch milliseconds. */
  now: number
  issueOf: (text: string) => NamedIssue | undefined
}

const forms: Record<ImportKind, SheetForm<ImportColumn>> = {
  volunteering: {
    fields: importColumns.volunteering,
    called: {
      name: nameColumns, studentNumber: numberColumns, className: classColumns,
      project: ['项目名称', '活动名称', '志愿服务项目', '志愿服务项目名称', '志愿项目', '志愿活动', '服务项目', '活动项目', '项目', '活动', '服务名称', '服务内容', 'project', 'activity'],
      date: ['服务日期', '活动日期', '参加日期', '日期', 'date'],
      start: ['服务开始时间', '活动开始时间', '开始时间', '起始时间', '签到时间', '开始', '服务起止时间', '起止时间', '服务时间', '服务时段', '活动时间', '时间', 'start', 'starttime'],
      end: ['服务结束时间', '活动结束时间', '结束时间', '截止时间', '签退时间', '结束', 'end', 'endtime'],
      hours: ['服务时长', '志愿服务时长', '志愿时长', '认定时长', '时长', '信用时数', '荣誉时数', '服务时数', '时数', '服务小时', '小时数', '小时', '分钟数', '分钟', 'hours', 'duration'],
      place: ['服务地点', '活动地点', '地点', 'place'],
      certificate: ['证书编号', '证书号', '证明编号', '证明号', '证书', 'certificate'],
      externalId: ['记录编号', '服务记录编号', '时长记录编号', '记录id', '服务记录id', '记录号', '流水号', '业务编号', 'recordid', 'externalid'],
      issue: [], completedAt: [], done: [],
    },
    lacking: (at) => [
      ...(['name', 'project'] as const).filter((column) => at[column] === undefined),
      ...(at.start === undefined && at.date === undefined ? (['start'] as const) : []),
      ...(at.start === undefined && at.date !== undefined && at.hours === undefined ? (['hours'] as const) : []),
    ],
  },
  'youth-study': {
    fields: importColumns['youth-study'],
    called: {
      name: nameColumns, studentNumber: numberColumns, className: classColumns,
      issue: ['期数', '期次', '学习期数', '学习期次', '课程期数', '大学习期数', '期', '课程名称', '课程', '学习主题', '主题', '团课名称', '学习内容', 'issue'],
      completedAt: ['完成时间', '学习完成时间', '学习时间', '参学时间', '提交时间', '完成日期', '学习日期', '日期', '时间', 'completedat'],
      done: ['完成情况', '是否完成', '完成状态', '学习情况', '学习状态', '参学情况', '参学状态', '是否参学', '是否学习', '状态', 'status'],
      externalId: ['记录编号', '学习记录编号', '记录id', '记录号', '流水号', 'recordid', 'externalid'],
      project: [], date: [], start: [], end: [], hours: [], place: [], certificate: [],
    },
    lacking: (at) => (at.name === undefined ? ['name'] : []),
  },
}

const oldest = Date.UTC(2010, 0, 1)
const longest = dayMs

type Fault = (column: ImportColumn, code: ImportProblem['code'], value?: string) => void
type Get = (column: ImportColumn) => Cell | undefined

/** The times of a row from its day, start, end and hours, whichever there are; what is wrong with them. */
const readTimes = (cell: Get, unit: 'hours' | 'minutes' | undefined, date1904: boolean, fault: Fault): Pick<RecordRow, 'from' | 'to' | 'day' | 'quantity'> => {
  const span = splitSpan(cell('start'))
  const read: Partial<Record<'date' | 'start' | 'end', Moment>> = {}
  let undated = false
  for (const [column, text] of [['date', cell('date')], ['start', span?.[0] ?? cell('start')], ['end', span?.[1] ?? cell('end')]] as const) {
    const one = readMoment(text, date1904)
    if (one && !('fault' in one)) read[column] = one
    else if (one) {
      fault(column === 'end' && span ? 'start' : column, one.fault)
      undated ||= column !== 'end'
    }
  }
  const hours = readHours(cell('hours'), unit)
  if (hours && 'fault' in hours) fault('hours', hours.fault)
  const quantity = hours && 'minutes' in hours ? hours.minutes : undefined
  const { date, start, end } = read
  const day = start?.date ?? date?.date
  const written = start?.time ?? date?.time
  // Programs write a day without a time as one at midnight.
  const time = written === 0 && end?.time === undefined ? undefined : written
  // Hours over several days have no place of their own: which day they were is for the sheet to say.
  if (end?.date !== undefined && day !== undefined && end.time === undefined && end.date !== day) fault('end', end.date < day ? 'end-before-start' : 'longer-than-a-day')
  if (day === undefined) {
    if (!undated) fault('start', start ? 'not-a-date' : 'required')
    return { quantity }
  }
  if (time === undefined) {
    if (hours === undefined) fault('hours', 'required')
    return { day, quantity }
  }
  const from = shanghaiMidnight(day) + time * 1000
  const to = end?.time === undefined ? (quantity === undefined ? undefined : from + quantity * 60_000) : shanghaiMidnight(end.date ?? day) + end.time * 1000
  if (to === undefined && hours === undefined) fault('hours', 'required')
  return { from, to, quantity: quantity ?? (to === undefined ? undefined : Math.floor((to - from) / 60_000)) }
}

/** What the rules want of hours, whichever platform they come from. */
const judgeTimes = ({ from, to, day, quantity }: Pick<RecordRow, 'from' | 'to' | 'day' | 'quantity'>, now: number, fault: Fault): void => {
  const start = from ?? (day === undefined ? undefined : shanghaiMidnight(day))
  if (start === undefined) return
  if (start < oldest) fault('start', 'too-old')
  if (start > now || (to !== undefined && to > now)) fault(to !== undefined && to > now ? 'end' : 'start', 'in-future')
  if (from !== undefined && to !== undefined && to <= from) fault('end', 'end-before-start')
  else if (from !== undefined && to !== undefined && to - from > longest) fault('end', 'longer-than-a-day')
  else if (from !== undefined && to !== undefined && quantity !== undefined && quantity > Math.floor((to - from) / 60_000)) fault('hours', 'more-than-duration')
  if (quantity === 0) fault('hours', 'not-hours')
  if (day !== undefined && quantity !== undefined && quantity > 1440) fault('hours', 'longer-than-a-day')
}

/** What says that somebody completed an issue; anything else, and nothing, says that they did not. */
const completed = /^(?:(?:已经?)?(?:完成|完毕|学完|学习|参学|参与|参加)(?:学习|完成|完毕)?了?|已学?|是|有|√|✓|✔|☑|对|1|(?:已?完成)?100%|已?合格|已?通过|yes|y|true|done|completed?)$/i

const readStudy = (cell: Get, has: (column: ImportColumn) => boolean, date1904: boolean, issue: NamedIssue | undefined, { now, issueOf }: Reading, fault: Fault): Partial<RecordRow> => {
  const written = textOf(cell('issue'))
  const meant = written === '' ? issue : issueOf(written)
  if (!meant) fault('issue', written === '' ? 'required' : 'unknown-issue', written)
  const said = tightOf(cell('done'))
  // A column of states tells; without one the time does, where the sheet has it.
  if (has('done') && (said !== '' || textOf(cell('completedAt')) === '') ? !completed.test(said) : has('completedAt') && textOf(cell('completedAt')) === '') fault('done', 'not-done')
  const at = readMoment(cell('completedAt'), date1904)
  if (at && 'fault' in at) fault('completedAt', at.fault)
  const done = at && !('fault' in at) && at.date !== undefined ? shanghaiMidnight(at.date) + (at.time ?? 0) * 1000 : meant && Date.parse(meant.publishedAt)
  if (done !== undefined && done > now) fault('completedAt', 'in-future')
  if (done !== undefined && done < oldest) fault('completedAt', 'too-old')
  return { from: done, to: done, quantity: 1, issueId: meant?.id, title: meant && (meant.title ?? `“青年大学习”${meant.id.replace(/^(\d{4})-0*(\d+)$/, '$1年第$2期')}`) }
}

const readRow = ({ row, cells, hidden }: SheetRow, headed: Headed<ImportColumn>, at: Places<ImportColumn>, issue: NamedIssue | undefined, reading: Reading): RecordRow => {
  const { date1904 } = headed.sheet
  const cell: Get = (column) => (at[column] === undefined ? undefined : cells[at[column]])
  const problems: ImportProblem[] = hidden ? [{ column: 'row', code: 'hidden-row' }] : []
  const fault: Fault = (column, code, value = textOf(cell(column))) => {
    problems.push(hasIdentity(value) ? { column, code: 'identity-number' } : { column, code, ...(value !== '' && { value: shown(value) }) })
  }
  const text = (column: 'project' | 'place', most: number): string | undefined => {
    const written = textOf(cell(column)).replaceAll(/\s+/g, ' ')
    if (written.length > most || hasIdentity(written)) fault(column, 'too-long')
    else if (column === 'project' && written === '') fault(column, 'required')
    else if (written !== '') return written
    return undefined
  }
  const number = (column: 'studentNumber' | 'certificate' | 'externalId'): string | undefined => {
    const { number: read, fault: wrong } = readNumber(cell(column))
    if (wrong) fault(column, wrong)
    if (column === 'externalId' && read !== undefined && read.length < 4) fault(column, 'too-short')
    // Told apart without regard to case, shown as typed.
    return column === 'certificate' && read !== undefined ? tightOf(cell(column)) : read
  }
  const { name, fault: nameFault } = readName(cell('name'))
  if (nameFault) fault('name', nameFault)
  const className = tightOf(cell('className')).slice(0, 40)
  const whose = { row, name, ...(className !== '' && !hasIdentity(className) && { className }), studentNumber: number('studentNumber'), externalId: number('externalId'), certificate: number('certificate') }
  if (reading.kind === 'youth-study') return { ...whose, ...readStudy(cell, (column) => at[column] !== undefined, date1904, issue, reading, fault), problems }
  const times = readTimes(cell, unitOf(at.hours === undefined ? undefined : headed.cells[at.hours]), date1904, fault)
  judgeTimes(times, reading.now, fault)
  return { ...whose, title: text('project', 60), place: text('place', 60), ...times, problems }
}

/** Rows that are about nobody: numbered but empty, the header again, sums and remarks at the foot. */
const isNobody = (row: SheetRow, at: Places<ImportColumn>, date1904: boolean): boolean => {
  const cell: Get = (column) => (at[column] === undefined ? undefined : row.cells[at[column]])
  if ((['name', 'studentNumber', 'project', 'start', 'date', 'completedAt'] as const).every((column) => textOf(cell(column)) === '')) return true
  const dated = (['start', 'date', 'completedAt'] as const).some((column) => {
    const read = readMoment(cell(column), date1904)
    return read !== undefined && !('fault' in read)
  })
  return nameColumns.includes(labelOf(cell('name'))) || (isRemark(row, cell('name')) && !dated)
}

/** The records of a file: those of its first sheet whose header, with what was named by hand, names what is needed; else which columns are missing. */
export const readRecords = (sheets: readonly Sheet[], reading: Reading): RecordsSheet | { missing: ImportColumn[]; columns: SheetColumn<ImportColumn>[] } => {
  const found = findForm(sheets, forms[reading.kind], reading.mapping)
  if ('missing' in found) return found
  const { headed, otherSheets } = found
  const { sheet, at, above } = headed
  const about = headed.rows.filter((row) => !isNobody(row, at, sheet.date1904))
  const identity = Object.values(at).filter((column) => isIdentityColumn(about, column))
  const read = Object.fromEntries(Object.entries(at).filter(([, column]) => !identity.includes(column))) as Places<ImportColumn>
  // A sheet of one issue names it in its title, its tab or its file, which may hold dates too; two names are none.
  const named = [...above.flatMap(({ cells }) => cells.map(textOf)), sheet.name ?? '', reading.fileName.replace(/\.\w+$/, '')]
  const issues = new Map(named.flatMap((text) => (text === '' ? [] : (reading.issueOf(text.replaceAll(/20\d\d-\d{1,2}-\d{1,2}/g, ' ')) ?? []))).map((one) => [one.id, one]))
  const issue = issues.size === 1 ? [...issues.values()][0] : undefined
  const columns = columnsOf(headed, read, identity)
  if (reading.kind === 'youth-study' && read.issue === undefined && !issue) return { missing: ['issue'], columns }
  return { sheet: sheet.name, otherSheets, columns, rows: about.map((row) => readRow(row, headed, read, issue, reading)) }
}
