import { sha256 } from '@noble/hashes/sha2.js'
import { readPass } from '@shared/pass/pass'
import { scanIdOf } from '@shared/pass/scan-id'
import { readVenueCode } from '@shared/pass/venue-code'
import { serverNow } from '@/api/server-clock'
import { scanClock } from '@/features/check-in/scan-clock'
import type { Direction, VenueScan } from '@/features/check-in/venue-scans'
import { randomBytes } from '@/platform/random'

/** What was read is no venue's code, and nothing of it is kept; `own-pass`: what members show. */
export const notVenueCode = (code: string): 'own-pass' | 'not-a-venue-code' | undefined => (readVenueCode(code) ? undefined : readPass(code) ? 'own-pass' : 'not-a-venue-code')

/** A scan as it is made now: the id names the member and no event, which only the server knows. */
export const makeVenueScan = async (personId: string, eventId: string, direction: Direction, code: string): Promise<VenueScan> => {
  const deviceMs = Date.now()
  const scanId = scanIdOf(await randomBytes(15), { eventId: '', direction, deviceMs, code, personId }, sha256)
  return { eventId, at: serverNow(), scan: { scanId, direction, deviceTime: new Date(deviceMs).toISOString(), ...scanClock(), code } }
}
