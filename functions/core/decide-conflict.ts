import type { PublishedEvent, ScanVerdict, SignUp } from '@shared/model/event'
import type { ScanEntry } from '@shared/model/ledger'
import { type Refusal, refuse } from '@shared/model/refusal'
import { doorsMs, dueMs, listFault, walkInOf } from './check-in'
import { creditOf } from './credit-of'
import { addsNothing, noteOf } from './fold-attendance'

export type Decided = NonNullable<ScanVerdict['decided']>

/** What a manager says about a conflict. Instants are RFC 3339 in UTC. */
export interface ConflictAnswer {
  id: string
  accept: boolean
  personId?: string | undefined
  time?: string | undefined
  words?: string | undefined
  by: string
  at: string
}

/** What the answer meets: the event, the person it is about, their sign-up and their scans at the event, those taken back left out. */
export interface ConflictFacts {
  event: PublishedEvent
  ofSchool: boolean
  me?: { personId: string; name: string; initials?: string | undefined; branch?: string | undefined } | undefined
  signUp?: SignUp | undefined
  /** As of a scan (core/check-in). */
  lacksConsent?: boolean | undefined
  known: readonly ScanEntry[]
}

export type ConflictDecision = { stands: Decided } | { decided: Decided; entry?: ScanEntry; walkIn?: SignUp & { state: 'walk-in' } } | Refusal

const invalid = (path: string, code: string, message: string): Refusal => ({ refused: 'invalid-input', errors: [{ path, code, message }] })

/** Whether a scan of this instant can count at the event: its doors were open, and it is not to come. */
export const fitsEvent = ({ startsAt, endsAt, state, closing }: PublishedEvent, time: string, now: string): boolean => {
  const ms = Date.parse(time)
  const last = Math.min(dueMs({ endsAt }), Date.parse(now), state === 'closed' && closing ? Date.parse(closing.at) : Infinity)
  return ms >= Date.parse(startsAt) - doorsMs && ms <= last
}

/** The scan as it goes into the ledger: who scanned it and what its device said stay; the manager who looked at it is named with it. */
export const entryOf = (verdict: ScanVerdict, event: PublishedEvent, known: readonly ScanEntry[], { time = verdict.time, by, at, words }: Pick<Decided, 'time' | 'by' | 'at' | 'words'>): ScanEntry => {
  const { scanId, eventId, direction, way, deviceTime } = verdict
  const note = noteOf(known, { direction, time })
  const entry: ScanEntry = {
    type: 'scan', scanId, eventId, direction, way, verdict: 'accepted', ...(note && { note }), time, deviceTime, skewMs: Date.parse(time) - Date.parse(deviceTime), credit: creditOf(event),
    at: verdict.at, by: verdict.by, decided: { by, at, ...(words !== undefined && { words }) },
  }
  return !note && addsNothing(known, entry) ? { ...entry, verdict: 'duplicate' } : entry
}

/**
 * What becomes of a scan that waits for a manager (spec/check-in.md, 4). Nobody decides about themselves; it is decided once, and the same answer again
 * gives the one that stands. What the scan is worth is for the fold of all of them: the order of decisions and scans does not matter.
 */
export const decideConflict = (verdict: ScanVerdict | undefined, answer: ConflictAnswer, { event, ofSchool, me, signUp, lacksConsent, known }: ConflictFacts): ConflictDecision => {
  if (verdict?.verdict !== 'conflict' || verdict.eventId !== event.eventId) return refuse('not-found')
  const { id, accept, words, by, at } = answer
  const personId = verdict.personId ?? answer.personId
  if (personId === by) return refuse('own-record')
  const { decided } = verdict
  const said = { personId: accept ? personId : verdict.personId, time: accept && answer.time !== undefined ? new Date(answer.time).toISOString() : undefined }
  if (decided?.id === id) return decided.by === by && decided.accepted === accept && decided.personId === said.personId && decided.time === said.time && decided.words === words ? { stands: decided } : refuse('id-reused')
  if (decided) return refuse('conflict-not-open', { state: decided.accepted ? 'accepted' : 'dismissed', conflict: { by: decided.by, at: decided.at } })
  const made: Decided = { id, accepted: accept, ...(said.personId !== undefined && { personId: said.personId }), ...(said.time !== undefined && { time: said.time }), ...(words !== undefined && { words }), by, at }
  if (!accept) return words === undefined ? invalid('words', 'required', 'A dismissal says why') : { decided: made }

  if (answer.personId !== undefined && answer.personId !== personId) return invalid('personId', 'of-another', 'The scan is somebody else’s')
  if (personId === undefined) return invalid('personId', 'required', 'The scan names nobody: say whose it is')
  if (!me) return invalid('personId', 'unknown', 'Nobody has this id')
  if (verdict.way !== 'pass' && lacksConsent) return refuse('guardian-consent-needed')
  const time = made.time ?? verdict.time
  if (!fitsEvent(event, time, at)) return invalid('time', made.time === undefined ? 'required' : 'outside-event', 'A time from an hour before the event to an hour after it, not to come and not after its close')
  // A pass was good when it was made, whatever became of the seat since; otherwise the rules of the list hold.
  if (verdict.way !== 'pass' && listFault({ me, signUp }, { event, ofSchool }, Date.parse(time))) return refuse('not-signed-up')
  const walkIn = walkInOf(verdict.way, { me, signUp }, { event, ofSchool }, at)
  return { decided: made, entry: entryOf(verdict, event, known, made), ...(walkIn && { walkIn }) }
}
