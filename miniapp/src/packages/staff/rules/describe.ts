import type { Answer } from '@shared/contract/index'
import { t } from '@/text'
import { categoryName, requirementName } from '@/text/figure-words'
import { amount } from '@/text/format'
import { p } from '../text/policy'

export type Version = Answer<'listRuleSets'>['items'][number]
export type Content = Pick<Version['ruleSet'], 'counting' | 'requirements'>
export type Requirement = Content['requirements'][number]
export type PointsRule = Extract<Requirement, { kind: 'points' }>['rules'][number]
export type Window = PointsRule['window']

/** One thing a rule says, in words; `field` is the same in every version. */
interface Said {
  field: string
  label: string
  words: string
}

const windowWords = (window: Window): string => {
  if (window.kind === 'trailing') return t('windowTrailing', { n: window.months })
  return window.kind === 'school-year' ? p('schoolYearFrom', { n: window.startMonth }) : p(window.kind)
}

const inUnit = (n: number, category: string, { counting }: Content): string => amount(n, counting[category]?.unit)

const ruleWords = ({ category, window, per, points, atMost }: PointsRule, content: Content): string =>
  [p('pointRule', { what: windowWords(window), per: inUnit(per, category, content), points }), atMost === undefined ? p('pointRuleNoMost') : p('pointRuleMost', { n: atMost })].join(t('listComma'))

const partsOf = (rule: Requirement, content: Content): Said[] => {
  switch (rule.kind) {
    case 'quantity':
      return [
        { field: 'window', label: p('window'), words: windowWords(rule.window) },
        { field: 'atLeast', label: p('atLeast'), words: inUnit(rule.atLeast, rule.category, content) },
        { field: 'exam', label: p('exam'), words: rule.exam ? p('examWith', { n: rule.exam.passMark }) : p('noExam') },
      ]
    case 'coverage':
      return [{ field: 'window', label: p('window'), words: windowWords(rule.window) }, { field: 'atLeast', label: p('percent'), words: `${rule.atLeastPercent}%` }]
    case 'age':
      return [{ field: 'atLeast', label: p('ageFrom'), words: amount(rule.atLeast, 'year') }, { field: 'below', label: p('ageBelow'), words: amount(rule.below, 'year') }]
    case 'points':
      return [
        { field: 'atLeast', label: p('pointsFrom'), words: amount(rule.atLeast, 'point') },
        ...rule.rules.map((one, i) => ({ field: `${one.category} ${rule.rules.slice(0, i).filter(({ category }) => category === one.category).length}`, label: categoryName(one.category), words: ruleWords(one, content) })),
      ]
  }
}

/** Everything a requirement says. */
export const describe = (rule: Requirement, content: Content): Said[] => [{ field: 'enforcement', label: p('enforcement'), words: p(rule.enforcement ?? 'required') }, ...partsOf(rule, content)]

/** A requirement in a line, points in one a category; whether it gates is for a mark beside it. */
export const sentences = (rule: Requirement, content: Content): string[] => {
  const parts = partsOf(rule, content)
  if (rule.kind === 'points') return parts.map(({ field, label, words }) => (field === 'atLeast' ? `${label} ${words}` : `${label}${t('colon')}${words}`))
  const said = parts.filter(({ field }) => field !== 'exam' || (rule.kind === 'quantity' && rule.exam))
  return [said.map(({ field, label, words }) => (field === 'window' ? words : `${label} ${words}`)).join(t('listComma'))]
}

/** The most that counts a day, category by category. */
const describeCaps = (content: Content): Said[] =>
  Object.entries(content.counting).map(([category, { perDayAtMost, unit }]) => ({ field: category, label: categoryName(category), words: perDayAtMost === undefined ? p('noCap') : p('capWords', { n: amount(perDayAtMost, unit) }) }))

export const capsLine = (content: Content): string => describeCaps(content).map(({ label, words }) => `${label} ${words}`).join(t('listComma'))

export interface Change {
  title: string
  kind: 'added' | 'removed' | 'changed'
  lines: string[]
}

const linesBetween = (from: Said[], to: Said[]): string[] => {
  const [was, is] = [from, to].map((said) => new Map(said.map((one) => [one.field, one] as const)))
  const fields = [...new Set([...to, ...from].map(({ field }) => field))]
  return fields.flatMap((field) => {
    const [a, b] = [was?.get(field), is?.get(field)]
    return a?.words === b?.words ? [] : [`${(b ?? a)?.label}${t('colon')}${p('changed', { from: a?.words ?? p('notCounted'), to: b?.words ?? p('notCounted') })}`]
  })
}

/** What differs between two contents, requirement by requirement, in the words of the page. */
export const changesBetween = (from: Content, to: Content): Change[] => {
  const was = new Map(from.requirements.map((rule) => [rule.key, rule]))
  const kept = new Set(to.requirements.map(({ key }) => key))
  const changes = to.requirements.map((rule): Change => {
    const before = was.get(rule.key)
    const title = requirementName(rule.key)
    return before ? { title, kind: 'changed', lines: linesBetween(describe(before, from), describe(rule, to)) } : { title, kind: 'added', lines: sentences(rule, to) }
  })
  const removed = from.requirements.filter(({ key }) => !kept.has(key)).map((rule): Change => ({ title: requirementName(rule.key), kind: 'removed', lines: sentences(rule, from) }))
  return [...changes, ...removed, { title: p('caps'), kind: 'changed' as const, lines: linesBetween(describeCaps(from), describeCaps(to)) }].filter(({ lines }) => lines.length > 0)
}
