import { needsGuardian } from '@shared/model/consent'
import type { Card, Handle, PublishedEvent, ScannerPhone, SignUp } from '@shared/model/event'
import type { ScanEntry, ScanWay } from '@shared/model/ledger'
import { above, countyOf, inScope } from '@shared/model/org'
import type { RefusalCode } from '@shared/model/refusal'
import { type Pass, stepMs } from '@shared/pass/pass'
import { type PassFault, verifyPass, type VerifySignature } from '@shared/pass/verify-pass'
import { localDateIn } from '@shared/rules/local-date-in'
import { type ClockEvidence, correctTime, skewAtMostMs } from './corrected-time'
import { creditOf } from './credit-of'
import { addsNothing, noteOf } from './fold-attendance'

const minute = 60_000
/** Scans are taken from an hour before the event until an hour after it. */
export const doorsMs = 60 * minute

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
  me?: { personId: string; name: string; initials?: string | undefined; birthDate?: string | undefined; branch?: string | undefined } | undefined
  signUp?: SignUp | undefined
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

/** By the key that the member's phone had then: a new phone, or a seat given back later, takes nothing from a pass that was good. */
const passFault = (pass: Pass, handle: Handle | undefined, ms: number, { event, verify }: Circumstances): PassFault | 'not-signed-up' | 'on-waitlist' | undefined => {
  const earlier = (handle?.earlierKeys ?? []).flatMap(({ publicKey, until }) => (ms <= Date.parse(until) ? [publicKey] : []))
  const faults = [handle?.publicKey, ...earlier].map((publicKey) => verifyPass(pass, { eventId: event.eventId, ms, publicKey, verify }))
  if (!faults.includes(undefined)) return faults.find((fault) => fault !== 'pass-invalid') ?? 'pass-invalid'
  if (handle?.state === 'waiting') return 'on-waitlist'
  return handle?.state === 'signed-up' || ms <= Date.parse(handle?.cancelledAt ?? '') ? undefined : 'not-signed-up'
}

/** Whether a code that does not fit the scan's time may fit the true one: it is no older than what nothing vouches for, or made later than the scan, which no screenshot is. */
export const fitsUnvouched = ({ step }: { step: number }, ms: number, unexplainedMs: number): boolean => step * stepMs + 2 * stepMs + unexplainedMs > ms

/** What no clock makes good: a text that is no code of ours, a card of nobody, or one whose owner the manager did not look at. */
const codeFault = ({ way, pass, faceConfirmed }: Scan, { card }: Found): 'not-a-pass' | 'face-not-confirmed' | 'card-unknown' | undefined => {
  if (way === 'pass' && !pass) return 'not-a-pass'
  if (way !== 'card') return undefined
  return faceConfirmed ? (card ? undefined : 'card-unknown') : 'face-not-confirmed'
}

/** Whether the card is of somebody under 14 whose guardian has not consented, and this is no visit of a Youth Home (spec/privacy.md, "Consent"). */
const lacksConsent = ({ card, me }: Found, ms: number, { event }: Circumstances): boolean =>
  card?.visitsOnly === true && event.category !== 'youth-home' && me?.birthDate !== undefined && needsGuardian(me.birthDate, localDateIn('Asia/Shanghai', ms))

/** Whether a person of the list, or of a card, belongs there: with a seat, come before, or one who may walk in. */
export const listFault = ({ me, signUp }: Found, { event, ofSchool }: Pick<Circumstances, 'event' | 'ofSchool'>): 'not-signed-up' | undefined =>
  signUp?.state === 'signed-up' || signUp?.state === 'walk-in' || mayWalkIn(event, me?.branch, ofSchool) ? undefined : 'not-signed-up'

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
  const { personId, name, branch } = found.handle ? { ...found.handle, branch: undefined } : { personId: found.me?.personId, name: found.me?.name ?? scan.name, branch: found.me?.branch }
  const no = (code: RefusalCode, verdict: 'conflict' | 'rejected' = 'rejected'): ScanDecision => ({ verdict, code, time, skewMs, ...(personId !== undefined && { personId }), ...(name !== undefined && { name }) })

  const unread = codeFault(scan, found)
  if (unread) return no(unread)
  // Nothing is kept of them, their name neither.
  if (lacksConsent(found, ms, about)) return { verdict: 'rejected', code: 'guardian-consent-needed', time, skewMs }
  if (Math.max(corrected.unexplainedMs, ms - about.now) > skewAtMostMs) return no('clock-skew', 'conflict')
  // What was scanned before the close, or before the phone was cut off, counts, however late it is uploaded.
  if (event.state === 'closed' && !(ms <= Date.parse(event.closing?.at ?? ''))) return no('event-closed')
  if (ms < Date.parse(event.startsAt) - doorsMs) return no('event-has-not-started')
  if (ms > Date.parse(event.endsAt) + doorsMs) return no('event-in-the-past')
  // A card that was replaced later was good then.
  const fault = ms > Date.parse(found.card?.until ?? '') ? 'card-replaced' : scan.pass ? passFault(scan.pass, found.handle, ms, about) : undefined
  if (fault === 'pass-expired' && scan.pass && fitsUnvouched(scan.pass, ms, corrected.unexplainedMs)) return no('clock-skew', 'conflict')
  if (fault) return no(fault)
  // Before the person is looked for: what a lost phone says is for a manager, whoever it names.
  if (corrected.ms > Date.parse(about.scanner.cutOff?.at ?? '')) return no('scanner-cut-off', 'conflict')
  if (scan.way === 'list' && scan.personId === undefined) return no('name-only', 'conflict')
  if (personId === undefined || name === undefined) return no('not-found')
  if (personId === by) return no('own-record')
  if (scan.way !== 'pass' && listFault(found, about)) return no('not-signed-up')
  const note = noteOf(known, { direction: scan.direction, time })
  const entry: ScanEntry = {
    type: 'scan', scanId: scan.scanId, eventId: event.eventId, direction: scan.direction, way: scan.way, verdict: 'accepted', ...(note && { note }), time, deviceTime: instantOf(scan.deviceMs), skewMs,
    credit: creditOf(event), at: instantOf(about.now), by,
  }
  const listed = scan.way === 'pass' || found.signUp?.state === 'signed-up' || found.signUp?.state === 'walk-in'
  const walkIn = listed ? {} : { walkIn: { eventId: event.eventId, personId, name, initials: found.me?.initials, branch, state: 'walk-in' as const, at: entry.at } }
  if (!note && addsNothing(known, entry)) return { verdict: 'duplicate', personId, name, time, skewMs, entry: { ...entry, verdict: 'duplicate' } }
  return { verdict: 'accepted', personId, name, time, skewMs, entry, ...walkIn }
}
