import type { Parsed } from '@shared/contract'
import { countyOf } from '@shared/model/org'
import { isRefusal, type Refusal } from '@shared/model/refusal'
import type { RuleSetVersion } from '@shared/model/policy'
import { publishRuleSet as decide } from '../core/publish-rule-set'
import type { UseCase } from '../http/app'
import { addRuleSet, readRuleDraft } from '../store/publish-policy'
import { type Context, instantOf } from './context'
import { showVersions } from './list-rule-sets'
import { withName } from './names-of'
import { readPolicy } from './read-policy'
import { hashOfContent } from './rule-content-hash'
import { untilDecided } from './until-decided'

const attempt = async (context: Context, { id, org, hash, after, effectiveFrom }: Parsed<'publishRuleSet'>, by: string, add: typeof addRuleSet): Promise<RuleSetVersion | Refusal | undefined> => {
  const county = countyOf(org)
  const [{ ruleSets }, draft] = await Promise.all([readPolicy(context.table, county, true), readRuleDraft(context.table, county)])
  const decided = decide(ruleSets, draft, { publishId: id, hash, after, effectiveFrom, by }, context.now(), ({ ruleSet }) => hashOfContent(ruleSet, ruleSet))
  if (isRefusal(decided)) return decided
  if ('stands' in decided) return decided.stands
  const emptied = { revision: (draft?.revision ?? 0) + 1, saveId: id, at: instantOf(context.now()), by }
  return (await add(context.table, county, decided.add, emptied)) ? decided.add : undefined
}

/** Publishes the previewed draft as the version after the last one; of two publishers one wins, the other hears of it. `add` is a parameter so that a test can take the guard away. */
export const publishRuleSetBy = (add: typeof addRuleSet = addRuleSet): UseCase<'publishRuleSet'> => async (context, input, { actor }) => {
  const published = await untilDecided(context, () => attempt(context, input, actor.personId, add))
  if (isRefusal(published)) return withName(context, published)
  const { ruleSets } = await readPolicy(context.table, countyOf(input.org), true)
  const [shown] = await showVersions(context, [published], ruleSets)
  if (!shown) throw new Error('A published version cannot be shown')
  return shown
}

export const publishRuleSet = publishRuleSetBy()
