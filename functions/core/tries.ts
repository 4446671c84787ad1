import { triesAtMost, triesHours } from '@shared/model/identity'

const windowMs = triesHours * 3_600_000

/**
 * One more try beside those taken before, all epoch milliseconds; only those of the last 24 hours count. `again`: five are taken, and when the oldest of them no longer counts.
 */
export const oneMoreTry = (before: readonly number[], now: number): { tries: number[] } | { again: number } => {
  const recent = before.filter((at) => at > now - windowMs).sort((a, b) => a - b)
  const oldest = recent[recent.length - triesAtMost]
  return oldest === undefined ? { tries: [...recent, now] } : { again: oldest + windowMs }
}

/** Without one try taken at `at`, which turned out to be no guess. */
export const withoutTry = (tries: readonly number[], at: number): number[] => {
  const one = tries.indexOf(at)
  return one < 0 ? [...tries] : tries.toSpliced(one, 1)
}

/** When the last of these tries no longer counts, epoch seconds: the item may go then. */
export const triesEnd = (tries: readonly number[]): number => Math.ceil((Math.max(0, ...tries) + windowMs) / 1000)
