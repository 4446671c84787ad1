import type { Card, Handle, PublishedEvent, ScannerPhone, SignUp } from '@shared/model/event'
import type { ScanEntry, ScanWay } from '@shared/model/ledger'
import { above, countyOf, inScope } from '@shared/model/org'
import type { RefusalCode } from '@shared/model/refusal'
import { type Pass, stepMs } from '@shared/pass/pass'
import { type PassFault, verifyPass, type VerifySignature } from '@shared/pass/verify-pass'
import { type ClockEvidence, correctTime, skewAtMostMs } from './corrected-time'
import { creditOf } from './credit-of'
import { addsNothing, noteOf } from './fold-attendance'

const minute = 60_000
/** Scans are taken from an hour before the event until an hour after it. */
export const doorsMs = 60 * minute
/** When an event's doors close, and it is finished by itself where nobody did. Epoch milliseconds. */
export const dueMs = ({ endsAt }: { endsAt: string }): number => Date.parse(endsAt) + doorsMs

/** One scan as uploaded, with its code read. Epoch milliseconds. */
export interface Scan {
  scanId: string
  direction: 'entry' | 'exit'
  deviceMs: number
  evidence?: ClockEvidence | undefined
  way: Extract<ScanWay, 'pass' | 'card' | 'list' | 'venue'>
  /** The scanned code; absent where it could not be read. */
  pass?: Pass | undefined
  /** The bytes of a printed card, and whether the manager says that it is its owner who shows it. */
  card?: Uint8Array | undefined
  faceConfirmed?: boolean | undefined
  /** By the list: whom, or by which name, and when, where the manager says so. */
  personId?: string | undefined
  name?: string | undefined
  statedMs?: number | undefined
}

/** What was found for it: the handle of its pass, or its card, and the person of the card or the list with their sign-up. */
export interface Found {
  handle?: Handle | undefined
  card?: Card | undefined
  me?: { personId: string; name: string; initials?: string | undefined; branch?: string | undefined } | undefined
  signUp?: SignUp | undefined
  /** That they are under 14, no guardian has consented, and this is no visit of a Youth Home: nothing of them may be kept. Of a pass never: its owner was bound, with that consent. */
  lacksConsent?: boolean | undefined
}

export interface Circumstances {
  event: PublishedEvent
  /** Whether the host is a school or a branch. */
  ofSchool: boolean
  scanner: ScannerPhone
  /** Epoch milliseconds: the server's clock, and the device's as it uploads. */
  now: number
  sentMs: number
  by: string
  verify: VerifySignature
  instantOf: (ms: number) => string
}

export type ScanDecision = { time: string; skewMs: number; personId?: string; name?: string } & (
  | { verdict: 'conflict' | 'rejected'; code: RefusalCode }
  | { verdict: 'accepted' | 'duplicate'; personId: string; name: string; entry: ScanEntry; walkIn?: SignUp & { state: 'walk-in' } }
)

/** Whether a member may be listed without having signed up: a school's or branch's event is for its school, any other for the county. */
export const mayWalkIn = ({ host }: PublishedEvent, branch: string | undefined, ofSchool: boolean): boolean =>
  branch !== undefined && (ofSchool ? inScope(above(host).at(-2) ?? host, branch) : countyOf(host) === countyOf(branch))

/** Whether a seat that was given back was still held then: what became of it since, a place on the waitlist too, takes nothing from the scan. */
export const heldSeatAt = (one: Pick<SignUp, 'cancelledAt'> | undefined, ms: number): boolean => ms <= Date.parse(one?.cancelledAt ?? '')

/** By the key that the member's phone had then: a new phone, or a seat given back later, takes nothing from a pass that was good. */
const passFault = (pass: Pass, handle: Handle | undefined, ms: number, { event, verify }: Circumstances): PassFault | 'not-signed-up' | 'on-waitlist' | undefined => {
  const earlier = (handle?.earlierKeys ?? []).flatMap(({ publicKey, until }) => (ms <= Date.parse(until) ? [publicKey] : []))
  const faults = [handle?.publicKey, ...earlier].map((publicKey) => verifyPass(pass, { eventId: event.eventId, ms, publicKey, verify }))
  if (!faults.includes(undefined)) return faults.find((fault) => fault !== 'pass-invalid') ?? 'pass-invalid'
  if (handle?.state === 'signed-up' || heldSeatAt(handle, ms)) return undefined
  return handle?.state === 'waiting' ? 'on-waitlist' : 'not-signed-up'
}

/** Whether a code that does not fit the scan's time may fit the true one: it is no older than what nothing vouches for, or made later than the scan, which no screenshot is. */
export const fitsUnvouched = ({ step }: { step: number }, ms: number, unexplainedMs: number): boolean => step * stepMs + 2 * stepMs + unexplainedMs > ms

