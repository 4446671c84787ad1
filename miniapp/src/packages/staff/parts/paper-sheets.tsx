import type { ReactNode } from 'react'
import { Box } from '@/ui/primitives'

interface Props<T> {
  /** The class of what is on them: `slips`, and `slips-sheet` for each sheet. */
  kind: string
  items: T[]
  perSheet: number
  show: (one: T) => ReactNode
}

/** What is printed, in sheets (paper.h5.css). */
export const PaperSheets = <T extends { personId: string }>({ kind, items, perSheet, show }: Props<T>) => (
  <Box className={`paper ${kind}`}>
    {Array.from({ length: Math.ceil(items.length / perSheet) }, (_, i) => items.slice(i * perSheet, (i + 1) * perSheet)).map((sheet) => (
      <Box key={sheet[0]?.personId} className={`paper-sheet ${kind}-sheet`} role='list'>{sheet.map(show)}</Box>
    ))}
  </Box>
)
