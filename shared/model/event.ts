import type { EventCredit } from './ledger'

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
  state: 'signed-up' | 'cancelled'
  publicKey?: string
}
