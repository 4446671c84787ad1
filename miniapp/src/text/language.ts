import { keep, kept } from '@/platform/storage'
import { english } from './english'

export type Language = 'zh-CN' | 'en'

let chosen: Language | undefined

/** What the person chose, on this phone. */
export const chosenLanguage = (): Language => kept<Language>('language') ?? 'zh-CN'

/** The language of the words: Chinese until they choose, and while this phone has no English. */
export const language = (): Language => {
  chosen ??= chosenLanguage() === 'en' && english() ? 'en' : 'zh-CN'
  return chosen
}

/** The pages that stand are not re-drawn: begin anew after it (platform/navigate `restartAt`). */
export const setLanguage = (next: Language): void => {
  chosen = next
  keep('language', next)
}
