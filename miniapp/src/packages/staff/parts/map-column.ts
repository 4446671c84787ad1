/** Columns that were named by hand, by their place from 0. */
export type SheetMapping<F extends string> = Record<string, F | 'ignored'>

/** What becomes of a mapping where a column is given a field: another column that had it by hand has it no more. */
export const mapColumn = <F extends string>(mapping: SheetMapping<F>, at: number, field: F | 'ignored'): SheetMapping<F> =>
  ({ ...(Object.fromEntries(Object.entries(mapping).map(([other, held]) => [other, held === field ? 'ignored' : held])) as SheetMapping<F>), [at]: field })
