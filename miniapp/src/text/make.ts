import { language } from './language'

/** Words by key in both languages: English must have every key of the Chinese, or the type check fails. `{n}` stands for a parameter. */
export const makeText = <const Z extends Record<string, string>>(zh: Z, en: Record<keyof Z, string>) =>
  (key: keyof Z, params: Record<string, string | number> = {}): string =>
    (language() === 'en' ? en : zh)[key].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
