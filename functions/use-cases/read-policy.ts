import { foldPolicy, type Policy } from '../core/fold-policy'
import { readIssueEntries, readRuleSets } from '../store/policy'
import type { Table } from '../store/table'

/** A county's policy as it is now. */
export const readPolicy = async (table: Table, countyId: string, consistent = false): Promise<Policy> =>
  foldPolicy(...(await Promise.all([readRuleSets(table, countyId, consistent), readIssueEntries(table, countyId, consistent)])))
