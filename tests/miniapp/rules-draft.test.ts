/** @jest-environment jsdom */
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import fc from 'fast-check'
import { checkRuleContent } from '../../functions/core/check-rule-content'

// Words ask which language was chosen: here as the H5 build keeps it, for Taro's own loads in no test.
const { jest: own } = import.meta as unknown as { jest: { unstable_mockModule(name: string, factory: () => unknown): void } }
own.unstable_mockModule('@/platform/storage', () => import('@/platform/storage.h5'))
const { faultsFrom, faultsOf, setAt, shownAt, type, valueAt } = await import('@/packages/staff/rules-draft/draft-form')
const { changesBetween, sentences } = await import('@/packages/staff/rules/describe')
const { addPage, byBranch, isWhole, reasonWords, wanted } = await import('@/packages/staff/rules-preview/preview-rules')
const { differences } = await import('@/packages/staff/parts/rerun-differences')
const { faultsOf: faultsOfIssue, faultsFrom: issueFaultsFrom, isLater, newIssue, publishedAtOf } = await import('@/packages/staff/study-issues/issue-form')

const content = { counting: defaultRuleSet.counting, requirements: defaultRuleSet.requirements }
const form = { content, typed: {}, faults: {} }
const hours = 'requirements[3].atLeast'

describe('the form of the rules', () => {
  test('hours are shown and typed as hours, and kept in minutes', () => {
    expect(shownAt(form, hours, 'hours')).toBe('20')
    const typed = type(form, hours, '1.5', 'hours')
    expect([valueAt(typed.content, hours), shownAt(typed, hours, 'hours'), faultsOf(typed)]).toEqual([90, '1.5', {}])
    expect(valueAt(content, hours)).toBe(1200)
  })

  test.each([['', 'hoursNumber'], ['二十', 'hoursNumber'], ['-1', 'hoursNumber'], ['1.555', 'hoursNumber'], ['1e3', 'hoursNumber']])('"%s" hours stays as it was typed, with what is wrong, and the rules keep what they had', (text, fault) => {
    const typed = type(form, hours, text, 'hours')
    expect([valueAt(typed.content, hours), shownAt(typed, hours, 'hours'), faultsOf(typed)]).toEqual([1200, text, { [hours]: fault }])
    expect(faultsOf(type(typed, hours, '12', 'hours'))).toEqual({})
  })

  test('an optional limit may be emptied, and the rule is without it', () => {
    const path = 'requirements[7].rules[0].atMost'
    const emptied = type(form, path, '', 'whole', true)
    expect([valueAt(emptied.content, path), faultsOf(emptied)]).toEqual([undefined, {}])
    expect(changesBetween(content, emptied.content)).toEqual([{ title: '积分', kind: 'changed', lines: ['志愿服务：最近 12 个月每 30 分钟得 1 分、最多 40 分 → 最近 12 个月每 30 分钟得 1 分、不封顶'] }])
  })

  test.each([
    ['requirements[3].window.months', '0', 'outOfRange'], ['requirements[5].atLeastPercent', '101', 'outOfRange'], ['requirements[0].below', '14', 'belowNotAbove'], ['requirements[7].rules[2].per', '0', 'outOfRange'],
  ])('%s = %s cannot be', (path, text, fault) => {
    expect(faultsOf(type(form, path, text, 'whole'))).toEqual({ [path]: fault })
  })

  test('another window forgets what was typed for the one before; points keep one category at least', () => {
    const typed = type(form, 'requirements[3].window.months', 'x', 'whole')
    expect(faultsOf(setAt(typed, 'requirements[3].window', { kind: 'ever' }))).toEqual({})
    expect(faultsOf(setAt(form, 'requirements[7].rules', []))).toEqual({ 'requirements[7].rules': 'needRules' })
  })

  test('whatever is typed into the numbers, a form without faults is one that the API takes', () => {
    const paths = ['requirements[0].atLeast', 'requirements[0].below', 'requirements[1].atLeast', 'requirements[2].exam.passMark', 'requirements[3].window.months', 'requirements[5].atLeastPercent', 'requirements[7].atLeast', 'requirements[7].rules[0].per', 'requirements[7].rules[1].points', 'counting.volunteering.perDayAtMost']
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), fc.oneof(fc.integer({ min: -2, max: 1500 }).map(String), fc.string({ maxLength: 4 }))), { maxLength: 6 }), (texts) => {
        const typed = texts.reduce((now, [path, text]) => type(now, path, text, 'whole', path.endsWith('perDayAtMost')), form)
        if (Object.keys(faultsOf(typed)).length === 0) expect(checkRuleContent(typed.content, defaultRuleSet)).toMatchObject({ content: { requirements: expect.anything() } })
      }),
      { numRuns: 2000 },
    )
  })

  test('the API’s faults stand beside their fields', () => {
    expect(faultsFrom([{ path: 'content.requirements[3].atLeast', code: 'invalid-value', message: 'x' }, { path: 'revision', code: 'x', message: 'x' }])).toEqual({ [hours]: 'fieldWrong' })
  })
})

