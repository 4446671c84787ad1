import type { QuestionProblem } from '@shared/model/question'
import type { QuestionRow } from './question-sheet'

export interface QuestionFate extends QuestionRow {
  /** `changed`: the same question stands in the bank with other options or another answer, and this one takes its place. */
  fate: 'new' | 'same' | 'changed' | 'refused'
  /** What it is kept under: what it asks, a dot, what it is. */
  id?: string
}

const asks = (id: string): string => id.slice(0, id.indexOf('.'))

/**
 * What becomes of each row, and the bank after it. `replace`: the bank is what the sheet says; `add`: what the sheet leaves out stays. `idOf` gives the same id
 * for the same question, and the same first half for the same stem.
 */
export const decideQuestions = (rows: readonly QuestionRow[], held: readonly string[], mode: 'add' | 'replace', idOf: (question: NonNullable<QuestionRow['question']>) => string): { rows: QuestionFate[]; bank: string[]; dropped: number } => {
  const known = new Map(held.map((id) => [asks(id), id]))
  const inSheet = new Map<string, { id: string; row: number }>()
  const decided = rows.map((row): QuestionFate => {
    const refused = (problems: QuestionProblem[]): QuestionFate => ({ ...row, fate: 'refused', problems })
    if (!row.question) return refused(row.problems)
    const id = idOf(row.question)
    const above = inSheet.get(asks(id))
    if (above) return refused([{ column: 'row', code: above.id === id ? 'duplicate-in-sheet' : 'other-content', value: String(above.row) }])
    inSheet.set(asks(id), { id, row: row.row })
    const standing = known.get(asks(id))
    return { ...row, id, fate: standing === undefined ? 'new' : standing === id ? 'same' : 'changed' }
  })
  const stays = mode === 'add' ? held.filter((id) => !inSheet.has(asks(id))) : []
  const dropped = mode === 'replace' ? held.filter((id) => !inSheet.has(asks(id))).length : 0
  return { rows: decided, bank: [...stays, ...[...inSheet.values()].map(({ id }) => id)].sort(), dropped }
}
