import type { Answer } from '@shared/contract/index'
import type { ImportFate, ImportKind } from '@shared/model/import'

export type RecordsImport = Answer<'importRecords'>

/** What several requests did, each going on after the one before. */
export const joined = (before: RecordsImport | undefined, after: RecordsImport): RecordsImport => {
  if (!before) return after
  const fates = Object.keys(after.counts) as ImportFate[]
  const counts = Object.fromEntries(fates.map((fate) => [fate, before.counts[fate] + after.counts[fate]])) as RecordsImport['counts']
  return { ...after, counts, rows: [...before.rows, ...after.rows].sort((a, b) => a.row - b.row) }
}

/** Rows that are or would be entered: hours that others cover too, for they count once those are gone; a study issue not twice. */
export const entered = ({ counts }: Pick<RecordsImport, 'counts'>, kind: ImportKind): number => counts.new + counts.cut + (kind === 'volunteering' ? counts.overlaps : 0)
