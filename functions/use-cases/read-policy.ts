import { foldPolicy, type Policy } from '../core/fold-policy'
import { readIssueEntries, readRuleSets } from '../store/policy'
import type { Table } from '../store/table'
import type { Context } from './context'

/** A county's policy as it is now. */
export const readPolicy = async (table: Table, countyId: string, consistent = false): Promise<Policy> =>
  foldPolicy(...(await Promise.all([readRuleSets(table, countyId, consistent), readIssueEntries(table, countyId, consistent)])))

/** The context with every county's policy as it is now, not as it was up to half a minute ago: for what decides. */
export const withFreshPolicy = (context: Context): Context => ({ ...context, policy: (countyId) => readPolicy(context.table, countyId, true) })
