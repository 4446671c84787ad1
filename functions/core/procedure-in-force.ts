import type { ProcedureVersion } from '@shared/model/procedure'
import { defaultProcedure } from '@shared/rules/default-procedure'

/** What a county has that never published a procedure: the plan's own. */
export const firstProcedure: ProcedureVersion = { version: 1, content: defaultProcedure, effectiveFrom: '0001-01-01' }

/**
 * The version in force on a local date, of those published by the instant `ms`: the last one whose effective date has begun, as with rule sets (core/fold-policy.ts).
 */
export const procedureInForce = (versions: readonly ProcedureVersion[], date: string, ms: number): ProcedureVersion =>
  [...versions].sort((a, b) => b.version - a.version).find(({ effectiveFrom, publishedAt }) => effectiveFrom <= date && (publishedAt === undefined || Date.parse(publishedAt) <= ms)) ?? firstProcedure