/** What no clock makes good: a text that is no code of ours, a card of nobody, or one whose owner the manager did not look at. */
const codeFault = ({ way, pass, faceConfirmed }: Scan, { card }: Found): 'not-a-pass' | 'face-not-confirmed' | 'card-unknown' | undefined => {
  if (way === 'pass' && !pass) return 'not-a-pass'
  if (way !== 'card') return undefined
  return faceConfirmed ? (card ? undefined : 'card-unknown') : 'face-not-confirmed'
}

type OfEvent = Pick<Circumstances, 'event' | 'ofSchool'>

/** Whether somebody has a seat, or was listed before. */
export const isListed = (signUp: SignUp | undefined): boolean => signUp?.state === 'signed-up' || signUp?.state === 'walk-in'

/** Whether a person of the list, or of a card, belongs there: with a seat then, come before, or one who may walk in. */
export const listFault = ({ me, signUp }: Found, { event, ofSchool }: OfEvent, ms: number): 'not-signed-up' | undefined =>
  isListed(signUp) || heldSeatAt(signUp, ms) || mayWalkIn(event, me?.branch, ofSchool) ? undefined : 'not-signed-up'

/** How they are listed who came without having signed up; undefined of those with a seat, and of one who only had it then. `at`: RFC 3339. */
export const walkInOf = (way: ScanWay, { me, signUp }: Found, { event, ofSchool }: OfEvent, at: string): (SignUp & { state: 'walk-in' }) | undefined =>
  way === 'pass' || !me || isListed(signUp) || !mayWalkIn(event, me.branch, ofSchool) ? undefined : { eventId: event.eventId, personId: me.personId, name: me.name, initials: me.initials, branch: me.branch, state: 'walk-in', at }

/**
 * What one scan comes to (spec/check-in.md). Its id was tested before; `known`: the person's scans at this event, those taken back left out. Nothing is
 * decided by the order of arrival but `duplicate` and `note`, which only tell: what the scan is worth is for the fold of all of them.
 */
export const decideScan = (scan: Scan, found: Found, known: readonly ScanEntry[], about: Circumstances): ScanDecision => {
  const { event, by, instantOf } = about
  const corrected = correctTime(scan.deviceMs, { ...about, evidence: scan.evidence })
  const { skewMs } = corrected
  const ms = scan.statedMs ?? corrected.ms
  const time = instantOf(ms)
  const { personId, name } = found.handle ?? { personId: found.me?.personId, name: found.me?.name ?? scan.name }
  const no = (code: RefusalCode, verdict: 'conflict' | 'rejected' = 'rejected'): ScanDecision => ({ verdict, code, time, skewMs, ...(personId !== undefined && { personId }), ...(name !== undefined && { name }) })

  const unread = codeFault(scan, found)
  if (unread) return no(unread)
  // Nothing is kept of them, their name neither.
  if (found.lacksConsent) return { verdict: 'rejected', code: 'guardian-consent-needed', time, skewMs }
  if (Math.max(corrected.unexplainedMs, ms - about.now) > skewAtMostMs) return no('clock-skew', 'conflict')
  // What was scanned before the close, or before the phone was cut off, counts, however late it is uploaded.
  if (event.state === 'closed' && !(ms <= Date.parse(event.closing?.at ?? ''))) return no('event-closed')
  if (ms < Date.parse(event.startsAt) - doorsMs) return no('event-has-not-started')
  if (ms > dueMs(event)) return no('event-in-the-past')
  // A card that was replaced later was good then.
  const fault = ms > Date.parse(found.card?.until ?? '') ? 'card-replaced' : scan.pass ? passFault(scan.pass, found.handle, ms, about) : undefined
  if (fault === 'pass-expired' && scan.pass && fitsUnvouched(scan.pass, ms, corrected.unexplainedMs)) return no('clock-skew', 'conflict')
  if (fault) return no(fault)
  // Before the person is looked for: what a lost phone says is for a manager, whoever it names.
  if (corrected.ms > Date.parse(about.scanner.cutOff?.at ?? '')) return no('scanner-cut-off', 'conflict')
  if (scan.way === 'list' && scan.personId === undefined) return no('name-only', 'conflict')
  if (personId === undefined || name === undefined) return no('not-found')
  if (personId === by) return no('own-record')
  if (scan.way !== 'pass' && listFault(found, about, ms)) return no('not-signed-up')
  const note = noteOf(known, { direction: scan.direction, time })
  const entry: ScanEntry = {
    type: 'scan', scanId: scan.scanId, eventId: event.eventId, direction: scan.direction, way: scan.way, verdict: 'accepted', ...(note && { note }), time, deviceTime: instantOf(scan.deviceMs), skewMs,
    credit: creditOf(event), at: instantOf(about.now), by,
  }
  const walkIn = walkInOf(scan.way, found, about, entry.at)
  if (!note && addsNothing(known, entry)) return { verdict: 'duplicate', personId, name, time, skewMs, entry: { ...entry, verdict: 'duplicate' } }
  return { verdict: 'accepted', personId, name, time, skewMs, entry, ...(walkIn && { walkIn }) }
}
