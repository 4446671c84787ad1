import type { Answer } from '@shared/contract/index'
import { a } from './text'

export type Step = NonNullable<Answer<'showApplication'>['application']>['steps'][number]

const voteLine = ({ tally }: Step): (string | undefined)[] => {
  if (!tally) return []
  const { present, for: yes, against, abstain, shouldAttend, passed, secret } = tally
  return [
    [shouldAttend === undefined ? '' : a('should', { n: shouldAttend }), a('tally', { present, for: yes, against, abstain })].filter(Boolean).join(a('comma')),
    [secret ? a('secret') : '', passed === undefined ? '' : a(passed ? 'passed' : 'notPassed')].filter(Boolean).join(a('comma')) || undefined,
  ]
}

/** What one entry of the trail says, line by line: facts before words. */
export const stepLines = (step: Step): string[] => {
  const { decision, route, points, unit, introducer, until, place, number, upheld, late, reason, words } = step
  return [
    decision && a('decided', { body: decision.body, n: decision.attendance, minutes: decision.minutes }),
    route && a(`route-${route}`), unit, points && a('points', points), ...voteLine(step), introducer && a('introducer', { who: introducer.name }),
    until && a('until', { date: until }), place, number && a('number', { n: number }), upheld === undefined ? undefined : a(upheld ? 'upheld' : 'notUpheld'), late ? a('late') : undefined,
    reason && a('reason', { words: reason }), words,
  ].filter((line): line is string => Boolean(line))
}
