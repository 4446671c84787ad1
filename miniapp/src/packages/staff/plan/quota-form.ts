import type { Answer } from '@shared/contract/index'
import type { FieldError } from '@shared/model/refusal'
import type { PlanKey } from '../text/plan'

export type Committee = Answer<'showPlan'>['committees'][number]
export type Line = Committee['lines'][number]

/** A line being changed: as it was typed; `gone` takes it out. `held` is what the plan has. */
export interface Row {
  key: string
  branch: string
  grade: string
  text: string
  gone: boolean
  held?: Line
}
export const allGrades = '*'

const keyOf = (branch: string, grade: string) => `${branch}#${grade}`
const rowOf = (branch: string, grade: string, held: Line | undefined): Row => ({ key: keyOf(branch, grade), branch, grade, text: held ? String(held.quota) : '', gone: false, ...(held && { held }) })

/** A row for all of each branch, those by grade after it. */
export const rowsOf = ({ branches, lines }: Committee): Row[] =>
  branches.flatMap(({ id }) => {
    const own = lines.filter(({ branch }) => branch === id)
    return [rowOf(id, allGrades, own.find(({ grade }) => grade === allGrades)), ...own.filter(({ grade }) => grade !== allGrades).map((line) => rowOf(id, line.grade, line))]
  })

/** `n` tells new ones apart until they have a grade. */
export const newRow = (branch: string, n: number): Row => ({ key: `${branch}#new-${n}`, branch, grade: '', text: '', gone: false })

/** What the rows come to, by the branch's line for all where it has one. */
export const spreadOf = (rows: readonly Row[]): number => {
  const shown = rows.filter(({ gone, text }) => !gone && /^\d+$/.test(text.trim()))
  return [...new Set(shown.map(({ branch }) => branch))].reduce((sum, branch) => {
    const own = shown.filter((row) => row.branch === branch)
    const all = own.find(({ grade }) => grade === allGrades)
    return sum + (all ? Number(all.text) : own.reduce((n, { text }) => n + Number(text), 0))
  }, 0)
}

/** Rows that say something else than the plan, in the order they are sent. An empty row for all that never was is none. */
const changed = (rows: readonly Row[]): Row[] => rows.filter(({ text, gone, held }) => (held ? gone || text.trim() === '' || text.trim() !== String(held.quota) : !gone && text.trim() !== ''))

export const changesOf = (rows: readonly Row[]): { branch: string; grade: string; quota: number | null }[] => changed(rows).map(({ branch, grade, text, gone }) => ({ branch, grade: grade.trim(), quota: gone || text.trim() === '' ? null : Number(text) }))

/** What is wrong with rows before they are sent, by row. */
export const faultsOf = (rows: readonly Row[]): Record<string, PlanKey> => {
  const faults: Record<string, PlanKey> = {}
  const seen = new Set<string>()
  for (const { key, branch, grade, text, gone } of rows) {
    if (gone || (text.trim() === '' && grade === allGrades)) continue
    if (text.trim() !== '' && !/^\d{1,5}$/.test(text.trim())) faults[key] = 'needWhole'
    if (grade.trim() === '' && text.trim() !== '') faults[key] = 'needGrade'
    if (grade.trim() !== '' && seen.has(keyOf(branch, grade.trim()))) faults[key] = 'twice'
    seen.add(keyOf(branch, grade.trim()))
  }
  return faults
}

const words: Record<string, PlanKey> = { 'below-taken': 'belowTaken', taken: 'takenLine', 'above-all': 'aboveAll', 'below-grade': 'belowGrade', 'places-taken': 'placesTaken', twice: 'twice', 'over-total': 'overTotal', 'no-total': 'noTotal', 'below-spread': 'belowSpread', overlaps: 'overlaps', 'before-from': 'beforeFrom', 'too-many': 'tooMany', 'year-spent': 'yearSpent', allocated: 'allocatedNo', 'in-the-future': 'noFuture', 'unlikely-date': 'tooEarly' }
export const wordOf = ({ code }: FieldError): PlanKey => words[code] ?? 'fieldWrong'

/** The server's faults beside the rows that were sent; `lines` where they are about all. */
export const faultsFrom = (rows: readonly Row[], errors: readonly FieldError[]): Record<string, PlanKey> => {
  const sent = changed(rows)
  return Object.fromEntries(errors.map((error) => [sent[Number(/^lines\[(\d+)\]/.exec(error.path)?.[1] ?? -1)]?.key ?? 'lines', wordOf(error)]))
}
