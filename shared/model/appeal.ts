import type { DecisionEntry } from './ledger'

const appealDays = 30

/**
 * The last instant, in milliseconds since 1970 (UTC), at which a record can be appealed: 30 times 24 hours after its rejection. Undefined where
 * the record does not stand rejected, or was appealed before: the second rejection is final.
 */
export const appealEnds = (decisions: readonly Pick<DecisionEntry, 'verdict' | 'at'>[]): number | undefined => {
  const last = decisions.at(-1)
  if (last?.verdict !== 'rejected' || decisions.some(({ verdict }) => verdict === 'appealed')) return undefined
  return Date.parse(last.at) + appealDays * 24 * 3_600_000
}
