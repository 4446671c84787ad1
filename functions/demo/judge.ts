import type { Evaluation } from '@shared/model/application'
import type { LedgerEntry } from '@shared/model/ledger'
import type { Case, Result } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import { caseOf } from '../core/case-of'
import { evaluationOf } from '../core/evaluation-of'
import { foldLedger } from '../core/fold-ledger'
import { nameEntries } from '../use-cases/known-entries'
import type { DemoStudent } from './people'
import type { DemoPolicy } from './policy'

/** What had been entered by an instant, as the case for `evaluate` at it: decisions of the past stand on what was known then. */
export const caseAt = (student: DemoStudent, entries: readonly LedgerEntry[], policy: DemoPolicy, asOf: string): Case =>
  caseOf(student, foldLedger(entries.filter(({ at }) => at <= asOf)), policy, asOf)

export const judgeAt = (student: DemoStudent, entries: readonly LedgerEntry[], policy: DemoPolicy, asOf: string): Result => evaluate(caseAt(student, entries, policy, asOf)) as Result

/** What an application's step keeps of it. */
export const evaluatedAt = (student: DemoStudent, entries: readonly LedgerEntry[], policy: DemoPolicy, asOf: string): Evaluation => {
  const known = entries.filter(({ at }) => at <= asOf)
  const issues = policy.issueEntries.filter(({ at = '' }) => at <= asOf).length
  return evaluationOf({ ...caseAt(student, known, policy, asOf), studyIssues: policy.studyIssues.slice(0, issues) }, issues, nameEntries(known))
}
