import { english } from './english'
import { language } from './language'

type Say<K> = (key: K, params?: Record<string, string | number>) => string

const filled = (words: string, params: Record<string, string | number> = {}): string => words.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))

/** Words by key in both languages: English must have every key of the Chinese, or the type check fails. `{n}` stands for a parameter. */
export const makeText = <const Z extends Record<string, string>>(zh: Z, en: Record<keyof Z, string>): Say<keyof Z> =>
  (key, params) => filled((language() === 'en' ? en : zh)[key], params)

/** What the build makes of it (config/english-apart.cjs): the Chinese words, and the name that english.json has the call under. A word without English is Chinese. */
export const textOf = <const Z extends Record<string, string>>(id: string, zh: Z): Say<keyof Z> =>
  (key, params) => filled((language() === 'en' ? english()?.words[id]?.[key as string] : undefined) ?? zh[key] ?? '', params)
