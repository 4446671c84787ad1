import type { LedgerEntry } from '@shared/model/ledger'
import type { Case, Result } from '@shared/model/rules'
import { evaluate } from '@shared/rules/evaluate'
import { caseOf } from '../core/case-of'
import { foldLedger } from '../core/fold-ledger'
import type { DemoStudent } from './people'
import type { DemoPolicy } from './policy'

/** What had been entered by an instant, as the case for `evaluate` at it: decisions of the past stand on what was known then. */
export const caseAt = (student: DemoStudent, entries: readonly LedgerEntry[], policy: DemoPolicy, asOf: string): Case =>
  caseOf(student, foldLedger(entries.filter(({ at }) => at <= asOf)), policy, asOf)

export const judgeAt = (student: DemoStudent, entries: readonly LedgerEntry[], policy: DemoPolicy, asOf: string): Result => evaluate(caseAt(student, entries, policy, asOf)) as Result
