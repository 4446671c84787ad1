import { keep, kept } from '@/platform/storage'

/** As `english.json` has it (config/english-apart.cjs): English words by call of `makeText` and by key, and which version of them they are. */
export interface English { version: string; words: Record<string, Record<string, string>> }

let held: English | undefined
let read = false

/** What this phone has of English; read when the first word of it is asked for. */
export const english = (): English | undefined => {
  if (!read) held = kept<English>('english')
  read = true
  return held
}

export const keepEnglish = (next: English): void => {
  held = next
  read = true
  keep('english', next)
}
