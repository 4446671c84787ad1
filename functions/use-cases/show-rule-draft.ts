import { countyOf } from '@shared/model/org'
import type { UseCase } from '../http/app'
import { readRuleDraft } from '../store/publish-policy'
import { showDraft } from './save-rule-draft'

export const showRuleDraft: UseCase<'showRuleDraft'> = async (context, { org }) => showDraft(context, await readRuleDraft(context.table, countyOf(org)))
