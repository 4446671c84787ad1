import type { FoundPerson } from './find-person'
import type { RecordRow } from './records-sheet'

/** A row with whom it may be about, and who was chosen of those. */
export interface FoundRow {
  row: RecordRow
  found: FoundPerson
  choice?: string | undefined
}

/** Rows about one person, or one that is about nobody yet; `first` is the number of the first of them. */
interface RowGroup {
  first: number
  rows: FoundRow[]
}

/** All rows of a person together, people in the order of their first rows: what is decided about one of them depends on the others. */
export const groupRows = (rows: readonly RecordRow[], find: (row: RecordRow) => FoundPerson, choices: Readonly<Record<string, string>>): RowGroup[] => {
  const groups = new Map<string, RowGroup>()
  for (const row of rows) {
    const [found, choice] = [find(row), choices[row.row]]
    const key = row.problems.length === 0 && 'person' in found ? found.person.personId : choice !== undefined && 'candidates' in found ? choice : `row ${row.row}`
    const group = groups.get(key) ?? { first: row.row, rows: [] }
    group.rows.push({ row, found, choice })
    groups.set(key, group)
  }
  return [...groups.values()]
}
