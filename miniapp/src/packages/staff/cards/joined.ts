import type { Answer } from '@shared/contract/index'

export type PrintedCard = Answer<'issueCards'>['cards'][number]
export interface Cards {
  of: string
  /** The request's id: the same again gives the same cards. */
  id: string
  cards: PrintedCard[]
  branchName: string
  held: number
  ended: string[]
  /** Where the next call goes on; absent when all are made. */
  next?: string | undefined
}

/** As they are handed out: class by class, by name. */
const inRollOrder = (a: PrintedCard, b: PrintedCard): number => (a.className ?? '').localeCompare(b.className ?? '', 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN')

/** What was made so far and the next hundred, as one. */
export const joined = (before: Cards | undefined, answer: Answer<'issueCards'>, of: string, id: string): Cards => ({
  of, id, cards: [...(before?.cards ?? []), ...answer.cards].sort(inRollOrder), branchName: answer.branchName, held: (before?.held ?? 0) + answer.held, ended: [...(before?.ended ?? []), ...answer.ended], next: answer.next,
})
