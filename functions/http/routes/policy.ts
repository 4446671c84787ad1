import { policyEndpoints } from '@shared/contract/policy'
import { discardRuleDraft } from '../../use-cases/discard-rule-draft'
import { listRuleSets } from '../../use-cases/list-rule-sets'
import { listStudyIssues } from '../../use-cases/list-study-issues'
import { previewRuleSet } from '../../use-cases/preview-rule-set'
import { publishRuleSet } from '../../use-cases/publish-rule-set'
import { publishStudyIssue } from '../../use-cases/publish-study-issue'
import { rerunDecision } from '../../use-cases/rerun-decision'
import { saveRuleDraft } from '../../use-cases/save-rule-draft'
import { showRuleDraft } from '../../use-cases/show-rule-draft'
import { withdrawStudyIssue } from '../../use-cases/withdraw-study-issue'
import type { Routes } from '../app'

/** What the county committee publishes, and an old decision run again with what was published then. */
export const policyRoutes: Routes = {
  listStudyIssues: { endpoint: policyEndpoints.listStudyIssues, useCase: listStudyIssues },
  publishStudyIssue: { endpoint: policyEndpoints.publishStudyIssue, useCase: publishStudyIssue },
  withdrawStudyIssue: { endpoint: policyEndpoints.withdrawStudyIssue, useCase: withdrawStudyIssue },
  listRuleSets: { endpoint: policyEndpoints.listRuleSets, useCase: listRuleSets },
  showRuleDraft: { endpoint: policyEndpoints.showRuleDraft, useCase: showRuleDraft },
  saveRuleDraft: { endpoint: policyEndpoints.saveRuleDraft, useCase: saveRuleDraft },
  discardRuleDraft: { endpoint: policyEndpoints.discardRuleDraft, useCase: discardRuleDraft },
  previewRuleSet: { endpoint: policyEndpoints.previewRuleSet, useCase: previewRuleSet },
  publishRuleSet: { endpoint: policyEndpoints.publishRuleSet, useCase: publishRuleSet },
  rerunDecision: { endpoint: policyEndpoints.rerunDecision, useCase: rerunDecision },
}
