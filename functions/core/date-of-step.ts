import type { ApplicationStep } from '@shared/model/application'
import { localDateIn } from '@shared/rules/local-date-in'

/** The local date that a step is of: what it states, or the day it was entered. */
export const dateOf = (timeZone: string, { facts, at }: ApplicationStep): string => {
  if ('decision' in facts) return facts.decision.date
  if ('from' in facts) return facts.from
  return ('date' in facts ? facts.date : undefined) ?? localDateIn(timeZone, Date.parse(at))
}
