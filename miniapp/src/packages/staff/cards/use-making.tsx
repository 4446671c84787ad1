import type { ReactNode } from 'react'
import type { Trouble } from '@/api/reply'
import type { Whose } from './whose'

interface Making {
  trouble: Trouble | undefined
  /** What was made is shown no more. */
  clear: () => void
  buttons?: ReactNode
  /** What is said of the card that was made. */
  made?: ReactNode
  /** The card as it is printed, and what is asked before. */
  below?: ReactNode
}

/** A phone makes no cards, for it prints none; see use-making.h5.tsx. */
export const useMaking = (_: Whose): Making => ({ trouble: undefined, clear: () => {} })
