import type { Question, QuestionColumn, QuestionKind, QuestionProblem } from '@shared/model/question'
import { type Cell, type Sheet, type SheetRow, tightOf } from './sheet-cell'
import { type Headed, headerOf, labelOf, type SheetForm } from './sheet-form'

export interface QuestionRow {
  sheet?: string | undefined
  /** As the sheet numbers it, from 1. */
  row: number
  kind?: QuestionKind | undefined
  stem: string
  /** How many. */
  options: number
  /** Absent where the row has problems. */
  question?: Question
  problems: QuestionProblem[]
}

const called: Record<QuestionColumn, readonly string[]> = {
  kind: ['题型', '题目类型', '试题类型', '类型', '题类', 'type', 'kind'],
  stem: ['题干', '题目', '试题', '问题', '题目内容', '试题内容', '题干内容', '试题题干', 'question', 'stem'],
  options: ['选项', '备选项', '备选答案', '选项内容', '答案选项', 'options'],
  answer: ['答案', '正确答案', '参考答案', '标准答案', '正确选项', 'answer'],
}
const letters = ['a', 'b', 'c', 'd', 'e', 'f']
const kinds: [QuestionKind, RegExp][] = [['true-false', /判断|是非|对错|true/i], ['multiple', /多选|多项|不定项|multiple/i], ['single', /单选|单项|选择|single/i]]
const [yes, no] = ['正确', '错误']
const says: [string, RegExp][] = [[yes, /^(正确|对|是|√|✓|✔|t|true|yes|y)$/i], [no, /^(错误|错|不正确|不对|否|×|✗|✘|x|f|false|no|n)$/i]]

/** An option's letter: 选项A, A, A选项, 备选项a. */
const letterOf = (label: string): number => letters.indexOf(/^(?:备?选项?|option)?([a-f])(?:选?项)?$/.exec(label)?.[1] ?? '')
/** A question's own words: Chinese punctuation stays what it is. */
const wordsOf = (cell: Cell | undefined): string => (cell instanceof Date ? tightOf(cell) : String(cell ?? '')).replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '').replaceAll(/\s+/g, ' ').trim()
const kindOf = (text: string): QuestionKind | undefined => kinds.find(([, pattern]) => pattern.test(text))?.[0]
const truthOf = (text: string): string | undefined => says.find(([, pattern]) => pattern.test(text))?.[0]

const form: SheetForm<QuestionColumn> = { fields: ['kind', 'stem', 'options', 'answer'], called, lacking: (at) => (['stem', 'answer'] as const).filter((column) => at[column] === undefined) }

type Header = Headed<QuestionColumn>

/** Options of one cell: "A. 德育 B. 智育" or a line each. */
const splitOptions = (text: string): string[] => {
  const parts = text.split(/(?:^|\s|;|；)[A-F]\s*[.、．:：)）]/).map((part) => part.trim())
  return parts.length > 1 ? parts.slice(1) : text.split(/[;；|]/).map((part) => part.trim())
}

/** The columns of options A to F, in that order; -1 where there is none. */
const lettersOf = ({ cells }: Header): number[] => {
  const found = cells.map((cell) => letterOf(labelOf(cell)))
  return letters.map((_, letter) => found.indexOf(letter))
}

const optionsOf = ({ cells }: SheetRow, at: Header['at'], places: readonly number[]): string[] => {
  const own = places.map((place) => (place < 0 ? '' : wordsOf(cells[place])))
  const all = own.some(Boolean) || at.options === undefined ? own : splitOptions(wordsOf(cells[at.options]))
  return all.slice(0, all.findLastIndex(Boolean) + 1)
}

/** The places an answer names: letters in any writing, or the words of truth; undefined where it names something else. */
const placesOf = (answer: string, kind: QuestionKind, options: readonly string[]): number[] | undefined => {
  const truth = kind === 'true-false' ? truthOf(answer) : undefined
  if (truth !== undefined) return [options.indexOf(truth)]
  const named = answer.toLowerCase().replaceAll(/[,，、;；/|.和+&]/g, '')
  if (!/^[a-f]+$/.test(named)) return undefined
  const places = [...new Set(named)].map((letter) => letters.indexOf(letter)).sort((a, b) => a - b)
  return places.some((place) => place >= options.length) ? undefined : places
}

const faultsOfOptions = (options: readonly string[]): QuestionProblem['code'] | undefined => {
  if (options.length < 2) return 'too-few-options'
  if (options.some((option) => option === '')) return 'gap-in-options'
  if (options.some((option) => option.length > 200)) return 'too-long'
  return new Set(options).size < options.length ? 'same-option' : undefined
}

const readRow = (one: SheetRow, { at, sheet: { name: sheet } }: Header, places: readonly number[]): QuestionRow => {
  const { row, cells, hidden } = one
  const cell = (column: QuestionColumn) => (at[column] === undefined ? undefined : cells[at[column]])
  const problems: QuestionProblem[] = hidden ? [{ column: 'row', code: 'hidden-row' }] : []
  const fault = (column: QuestionColumn, code: QuestionProblem['code'], value?: string) => void problems.push({ column, code, ...(value && { value: value.slice(0, 40) }) })

  const said = tightOf(cell('kind'))
  const kind = kindOf(said) ?? (said === '' ? kindOf(sheet ?? '') : undefined)
  if (kind === undefined) fault('kind', said === '' ? 'required' : 'unknown-kind', said)
  const stem = wordsOf(cell('stem'))
  if (stem === '') fault('stem', 'required')
  else if (stem.length > 500) fault('stem', 'too-long', stem)
  const given = optionsOf(one, at, places)
  const options = kind === 'true-false' ? (given.length ? given.map((option) => truthOf(option) ?? option) : [yes, no]) : given
  const wrong = faultsOfOptions(options)
  if (wrong) fault('options', wrong)
  else if (kind === 'true-false' && !(options.length === 2 && options.includes(yes) && options.includes(no))) fault('options', 'unknown-kind')

  const answer = tightOf(cell('answer'))
  const right = kind && !wrong ? placesOf(answer, kind, options) : []
  // What the answer cell says is not sent back, not even to who wrote it.
  if (answer === '') fault('answer', 'required')
  else if (right === undefined) fault('answer', 'answer-not-an-option')
  else if (kind === 'multiple' && !wrong && right.length < 2) fault('answer', 'two-answers')
  else if (kind !== 'multiple' && right.length > 1) fault('answer', 'one-answer')
  const fine = problems.length === 0 && kind !== undefined && right !== undefined
  return { sheet, row, kind, stem: stem.slice(0, 500), options: options.length, ...(fine && { question: { kind, stem, options, right } }), problems }
}

/** The questions of every sheet whose header names a stem and an answer; else which columns are missing. A sheet's name stands for the kind where no cell says it. */
export const readQuestions = (sheets: readonly Sheet[]): { rows: QuestionRow[] } | { missing: QuestionColumn[] } => {
  const headers = sheets.map((sheet) => headerOf(sheet, form))
  const found = headers.filter(({ at }) => form.lacking(at).length === 0)
  const rows = found.flatMap((header) => {
    const [{ stem, answer }, places] = [header.at, lettersOf(header)]
    return header.rows.filter(({ cells }) => [stem, answer].some((at) => at !== undefined && tightOf(cells[at]) !== '')).map((row) => readRow(row, header, places))
  })
  if (found.length) return { rows }
  return { missing: headers.map(({ at }) => form.lacking(at)).sort((a, b) => a.length - b.length)[0] ?? ['stem', 'answer'] }
}
