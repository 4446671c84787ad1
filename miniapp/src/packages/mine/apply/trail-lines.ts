import type { Answer } from '@shared/contract/index'
import { c } from './condition-text'

export type Step = NonNullable<Answer<'showApplication'>['application']>['steps'][number]

const voteLine = ({ tally }: Step): (string | undefined)[] => {
  if (!tally) return []
  const { present, for: yes, against, abstain, shouldAttend, passed, secret } = tally
  return [
    [shouldAttend === undefined ? '' : c('should', { n: shouldAttend }), c('tally', { present, for: yes, against, abstain })].filter(Boolean).join(c('comma')),
    [secret ? c('secret') : '', passed === undefined ? '' : c(passed ? 'passed' : 'notPassed')].filter(Boolean).join(c('comma')) || undefined,
  ]
}

/** What one entry of the trail says, line by line: facts before words. */
export const stepLines = (step: Step): string[] => {
  const { decision, route, points, unit, introducer, until, place, number, upheld, late, reason, words } = step
  return [
    decision && c('decided', { body: decision.body, n: decision.attendance, minutes: decision.minutes }),
    route && c(`route-${route}`), unit, points && c('points', points), ...voteLine(step), introducer && c('introducer', { who: introducer.name }),
    until && c('until', { date: until }), place, number && c('number', { n: number }), upheld === undefined ? undefined : c(upheld ? 'upheld' : 'notUpheld'), late ? c('late') : undefined,
    reason && c('reason', { words: reason }), words,
  ].filter((line): line is string => Boolean(line))
}
