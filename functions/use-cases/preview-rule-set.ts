import type { Answer } from '@shared/contract'
import { countyOf } from '@shared/model/org'
import type { RuleContent } from '@shared/model/policy'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { RuleSet } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import { eligibilityChange } from '../core/eligibility-change'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readMembersPage } from '../store/members'
import type { Me, Member } from '../store/people'
import { readRuleDraft } from '../store/publish-policy'
import { getItems } from '../store/table'
import { branchesBelow } from './branches-below'
import { type Context, instantOf } from './context'
import { eachOf } from './each-of'
import { withName } from './names-of'
import { encodePlace, readPlace } from './page-across'
import { type PolicyAt, policyAt, readPersonCase } from './read-person'
import { readPolicy } from './read-policy'
import { showPerson } from './show-person'

type Preview = Answer<'previewRuleSet'>

/** One person under both rule sets. */
const compare = async (context: Context, me: Me, draft: RuleSet, now: number) => {
  const { case: aCase } = await readPersonCase(context, me, now)
  const [before, after] = [evaluate(aCase), evaluate({ ...aCase, ruleSet: draft })]
  const change = eligibilityChange(before, after)
  return { before: before.eligible, after: after.eligible, change: change && { person: await showPerson(context, me), className: me.className, application: me.progress?.application?.state, ...change } }
}

/** The next members after the place: at most `limit` of one branch. Branches without anybody are passed over. */
const nextMembers = async (context: Context, branches: readonly string[], cursor: string | undefined, limit: number): Promise<{ at: number; members: Member[]; after?: string }> => {
  const place = readPlace(cursor)
  let at = Math.max(0, branches.indexOf(place?.at ?? ''))
  let after = branches[at] === place?.at ? place?.after : undefined
  for (; at < branches.length; at++, after = undefined) {
    const page = await readMembersPage(context.table, branches[at] as string, limit, after)
    if (page.items.length) return { at, members: page.items, after: page.next }
  }
  return { at: branches.length - 1, members: [] }
}

const draftOf = async (context: Context, county: string, hash: string): Promise<RuleContent | Refusal> => {
  const draft = await readRuleDraft(context.table, county)
  if (!draft?.content) return refuse('nothing-to-publish')
  return draft.hash === hash ? draft.content : withName(context, refuse('draft-changed', { conflict: { by: draft.by, at: draft.at, revision: draft.revision } }))
}

const pageOf = async (context: Context, county: string, policy: PolicyAt, content: RuleContent, cursor: string | undefined, limit: number): Promise<Omit<Preview, 'hash' | 'asOf' | 'against' | 'last'>> => {
  const branches = await branchesBelow(context, county)
  const { at, members, after } = await nextMembers(context, branches, cursor, limit)
  // Whoever has left school is nobody whom new rules make wait.
  const accounts = (await getItems<Me>(context.table, members.map(({ personId }) => keys.me(personId)))).flatMap((me) => (me && me.graduated === undefined ? [me] : []))
  const now = context.now()
  const results = await eachOf(accounts, 20, (me) => compare(context, me, { ...policy.ruleSet, ...content }, now))
  const branch = branches[at]
  const orgs = await context.orgs(county)
  const [name, aboveName] = [branch, branch?.slice(0, branch.lastIndexOf('.'))].map((id) => orgs.get(id ?? '')?.name ?? '')
  const following = after === undefined ? branches[at + 1] : branch
  return {
    ...(branch !== undefined && members.length > 0 && { branch: { id: branch, name: name ?? '', aboveName: aboveName ?? '' } }),
    branchesDone: members.length && after !== undefined ? at : at + 1, branches: branches.length, members: accounts.length,
    eligibleBefore: results.filter(({ before }) => before).length, eligibleAfter: results.filter((one) => one.after).length,
    changes: results.flatMap(({ change }) => change ?? []),
    ...(following !== undefined && { next: encodePlace({ at: following, ...(after !== undefined && { after }) }) }),
  }
}

/** Folds the members of one branch, or as many as `limit`, under the draft and under the rules in force. The draft is named by its hash, so that all pages speak of the same. */
export const previewRuleSet: UseCase<'previewRuleSet'> = async (context, { org, hash, cursor, limit }) => {
  const county = countyOf(org)
  const content = await draftOf(context, county, hash)
  if (isRefusal(content)) return content
  const fresh = await readPolicy(context.table, county, true)
  const known = { ...context, policy: async () => fresh }
  const policy = await policyAt(known, county, context.now())
  return {
    hash, asOf: instantOf(context.now()), against: policy.ruleSet.version, last: fresh.ruleSets[0]?.ruleSet.version ?? 0,
    ...(await pageOf(known, county, policy, content, cursor, limit)),
  }
}
