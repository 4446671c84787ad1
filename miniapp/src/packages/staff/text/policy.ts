import { makeText } from '@/text/make'
import { policyEn } from './policy.en'
import { policyZh } from './policy.zh-CN'

export type PolicyKey = keyof typeof policyZh

export const p = makeText(policyZh, policyEn)
