import type { Import, SheetRow } from './import-roster'

/** A request that went on where an earlier one stopped: what that one wrote is not `same` to the reader. */
export const continued = (before: Import, after: Import): Import => {
  const rows = after.rows.map((row, i) => {
    const earlier = before.rows[i]
    return row.fate === 'same' && (earlier?.fate === 'new' || earlier?.fate === 'changed') ? earlier : row
  })
  const count = (fate: SheetRow['fate']) => rows.filter((row) => row.fate === fate).length
  return { ...after, rows, counts: { new: count('new'), same: count('same'), changed: count('changed'), refused: count('refused') } }
}
