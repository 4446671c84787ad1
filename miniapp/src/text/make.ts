import { language } from './language'

type Say<K> = (key: K, params?: Record<string, string | number>) => string

const filled = (words: string, params: Record<string, string | number> = {}): string => words.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))

/** Words by key in both languages: English must have every key of the Chinese, or the type check fails. `{n}` stands for a parameter. */
export const makeText = <const Z extends Record<string, string>>(zh: Z, en: Record<keyof Z, string>): Say<keyof Z> =>
  (key, params) => filled((language() === 'en' ? en : zh)[key], params)

/** What the build makes of it (config/words-once.cjs): every key once, with its Chinese and its English. */
export const textOf = <P extends Record<string, readonly [zh: string, en: string]>>(pairs: P): Say<keyof P> =>
  (key, params) => filled(pairs[key]?.[language() === 'en' ? 1 : 0] ?? '', params)
