import type { EventCredit, ScanWay } from './ledger'
import type { RefusalCode } from './refusal'

const hour = 3_600_000
/** An event lasts at most a day: a Youth Home's daily visits do. */
export const longestEventMs = 24 * hour
/** The doors open an hour before: an event may still be published until an hour after its start. */
export const publishLateMs = hour

/** An event as published, and how it was closed. Instants are RFC 3339 in UTC with milliseconds. Its seats are counted apart, for it is read by every scan. */
export interface PublishedEvent extends EventCredit {
  eventId: string
  host: string
  place: string
  description?: string
  capacity?: number
  /** Over how many partitions its sign-ups are spread (functions/core/event-shards.ts). */
  shards: number
  state: 'open' | 'closed'
  publishedAt: string
  /** `system`: a Youth Home's visit day. */
  publishedBy: string
  /** By `system` where nobody closed it before its doors did. */
  closing?: { id: string; checkOutAll: boolean; at: string; by: string; checkedOut?: number }
}

/** The seats of one shard of an event, or the sum over all of them. */
export interface Seats {
  taken: number
  waiting: number
  /** The number that the next person on the waitlist gets, from 1; numbers are not used twice. */
  next: number
}

/** The seats of one shard, by its number. */
export interface ShardSeats extends Seats {
  shard: number
}

/** A key of a phone that the member has used for passes before, and until when. */
export interface EarlierKey {
  publicKey: string
  until: string
}

/** A person at an event. `walk-in`: listed by a manager without having signed up; holds no seat and no handle. */
export interface SignUp {
  eventId: string
  personId: string
  name: string
  /** Of the name's pinyin, to be found by. */
  initials?: string
  branch?: string
  state: 'signed-up' | 'waiting' | 'cancelled' | 'walk-in'
  at: string
  /** The client's id of the request that took the seat. */
  id?: string
  handle?: string
  publicKey?: string
  earlierKeys?: EarlierKey[]
  /** The shard that counts the seat; without it the person's own. */
  seat?: number
  /** With `waiting`: the place in line, as a number of the person's own shard. */
  number?: number
  /** When the waitlist moved up to this person. */
  movedUpAt?: string
  /** When a seat was last given back; absent where none was since the one that is held. Scans made before it stand. */
  cancelledAt?: string
}

/**
 * What becomes of the seats when a sign-up changes: nothing; a seat of a shard is taken, or a place in its line; a seat goes back, or on to the first in
 * line, who is `from` before and `to` after it; a place in line is left. `share` is how many seats the shard has, undefined without a limit.
 */
export type SeatMove =
  | { kind: 'keep' }
  | { kind: 'take'; shard: number; share: number | undefined }
  | { kind: 'wait'; shard: number; share: number | undefined; number: number }
  | { kind: 'give'; shard: number }
  | { kind: 'hand-on'; from: SignUp; to: SignUp }
  | { kind: 'leave' }

/** What a scanned pass leads to. */
export interface Handle {
  eventId: string
  personId: string
  name: string
  state: 'signed-up' | 'waiting' | 'cancelled'
  publicKey?: string
  /** Of phones that the member had before; a pass made before `until` is still theirs, however late it is uploaded. */
  earlierKeys?: EarlierKey[]
  /** A pass of before is still good. */
  cancelledAt?: string
}

/** A printed card, known by the hash of its code: whose, and their how many-th. Kept for ever, so that what was scanned before it ended counts. */
export interface Card {
  personId: string
  n: number
  /** RFC 3339: when it was replaced or cut off. */
  until?: string
  /** Issued to somebody under 14 without a guardian's consent: for visits of a Youth Home only, until there is one, or they are 14. */
  visitsOnly?: true
}

/** A phone that scans at one event. Cut off, what it scans afterwards is for a manager to look at. */
export interface ScannerPhone {
  scannerId: string
  eventId: string
  personId: string
  at: string
  cutOff?: { at: string; by: string }
  /** A screen that shows the venue's code: its id is its key's. */
  shows?: 'venue-code'
}

/** The key of a screen that shows the venue's code of one event. Its public half stays: what was scanned there may be uploaded days later. */
export interface VenueKey {
  keyId: string
  eventId: string
  publicKey: string
  by: string
  at: string
}

/** A scan that did not go into the ledger: why not, and, of a conflict, what became of it. Kept for ever; how its time was found is not. */
export interface ScanVerdict {
  scanId: string
  eventId: string
  verdict: 'conflict' | 'rejected'
  code: RefusalCode
  direction: 'entry' | 'exit'
  way: ScanWay
  personId?: string
  name?: string
  /** Corrected, as far as could be told. */
  time: string
  deviceTime: string
  skewMs: number
  at: string
  by: string
  /** Of a member's word for when they left: the client's id of it. */
  claimId?: string
  /** Of a conflict: absent while it waits. */
  decided?: { id: string; accepted: boolean; personId?: string; time?: string; words?: string; by: string; at: string }
}

/** Scans that one manager made: of all of them those by the list or a card, and what the level above said of its sample. */
export interface ManagerScans {
  scans: number
  byList: number
  confirmed: number
  doubted: number
}

/** What an event came to, once its doors are closed: made of sign-ups and scans, and made anew when a scan arrives late. */
export interface EventSummary {
  /** People with an entry. */
  came: number
  /** Signed up, and no entry. */
  noShow: number
  /** Minutes credited, where the event credits minutes. */
  minutes: number
  /** Of those who came: let in by the list or a card, at a manager’s word. */
  byList: number
  /** Of those who came: still inside by the scans, where minutes depend on it. */
  missingExits: number
  /** By who made the scans. */
  managers?: Record<string, ManagerScans>
  capacity?: number
  at: string
}

/** What a calendar says of an event beside its title, times and place. */
export const calendarNote = ({ hostName, description }: { hostName: string; description?: string | undefined }): string => [hostName, description].filter(Boolean).join('\n')

/** The automatic event of a Youth Home's every day: a clear id, so that it is there once. */
export const visitDayId = (homeId: string, localDate: string): string => `${homeId}~visit-${localDate.replaceAll('-', '')}`
export const isVisitDay = (eventId: string): boolean => /~visit-\d{8}$/.test(eventId)
