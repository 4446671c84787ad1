import type { ImportFate, ImportProblem } from '@shared/model/import'
import type { LedgerEntry } from '@shared/model/ledger'
import type { Candidate, FoundPerson } from './find-person'
import { holdsRecord, type ImportOf } from './import-records'
import type { RecordRow } from './records-sheet'

export type Meant = { person: Candidate } | { fate: ImportFate; problems: ImportProblem[]; candidates?: Candidate[] }

/**
 * Whom a row is about, after what was found and chosen. What an earlier import wrote for one of several of the name stays theirs, whatever is chosen now:
 * the same sheet again changes nothing.
 */
export const meantPerson = (row: RecordRow, found: FoundPerson, choice: string | undefined, of: ImportOf, ledgerOf: (personId: string) => readonly LedgerEntry[]): Meant => {
  if (row.problems.length) return { fate: 'refused', problems: row.problems }
  if ('person' in found) return found
  if ('unknown' in found) return found.unknown === 'name' ? { fate: 'unknown-person', problems: [] } : { fate: 'refused', problems: [{ column: 'studentNumber', code: 'number-of-another', value: row.studentNumber }] }
  const { candidates } = found
  const [holder, ...others] = candidates.filter(({ personId }) => holdsRecord(personId, ledgerOf(personId), row, of))
  if (holder && others.length === 0) return { person: holder }
  if (choice === undefined) return { fate: 'ambiguous-name', problems: [], candidates }
  const chosen = candidates.find(({ personId }) => personId === choice)
  return chosen ? { person: chosen } : { fate: 'refused', problems: [{ column: 'name', code: 'not-a-candidate' }], candidates }
}
