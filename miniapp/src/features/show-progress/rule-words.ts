import type { Answer } from '@shared/contract/index'
import { t } from '@/text'
import { unitOf } from '@/text/figure-words'
import { amount } from '@/text/format'

export type Requirement = Answer<'showProgress'>['requirements'][number]

export const windowWords = (w: Requirement['window']): string => {
  if (w?.kind === 'trailing') return t('windowTrailing', { n: w.months ?? 0 })
  if (w?.kind === 'calendar-year') return t('windowCalendarYear')
  if (w?.kind === 'school-year') return t('windowSchoolYear')
  return t('windowEver')
}

/** The rule in a sentence, with the county's own figures. */
export const ruleWords = (r: Requirement): string => {
  const n = amount(r.required, unitOf(r))
  if (r.kind === 'age') return t('ageBelow', { from: r.required, to: r.below ?? 0 })
  if (r.kind === 'points') return t('rulePoints', { n })
  return t(r.kind === 'coverage' ? 'ruleCoverage' : 'ruleAtLeast', { window: windowWords(r.window), n })
}

/** Why a record does not count. "Not approved" says which of the four ways. */
export const whyExcluded = (e: NonNullable<Requirement['excluded']>[number]): string => {
  if (e.reason !== 'not-approved') return t(e.reason)
  return e.line.status === 'approved' ? t('not-approved-pending') : t(`not-approved-${e.line.status}`)
}
