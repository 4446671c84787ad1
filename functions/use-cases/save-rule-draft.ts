import { countyOf } from '@shared/model/org'
import type { RuleDraft } from '@shared/model/policy'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { checkRuleContent } from '../core/check-rule-content'
import type { UseCase } from '../http/app'
import { readRuleDraft, replaceRuleDraft } from '../store/publish-policy'
import { type Context, instantOf } from './context'
import { namesOf, withName } from './names-of'
import { policyAt } from './read-person'
import { hashOfContent } from './rule-content-hash'

export const showDraft = async (context: Context, draft: RuleDraft | undefined) => ({
  revision: draft?.revision ?? 0,
  ...(draft?.content && draft.hash !== undefined && { draft: { content: draft.content, hash: draft.hash, at: draft.at, byName: (await namesOf(context, [draft.by])).get(draft.by) ?? '' } }),
})

/** Puts the next revision of the county's one draft; where somebody else was first, says who and when. The last save again gives the same answer. */
export const replaceDraft = async (context: Context, county: string, next: RuleDraft): Promise<RuleDraft | Refusal> => {
  if (await replaceRuleDraft(context.table, county, next)) return next
  const held = await readRuleDraft(context.table, county)
  if (held?.saveId === next.saveId) return held.hash === next.hash ? held : refuse('id-reused')
  return withName(context, refuse('draft-changed', { conflict: { revision: held?.revision ?? 0, ...(held && { by: held.by, at: held.at }) } }))
}

/** Saves the draft on the revision that was read. Its categories and units are those of the rules in force. */
export const saveRuleDraft: UseCase<'saveRuleDraft'> = async (context, { id, org, revision, content }, { actor }) => {
  const { ruleSet } = await policyAt(context, org, context.now())
  const checked = checkRuleContent(content, ruleSet)
  if ('errors' in checked) return { refused: 'invalid-input', errors: checked.errors }
  const next = { revision: revision + 1, saveId: id, at: instantOf(context.now()), by: actor.personId, content: checked.content, hash: hashOfContent(checked.content, ruleSet) }
  const saved = await replaceDraft(context, countyOf(org), next)
  return isRefusal(saved) ? saved : showDraft(context, saved)
}
