import type { Answer } from '@shared/contract/index'
import { t } from '@/text'
import { requirementName, unitOf } from '@/text/figure-words'
import { amount } from '@/text/format'
import type { Content } from '../rules/describe'
import { p } from '../text/policy'

type Page = Answer<'previewRuleSet'>
export type Affected = Page['changes'][number] & { branch: NonNullable<Page['branch']> }
type Reason = Affected['because'][number]

/** What the branches looked at so far add up to. `cursor` is where it goes on; undefined: all were looked at, or none yet. */
export interface Progress {
  done: number
  of: number
  members: number
  before: number
  after: number
  affected: Affected[]
  /** The last version there is. */
  last: number
  cursor: string | undefined
}

export const addPage = (sofar: Progress | undefined, page: Page): Progress => ({
  done: page.branchesDone, of: page.branches, members: (sofar?.members ?? 0) + page.members, before: (sofar?.before ?? 0) + page.eligibleBefore, after: (sofar?.after ?? 0) + page.eligibleAfter,
  affected: [...(sofar?.affected ?? []), ...page.changes.flatMap((change) => (page.branch ? [{ ...change, branch: page.branch }] : []))], last: page.last, cursor: page.next,
})

export const isWhole = (progress: Progress | undefined): boolean => progress !== undefined && progress.cursor === undefined

export const wanted = (affected: readonly Affected[], which: 'all' | 'becomes' | 'noLonger'): Affected[] => affected.filter(({ eligible }) => which === 'all' || eligible === (which === 'becomes'))

/** By school and branch, in the order they were looked at. */
export const byBranch = (affected: readonly Affected[]): { id: string; name: string; people: Affected[] }[] => {
  const groups = new Map<string, { id: string; name: string; people: Affected[] }>()
  for (const one of affected) {
    const group = groups.get(one.branch.id) ?? { id: one.branch.id, name: `${one.branch.aboveName}${one.branch.name}`, people: [] }
    group.people.push(one)
    groups.set(one.branch.id, group)
  }
  return [...groups.values()]
}

/** Why one requirement makes the difference: its figures under the rules in force and under the draft. `content`: the draft's. */
export const reasonWords = ({ key, before, after }: Reason, content: Content, inForce: Content): string => {
  const rule = [...content.requirements, ...inForce.requirements].find((one) => one.key === key)
  const unit = rule && unitOf({ kind: rule.kind, unit: 'category' in rule ? content.counting[rule.category]?.unit : undefined })
  const words = (n: number) => amount(n, unit)
  const what = requirementName(key)
  if (!after) return p('reasonGone', { what })
  const figures = { what, achieved: words(after.achieved), to: words(after.required) }
  if (!before) return p('reasonNew', figures)
  if (before.enforcement !== after.enforcement) return after.enforcement === 'advisory' ? p('reasonAdvisory', { what }) : p('reasonRequired', figures)
  if (before.required !== after.required) return p('reasonNow', { ...figures, from: words(before.required) })
  if (before.achieved !== after.achieved) return p('reasonCounted', { ...figures, was: words(before.achieved) })
  return after.achieved >= after.required ? p('reasonExam', { what }) : p('reasonSame', figures)
}

export const placeWords = ({ className, application }: Affected): string => [className, application === 'approved' && p('alreadyApproved')].filter(Boolean).join(t('listComma'))
