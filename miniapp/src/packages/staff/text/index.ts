import { makeText } from '@/text/make'
import { staffEn } from './en'
import { staffZh } from './zh-CN'

export type StaffKey = keyof typeof staffZh

export const s = makeText(staffZh, staffEn)

/** Words for a key made at run time, or what to say where there are none. */
export const sOr = (key: string, otherwise: string, params?: Record<string, string | number>): string => (key in staffZh ? s(key as StaffKey, params) : otherwise)