describe('rules in words', () => {
  const of = (key: string) => sentences(content.requirements.find((one) => one.key === key) as (typeof content.requirements)[number], content)

  test('each requirement in a line, points in one a category', () => {
    expect(of('age')).toEqual(['年满 14 岁、未满 28 岁'])
    expect(of('volunteer-hours')).toEqual(['最近 12 个月、不少于 20 小时'])
    expect(of('league-class')).toEqual(['不限时间、不少于 8 课时、考试 60 分及格'])
    expect(of('points').slice(0, 2)).toEqual(['积分满 60 分', '志愿服务：最近 12 个月每 30 分钟得 1 分、最多 40 分'])
  })

  test('nothing differs from itself; what was added, taken out and changed is said once each', () => {
    expect(changesBetween(content, content)).toEqual([])
    const other = {
      counting: { ...content.counting, volunteering: { ...content.counting.volunteering, unit: 'minute', perDayAtMost: 240 } },
      requirements: content.requirements.filter(({ key }) => key !== 'age').map((one) => (one.key === 'youth-study' ? { ...one, enforcement: 'off' as const } : one)),
    }
    expect(changesBetween(content, other)).toEqual([
      { title: '青年大学习', kind: 'changed', lines: ['怎么用：必需 → 不用'] },
      { title: '年龄', kind: 'removed', lines: ['年满 14 岁、未满 28 岁'] },
      { title: '每天最多计多少', kind: 'changed', lines: ['志愿服务：每天最多 8 小时 → 每天最多 4 小时'] },
    ])
    expect(changesBetween(other, content)[0]).toEqual({ title: '年龄', kind: 'added', lines: ['年满 14 岁、未满 28 岁'] })
  })
})

describe('the preview', () => {
  const figures = (achieved: number, required: number, enforcement: 'required' | 'advisory' = 'required') => ({ enforcement, achieved, required, met: achieved >= required })
  const page = (branch: string, ids: string[], next?: string) => ({
    hash: 'h', asOf: '2026-06-15T02:00:00Z', against: 1, last: 1, branch: { id: branch, name: '初三（1）班团支部', aboveName: branch === 'a' ? '第一中学' : '第二中学' }, branchesDone: branch === 'a' ? 1 : 2, branches: 2, members: 30, eligibleBefore: 3, eligibleAfter: 4,
    changes: ids.map((personId) => ({ person: { personId, name: personId }, eligible: personId < 'm', because: [] })), ...(next && { next }),
  })

  test('pages add up, and two branches of one name stay two', () => {
    const half = addPage(undefined, page('a', ['k', 'z'], 'next'))
    expect([isWhole(undefined), isWhole(half), half.cursor]).toEqual([false, false, 'next'])
    const whole = addPage(half, page('b', ['b']))
    expect([isWhole(whole), whole.done, whole.members, whole.before, whole.after]).toEqual([true, 2, 60, 6, 8])
    expect(byBranch(wanted(whole.affected, 'becomes')).map(({ name, people }) => [name, people.map(({ person }) => person.name)])).toEqual([['第一中学初三（1）班团支部', ['k']], ['第二中学初三（1）班团支部', ['b']]])
    expect(wanted(whole.affected, 'noLonger').map(({ person }) => person.name)).toEqual(['z'])
  })

  test.each([
    [{ key: 'volunteer-hours', before: figures(960, 1200), after: figures(960, 600) }, '志愿服务：16 小时，要求由 20 小时改为 10 小时'],
    [{ key: 'civics-class', before: figures(7, 8) }, '思政课不再要求'],
    [{ key: 'quality-activity', after: figures(0, 1) }, '新要求素质拓展：0 次 / 1 次'],
    [{ key: 'league-class', before: figures(8, 8), after: figures(8, 8, 'advisory') }, '团课改为参考'],
    [{ key: 'youth-study', before: figures(0, 1, 'advisory'), after: figures(0, 1) }, '青年大学习改为必需：0 期 / 1 期'],
    [{ key: 'volunteer-hours', before: figures(1200, 1200), after: figures(900, 1200) }, '志愿服务：由 20 小时变为 15 小时'],
    [{ key: 'league-class', before: figures(8, 8), after: { ...figures(8, 8), met: false } }, '团课考试要求有变化'],
  ])('why: %j', (reason, words) => {
    expect(reasonWords(reason, content, content)).toBe(words)
  })
})

test('a decision run again: the same figures in another order of names are the same, another figure is named', () => {
  const kept = { eligible: true, figures: [{ key: 'civics-class', enforcement: 'required' as const, achieved: 8, required: 8, met: true }] }
  const again = { eligible: true, figures: [{ met: true, required: 8, achieved: 8, enforcement: 'required' as const, key: 'civics-class' }] }
  expect(differences({ kept, again })).toEqual([])
  expect(differences({ kept, again: { eligible: false, figures: [{ key: 'civics-class', enforcement: 'required', achieved: 7, required: 8, met: false }] } })).toEqual(['思政课：当时 8 / 8，重算 7 / 8'])
})

describe('an issue being written', () => {
  const now = Date.parse('2026-06-15T02:00:30Z')

  test('begins now, in Beijing, and is checked field by field', () => {
    const fresh = newIssue(now)
    expect([fresh, publishedAtOf(fresh), isLater(fresh, now)]).toEqual([{ id: '', title: '', day: '2026-06-15', time: '10:00' }, '2026-06-15T10:00:00+08:00', false])
    expect(faultsOfIssue(fresh)).toEqual({ id: 'needId', title: 'needTitle' })
    expect(faultsOfIssue({ ...fresh, id: '2026-24', title: '第十五季第3期', time: '' })).toEqual({ time: 'needTime' })
    expect(isLater({ ...fresh, day: '2026-06-22' }, now)).toBe(true)
  })

  test('the API’s faults stand beside their fields', () => {
    expect(issueFaultsFrom([{ path: 'publishedAt', code: 'too-far', message: 'x' }, { path: 'title', code: 'x', message: 'x' }])).toEqual({ time: 'tooFar', title: 'needTitle' })
  })
})
