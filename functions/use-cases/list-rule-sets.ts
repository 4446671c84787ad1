import { countyOf } from '@shared/model/org'
import type { RuleSetVersion } from '@shared/model/policy'
import { stateOf } from '../core/publish-rule-set'
import type { UseCase } from '../http/app'
import type { Context } from './context'
import { namesOf } from './names-of'
import { readPolicy } from './read-policy'

/** Versions as answers show them; `all`: every one of the county's. */
export const showVersions = async (context: Context, some: readonly RuleSetVersion[], all: readonly RuleSetVersion[]) => {
  const names = await namesOf(context, some.map(({ publishedBy }) => publishedBy))
  return some.map((version) => {
    const { ruleSet, effectiveFrom, publishedAt, publishedBy } = version
    return { ruleSet, effectiveFrom, state: stateOf(version, all, context.now()), publishedAt, ...(publishedBy !== undefined && { byName: names.get(publishedBy) }) }
  })
}

/** Every version of the county's rules, the last first. The cursor is the number of the last one shown. */
export const listRuleSets: UseCase<'listRuleSets'> = async (context, { org, cursor, limit }) => {
  const { ruleSets } = await readPolicy(context.table, countyOf(org), true)
  const before = /^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : Number.POSITIVE_INFINITY
  const left = ruleSets.filter(({ ruleSet }) => ruleSet.version < before)
  const page = left.slice(0, limit)
  return { items: await showVersions(context, page, ruleSets), ...(left.length > limit && { next: String(page.at(-1)?.ruleSet.version) }) }
}
