import { isDeepStrictEqual } from 'node:util'
import { refuse } from '@shared/model/refusal'
import { caseOf } from '../core/case-of'
import { evaluationOf } from '../core/evaluation-of'
import { foldLedger } from '../core/fold-ledger'
import { foldPolicy } from '../core/fold-policy'
import type { UseCase } from '../http/app'
import { readApplicationSteps } from '../store/applications'
import { readLedger } from '../store/ledger'
import { readMe } from '../store/people'
import { readIssueEntries, readRuleSets } from '../store/policy'
import { entriesNamed } from './known-entries'

/**
 * Evaluates a step again as on its day: the version of the rules that it names (spec/admission-rules.md: "an old decision is re-run with the version of
 * its day"), the study issues and the person's entries known then. Whatever was published, decided or corrected later changes nothing.
 */
export const rerunDecision: UseCase<'rerunDecision'> = async (context, { personId, n }) => {
  const [me, steps, entries] = await Promise.all([readMe(context.table, personId), readApplicationSteps(context.table, personId), readLedger(context.table, personId)])
  const kept = steps.find((step) => step.n === n)?.evaluated
  if (!me || kept?.known === undefined) return refuse('not-found')
  const county = kept.ruleSet.id
  const [versions, issues] = await Promise.all([readRuleSets(context.table, county), readIssueEntries(context.table, county)])
  const version = versions.find(({ ruleSet }) => ruleSet.version === kept.ruleSet.version)
  if (!version) throw new Error(`Version ${kept.ruleSet.version} of ${county} is gone`)
  const { found, lost } = entriesNamed(entries, kept.known)
  const { studyIssues } = foldPolicy([], issues.slice(0, kept.issues))
  const again = evaluationOf(caseOf({ personId, birthDate: kept.birthDate }, foldLedger(found), { ruleSet: version.ruleSet, studyIssues }, kept.asOf), kept.issues, kept.known)
  const same = lost === 0 && again.eligible === kept.eligible && isDeepStrictEqual(again.figures, kept.figures)
  return {
    n, asOf: kept.asOf, ruleSet: kept.ruleSet, effectiveFrom: version.effectiveFrom, outcome: same ? 'same' : 'differs',
    kept: { eligible: kept.eligible, figures: kept.figures }, again: { eligible: again.eligible, figures: again.figures }, lost,
    ...(me.birthDate !== kept.birthDate && { birthDate: { was: kept.birthDate, is: me.birthDate } }),
  }
}
