import type { Answer } from '@shared/contract/index'

export type Slip = Answer<'issueBindingCodes'>['slips'][number]
export interface Slips {
  of: string
  slips: Slip[]
  bound: number
  elsewhere: string[]
  expiresAt: string
  /** Where the next call goes on; absent when all are made. */
  next?: string | undefined
}

/** As they are handed out: class by class, by name. */
const inRollOrder = (a: Slip, b: Slip): number => (a.className ?? '').localeCompare(b.className ?? '', 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN')

/** What was made so far and the next hundred, as one. The earliest end is the one that is printed. */
export const joined = (before: Slips | undefined, answer: Answer<'issueBindingCodes'>, of: string): Slips => ({
  of, slips: [...(before?.slips ?? []), ...answer.slips].sort(inRollOrder), bound: (before?.bound ?? 0) + answer.bound, elsewhere: [...(before?.elsewhere ?? []), ...answer.elsewhere], expiresAt: before?.expiresAt ?? answer.expiresAt, next: answer.next,
})
