import type { PointsRule, RuleSet, Window } from '../model/rules'

const ever: Window = { kind: 'ever' }
const lastYear: Window = { kind: 'trailing', months: 12 }
const points = (category: string, window: Window, per: number, worth: number, atMost: number): PointsRule => ({ category, window, per, points: worth, atMost })

/** The county plan's own conditions (measure 15) as data: spec/admission-rules.md, "The default rule set". Minutes, lessons, issues, activities, visits. */
export const defaultRuleSet: RuleSet = {
  id: 'wangcang',
  version: 1,
  timeZone: 'Asia/Shanghai',
  counting: {
    volunteering: { unit: 'minute', noOverlap: true, perDayAtMost: 480 },
    'civics-class': { unit: 'lesson', distinct: true },
    'league-class': { unit: 'lesson', distinct: true },
    'youth-study': { unit: 'issue', distinct: true },
    'quality-activity': { unit: 'activity' },
    'youth-home': { unit: 'visit', perDayAtMost: 1 },
  },
  requirements: [
    { key: 'age', kind: 'age', enforcement: 'required', atLeast: 14, below: 28 },
    { key: 'civics-class', kind: 'quantity', enforcement: 'required', category: 'civics-class', window: ever, atLeast: 8 },
    { key: 'league-class', kind: 'quantity', enforcement: 'required', category: 'league-class', window: ever, atLeast: 8, exam: { course: 'league-class', passMark: 60 } },
    { key: 'volunteer-hours', kind: 'quantity', enforcement: 'required', category: 'volunteering', window: lastYear, atLeast: 1200 },
    { key: 'youth-study', kind: 'quantity', enforcement: 'required', category: 'youth-study', window: lastYear, atLeast: 1 },
    { key: 'youth-study-coverage', kind: 'coverage', enforcement: 'advisory', category: 'youth-study', window: lastYear, atLeastPercent: 60 },
    { key: 'quality-activity', kind: 'quantity', enforcement: 'required', category: 'quality-activity', window: lastYear, atLeast: 1 },
    {
      key: 'points', kind: 'points', enforcement: 'advisory', atLeast: 60,
      rules: [
        points('volunteering', lastYear, 30, 1, 40),
        points('civics-class', ever, 1, 2, 16),
        points('league-class', ever, 1, 2, 16),
        points('youth-study', lastYear, 1, 1, 10),
        points('quality-activity', lastYear, 1, 3, 12),
        points('youth-home', lastYear, 1, 1, 10),
      ],
    },
  ],
}
