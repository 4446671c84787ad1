import type { RefusalCode } from '@shared/model/refusal'
import { en } from './en'
import { makeText } from './make'
import { refusalsEn } from './refusals.en'
import { refusalsZh } from './refusals.zh-CN'
import { zhCN } from './zh-CN'

export type TextKey = keyof typeof zhCN

export const t = makeText(zhCN, en)
const refused = makeText(refusalsZh, refusalsEn)

/** Words for a key made at run time (a requirement of a county's own rule set, say); the key itself where there are none. */
export const tOr = (key: string, otherwise = key, params?: Record<string, string | number>): string => (key in zhCN ? t(key as TextKey, params) : otherwise)

/** A refusal's words; `offline` and `fault` are the client's own. */
export const troubleWords = (code: RefusalCode | 'offline' | 'fault'): string => {
  if (code === 'offline') return t('offlineNothing')
  if (code === 'fault') return t('fault')
  return code in refusalsZh ? refused(code) : t('fault')
}
