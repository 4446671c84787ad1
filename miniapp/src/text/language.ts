import { keep, kept } from '@/platform/storage'

export type Language = 'zh-CN' | 'en'

let chosen: Language | undefined

/** The person's language; Chinese until they choose. */
export const language = (): Language => {
  chosen ??= kept<Language>('language') ?? 'zh-CN'
  return chosen
}

/** The pages that stand are not re-drawn: begin anew after it (platform/navigate `restartAt`). */
export const setLanguage = (next: Language): void => {
  chosen = next
  keep('language', next)
}
