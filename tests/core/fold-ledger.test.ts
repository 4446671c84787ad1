import { defaultRuleSet } from '@shared/rules/default-rule-set'
import { evaluate } from '@shared/rules/evaluate'
import fc from 'fast-check'
import type { ScanEntry } from '@shared/model/ledger'
import { caseOf } from '../../functions/core/case-of'
import { foldAttendance } from '../../functions/core/fold-attendance'
import { foldLedger } from '../../functions/core/fold-ledger'
import { projectProgress } from '../../functions/core/project-progress'
import { ledger } from '../support/entries'

const asOf = '2026-06-15T02:00:00.000Z'
const policy = { ruleSet: defaultRuleSet, studyIssues: [{ id: '2026-20', publishedAt: '2026-05-11T00:00:00Z' }] }
const person = { personId: 'p', birthDate: '2010-03-01' }

test('10 000 ledgers: any order and repetition folds to the same; the total is the sum of the visible rows; progress is evaluate’s', () => {
  fc.assert(
    fc.property(ledger.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))), ([entries, shuffled]) => {
      const folded = foldLedger(entries)
      expect(foldLedger(shuffled)).toEqual(folded)
      const result = evaluate(caseOf(person, folded, policy, asOf))
      for (const found of result.requirements) {
        if (found.kind !== 'quantity') continue
        expect(found.counted.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(found.achieved)
        expect(found.counted.length + found.excluded.length).toBe(folded.records.filter(({ category }) => category === (defaultRuleSet.requirements.find(({ key }) => key === found.key) as { category: string }).category).length)
      }
      const progress = projectProgress(folded, caseOf(person, folded, policy, asOf), undefined, 0, 1)
      expect(progress.figures.map(([achieved]) => achieved)).toEqual(result.requirements.map(({ achieved }) => achieved))
      expect(progress.eligible).toBe(result.eligible)
      expect(progress.n).toBe(entries.filter(({ type }) => type !== 'scan').length)
    }),
    { numRuns: 10_000 },
  )
}, 240_000)

const scan = (scanId: string, direction: 'entry' | 'exit', time: string, credit: Partial<ScanEntry['credit']> = {}): ScanEntry => ({
  type: 'scan', scanId, eventId: 'h~event', direction, way: 'pass', verdict: 'accepted', time: `2026-06-01T${time}:00.000Z`, deviceTime: `2026-06-01T${time}:00Z`, skewMs: 0, at: `2026-06-01T${time}:00.000Z`, by: 'm',
  credit: { title: 'e', category: 'volunteering', startsAt: '2026-06-01T01:00:00.000Z', endsAt: '2026-06-01T04:00:00.000Z', minimumMinutes: 0, breaks: [], ...credit },
})
const minutes = (...scans: ScanEntry[]) => foldAttendance(scans).map(({ quantity }) => quantity)

test.each<[string, ScanEntry[], number[]]>([
  ['entry to exit', [scan('a', 'entry', '01:10'), scan('b', 'exit', '02:00')], [50]],
  ['at most the event’s own length', [scan('a', 'entry', '00:10'), scan('b', 'exit', '05:00')], [180]],
  ['less declared breaks', [scan('a', 'entry', '01:00', { breaks: [{ from: '2026-06-01T02:00:00Z', to: '2026-06-01T02:30:00Z' }] }), scan('b', 'exit', '03:00')], [90]],
  ['a missing exit gives the declared minimum', [scan('a', 'entry', '01:10', { minimumMinutes: 30 })], [30]],
  ['and nothing by default', [scan('a', 'entry', '01:10')], []],
  ['never more than was left of the event', [scan('a', 'entry', '03:50', { minimumMinutes: 30 })], [10]],
  ['an exit alone is nothing', [scan('b', 'exit', '02:00')], []],
  ['a second entry is the same stay', [scan('a', 'entry', '01:00'), scan('c', 'entry', '01:30'), scan('b', 'exit', '02:00')], [60]],
  ['at most three pairs', ['01:00', '01:20', '01:40', '02:00'].flatMap((t, i) => [scan(`a${i}`, 'entry', t), scan(`b${i}`, 'exit', t.replace('0', '0').slice(0, 3) + String(Number(t.slice(3)) + 10))]), [10, 10, 10]],
  ['a lesson counts by having been there', [scan('a', 'entry', '01:30', { category: 'civics-class', quantity: 1 })], [1]],
])('attendance: %s', (_what, scans, expected) => {
  expect(minutes(...scans)).toEqual(expected)
  expect(minutes(...[...scans].reverse(), ...scans)).toEqual(expected)
})
