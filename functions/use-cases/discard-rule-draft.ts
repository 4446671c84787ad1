import { countyOf } from '@shared/model/org'
import { isRefusal } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { instantOf } from './context'
import { replaceDraft, showDraft } from './save-rule-draft'

/** Throws the draft away on the revision that was read; its count of revisions goes on. */
export const discardRuleDraft: UseCase<'discardRuleDraft'> = async (context, { id, org, revision }, { actor }) => {
  const emptied = await replaceDraft(context, countyOf(org), { revision: revision + 1, saveId: id, at: instantOf(context.now()), by: actor.personId })
  return isRefusal(emptied) ? emptied : showDraft(context, emptied)
}
