import type { Input } from '@shared/contract/index'
import { clockEvidence } from '@/api/server-clock'

/** The contract's most. */
const elapsedAtMostMs = 10 * 86_400_000

/** What a scan made now says about its clock; nothing on a phone that has never heard from the server. */
export const scanClock = (): Pick<Input<'checkIn'>['scans'][number], 'clock'> => {
  const seen = clockEvidence()
  if (!seen) return {}
  const elapsed = seen.elapsedMs !== undefined && seen.elapsedMs <= elapsedAtMostMs
  return { clock: { serverTime: seen.serverSeen, deviceTime: seen.deviceThen, ...(elapsed && { elapsedMs: seen.elapsedMs }) } }
}
