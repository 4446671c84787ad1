import type { ScanEntry } from '@shared/model/ledger'
import { verifyVenueCode, type VenueCode } from '@shared/pass/venue-code'
import { type Circumstances, decideScan, fitsUnvouched, type Found, heldSeatAt, isListed, mayWalkIn, type Scan, type ScanDecision } from './check-in'
import { correctTime } from './corrected-time'

/** A venue's code that reaches the server later than this may have been passed on (spec/check-in.md, 6). */
export const venueLateMs = 60_000

/** A walk-in comes by themselves where there is room for everybody; where seats are counted, a manager lists them. */
const seatFault = ({ signUp, me }: Found, { event, ofSchool }: Circumstances, ms: number): 'not-signed-up' | 'on-waitlist' | undefined => {
  if (isListed(signUp) || heldSeatAt(signUp, ms)) return undefined
  if (signUp?.state === 'waiting') return 'on-waitlist'
  return event.capacity === undefined && mayWalkIn(event, me?.branch, ofSchool) ? undefined : 'not-signed-up'
}

/**
 * What a scan by a member of the venue's code comes to: the rules of any scan, and that the code was on the screen then, and that the scan came at once. `about.by` is
 * who set up the screen, and vouches: they cannot check themselves in by it.
 */
export const decideVenueScan = (scan: Scan, code: VenueCode, publicKey: string, found: Found, known: readonly ScanEntry[], about: Circumstances): ScanDecision => {
  const decision = decideScan(scan, found, known, about)
  if (decision.verdict === 'rejected' || ('code' in decision && decision.code === 'clock-skew')) return decision
  const { ms, unexplainedMs } = correctTime(scan.deviceMs, { ...about, evidence: scan.evidence })
  const { personId, name, time, skewMs } = decision
  const told = { time, skewMs, ...(personId !== undefined && { personId }), ...(name !== undefined && { name }) }
  const fault = verifyVenueCode(code, { eventId: about.event.eventId, ms, publicKey, verify: about.verify }) ?? seatFault(found, about, ms)
  if (fault === 'pass-expired' && fitsUnvouched(code, ms, unexplainedMs)) return { verdict: 'conflict', code: 'clock-skew', ...told }
  if (fault) return { verdict: 'rejected', code: fault, ...told }
  return decision.verdict !== 'conflict' && about.now - ms > venueLateMs ? { verdict: 'conflict', code: 'venue-late', ...told } : decision
}
