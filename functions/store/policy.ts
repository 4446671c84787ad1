import type { RuleSetVersion, StudyIssueEntry } from '@shared/model/policy'
import { policyPartition } from './keys'
import { queryAll, type Table } from './table'

/** Every version of a county's rule set. */
export const readRuleSets = async (table: Table, countyId: string, consistent = false): Promise<RuleSetVersion[]> =>
  (await queryAll<RuleSetVersion>(table, { pk: policyPartition(countyId), prefix: 'RULES#', consistent })).map(({ pk, sk, ...version }) => version as RuleSetVersion)

/** Every entry about a county's study issues, in the order of their numbers. */
export const readIssueEntries = async (table: Table, countyId: string, consistent = false): Promise<StudyIssueEntry[]> =>
  (await queryAll<StudyIssueEntry>(table, { pk: policyPartition(countyId), prefix: 'ISSUE#', consistent })).map(({ pk, sk, ...entry }) => entry as StudyIssueEntry)
