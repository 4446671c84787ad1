import type { Case, RuleSet, StudyIssue } from '@shared/model/rules'
import type { FoldedLedger } from './fold-ledger'

/** The case that `evaluate` takes: every progress figure anywhere, and the export, come from this one. */
export const caseOf = (person: { personId: string; birthDate?: string }, folded: FoldedLedger, policy: { ruleSet: RuleSet; studyIssues: StudyIssue[] }, asOf: string): Case => ({
  asOf,
  ruleSet: policy.ruleSet,
  person: { id: person.personId, birthDate: person.birthDate ?? '0001-01-01' },
  records: folded.records.map(({ id, category, status, startedAt, endedAt, quantity, distinctKey }) => ({ id, category, status, startedAt, endedAt, quantity, ...(distinctKey !== undefined && { distinctKey }) })),
  exams: folded.exams.map(({ examId, course, takenAt, score }) => ({ id: examId, course, takenAt, score })),
  studyIssues: policy.studyIssues,
})
