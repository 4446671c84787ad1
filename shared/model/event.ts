import type { EventCredit, ScanWay } from './ledger'
import type { RefusalCode } from './refusal'

const hour = 3_600_000
/** An event lasts at most a day: a Youth Home's daily visits do. */
export const longestEventMs = 24 * hour
/** The doors open an hour before: an event may still be published until an hour after its start. */
export const publishLateMs = hour

/** An event as published, its count of taken seats, and how it was closed. Instants are RFC 3339 in UTC with milliseconds. */
export interface PublishedEvent extends EventCredit {
  eventId: string
  host: string
  place: string
  description?: string
  capacity?: number
  state: 'open' | 'closed'
  taken: number
  publishedAt: string
  publishedBy: string
  closing?: { id: string; checkOutAll: boolean; at: string; by: string; checkedOut?: number }
}

/** A person at an event. `walk-in`: listed by a manager without having signed up; holds no seat and no handle. */
export interface SignUp {
  eventId: string
  personId: string
  name: string
  /** Of the name's pinyin, to be found by. */
  initials?: string
  branch?: string
  state: 'signed-up' | 'cancelled' | 'walk-in'
  at: string
  /** The client's id of the request that took the seat. */
  id?: string
  handle?: string
  publicKey?: string
}

/** What a scanned pass leads to. */
export interface Handle {
  eventId: string
  personId: string
  name: string
  state: 'signed-up' | 'waiting' | 'cancelled'
  publicKey?: string
  /** Of phones that the member had before; a pass made before `until` is still theirs, however late it is uploaded. */
  earlierKeys?: { publicKey: string; until: string }[]
  /** A pass of before is still good. */
  cancelledAt?: string
}

/** A phone that scans at one event. Cut off, what it scans afterwards is for a manager to look at. */
export interface ScannerPhone {
  scannerId: string
  eventId: string
  personId: string
  at: string
  cutOff?: { at: string; by: string }
}

/** A scan that did not go into the ledger: why not, and, of a conflict, what became of it. Kept for ever; how its time was found is not. */
export interface ScanVerdict {
  scanId: string
  eventId: string
  verdict: 'conflict' | 'rejected'
  code: RefusalCode
  direction: 'entry' | 'exit'
  way?: ScanWay
  personId?: string
  name?: string
  /** Corrected, as far as could be told. */
  time: string
  deviceTime: string
  skewMs: number
  at: string
  by: string
  /** Of a conflict: absent while it waits. */
  decided?: { id: string; accepted: boolean; personId?: string; time?: string; words?: string; by: string; at: string }
}
