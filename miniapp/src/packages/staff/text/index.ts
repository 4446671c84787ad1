import { makeText } from '@/text/make'
import { staffEn } from './en'
import { staffZh } from './zh-CN'

export type StaffKey = keyof typeof staffZh

export const s = makeText(staffZh, staffEn)
