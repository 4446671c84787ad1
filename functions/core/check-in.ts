import type { Handle, PublishedEvent, SignUp } from '@shared/model/event'
import type { ScanEntry } from '@shared/model/ledger'
import { above, countyOf, inScope } from '@shared/model/org'
import type { RefusalCode } from '@shared/model/refusal'
import type { Pass } from '@shared/pass/pass'
import { verifyPass, type VerifySignature } from '@shared/pass/verify-pass'
import { creditOf } from './credit-of'

const minute = 60_000
/** Scans are taken from an hour before the event until an hour after it. */
export const doorsMs = 60 * minute
/** More than this between a device's clock and the server's is for a person to look at (spec/check-in.md, 6). */
export const skewAtMostMs = 10 * minute

/** One scan as uploaded, with its pass read. Device time in epoch milliseconds. */
export interface Scan {
  scanId: string
  direction: 'entry' | 'exit'
  deviceMs: number
  /** The scanned code; `null` where it could not be read. Absent: by the list. */
  pass?: Pass | null
  personId?: string
}

/** What was found for it: the handle of its pass, or the person of the list with their sign-up. */
export interface Found {
  handle?: Handle
  me?: { personId: string; name: string; branch?: string }
  signUp?: SignUp
}

interface Circumstances {
  event: PublishedEvent
  /** Epoch milliseconds; `skewMs` is the server's clock less the device's as it uploads, undefined where the device did not say. */
  now: number
  skewMs?: number
  by: string
  verify: VerifySignature
  instantOf: (ms: number) => string
}

export type ScanDecision =
  | { verdict: 'conflict' | 'rejected'; code: RefusalCode | 'clock-skew'; personId?: string; name?: string; time: string }
  | { verdict: 'accepted'; personId: string; name: string; entry: ScanEntry; walkIn?: SignUp & { state: 'walk-in' } }

/** Whether a member may be listed without having signed up: a school's or branch's event is for its school, any other for the county. */
const mayWalkIn = ({ host }: PublishedEvent, branch: string | undefined, ofSchool: boolean): boolean =>
  branch !== undefined && (ofSchool ? inScope(above(host).at(-2) ?? host, branch) : countyOf(host) === countyOf(branch))

/** What one scan comes to (spec/check-in.md). That its id is new is for the ledger's condition to say. `ofSchool`: the host is a school or a branch. */
export const decideScan = (scan: Scan, found: Found, about: Circumstances, ofSchool: boolean): ScanDecision => {
  const { event, now, by, instantOf } = about
  const ms = scan.deviceMs + (about.skewMs ?? 0)
  const time = instantOf(ms)
  const { personId, name, branch } = found.handle ? { ...found.handle, branch: undefined } : { personId: found.me?.personId, name: found.me?.name, branch: found.me?.branch }
  const no = (code: RefusalCode | 'clock-skew', verdict: 'conflict' | 'rejected' = 'rejected'): ScanDecision => ({ verdict, code, time, ...(personId !== undefined && { personId, name }) })

  // What was scanned before the close counts, however late it is uploaded.
  if (event.state === 'closed' && !(ms <= Date.parse(event.closing?.at ?? ''))) return no('event-closed')
  if (Math.abs(about.skewMs ?? 0) > skewAtMostMs || ms > now + skewAtMostMs) return no('clock-skew', 'conflict')
  if (ms < Date.parse(event.startsAt) - doorsMs) return no('event-has-not-started')
  if (ms > Date.parse(event.endsAt) + doorsMs) return no('event-in-the-past')
  if (scan.pass !== undefined) {
    if (scan.pass === null) return no('pass-invalid')
    const fault = verifyPass(scan.pass, { eventId: event.eventId, ms, publicKey: found.handle?.publicKey, verify: about.verify })
    if (fault) return no(fault)
    if (found.handle?.state !== 'signed-up') return no('not-signed-up')
  }
  if (personId === undefined || name === undefined) return no('not-found')
  if (personId === by) return no('own-record')
  const listed = scan.pass !== undefined || found.signUp?.state === 'signed-up' || found.signUp?.state === 'walk-in'
  if (!listed && !mayWalkIn(event, branch, ofSchool)) return no('not-signed-up')
  return {
    verdict: 'accepted', personId, name,
    entry: {
      type: 'scan', scanId: scan.scanId, eventId: event.eventId, direction: scan.direction, way: scan.pass === undefined ? 'list' : 'pass', time, deviceTime: instantOf(scan.deviceMs),
      skewMs: about.skewMs ?? 0, credit: creditOf(event), at: instantOf(now), by,
    },
    ...(!listed && { walkIn: { eventId: event.eventId, personId, name, branch, state: 'walk-in', at: instantOf(now) } }),
  }
}

/** Whether an entry in the ledger says what this scan says: the server's own words (corrected time, who uploaded it) may differ between devices. */
export const saysTheSame = (held: ScanEntry, scan: Scan): boolean =>
  held.direction === scan.direction && Date.parse(held.deviceTime) === scan.deviceMs && (held.way === 'list') === (scan.pass === undefined)
