import type { Share } from './procedure'
import type { Revised } from './youth-home'

/** A meeting of a branch (团支部大会). Dates are local dates of the county's time zone, instants RFC 3339 in UTC. */

export const meetingStates = ['planned', 'held', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

export const choices = ['for', 'against', 'abstain'] as const
export type Choice = (typeof choices)[number]

/** What one member said in an open vote taken by name. */
export interface Voice {
  personId: string
  choice: Choice
}

/** One candidate's vote. Of a secret one there are tallies only: who voted what is never asked for, sent or kept. */
export interface CandidateVote {
  /** The id of the step that it is in the application's chain. */
  voteId: string
  personId: string
  secret: boolean
  /** Without the candidate, where they were on the roll. */
  shouldAttend: number
  present: number
  for: number
  against: number
  abstain: number
  passed: boolean
  named?: Voice[]
  words?: string
  at: string
  by: string
}

export interface AgendaItem {
  title: string
  /** What was said or decided. */
  outcome?: string
}

/** Those of the League whom the roster does not have: teachers, members whose papers have not come yet. */
export interface Besides {
  should: number
  present: number
}

/** A meeting as it stands: edited until it is held, then only its minutes are corrected, each time with what they said before. */
export interface Meeting extends Revised {
  /** `<the date it was first planned for>-<the client's id>`: it keeps it when its date moves. */
  meetingId: string
  branch: string
  state: MeetingState
  date: string
  place: string
  host: string
  recorder: string
  /** Applicants to be voted on, in the order of the agenda. */
  candidates: string[]
  items: AgendaItem[]
  /** Who should attend, and who did. */
  roll: { personId: string; present: boolean }[]
  besides: Besides
  /** Why the roll is not the branch's members of the League as the roster has them. */
  reason?: string
  votes: CandidateVote[]
  minutes?: string
  held?: { at: string; by: string }
  /** Why it never was held. */
  cancelled?: string
}

/** What the minutes said before correction n, and why they were corrected. */
export interface MinutesRevision {
  n: number
  minutes: string
  reason: string
  at: string
  by: string
}

/** By which shares a vote is counted. */
export interface VotePolicy {
  quorum: { moreThan: Share }
  majority: { moreThan: Share; of: 'should-attend' | 'present' }
}

/** All that a meeting's minutes say, people by name: what they are printed from. */
export interface MeetingMinutes {
  meetingId: string
  /** With the school's name before it. */
  branchName: string
  state: MeetingState
  date: string
  place: string
  host: string
  recorder: string
  shouldAttend: number
  present: number
  /** Of the roll; those that the roster does not have are in the counts alone. */
  presentNames: string[]
  absentNames: string[]
  besides: Besides
  reason?: string
  items: AgendaItem[]
  candidates: {
    personId: string
    name: string
    /** The development number. */
    number?: string
    introducers: string[]
    /** Absent: not voted on at this meeting. Names only where it was open and taken by name. */
    vote?: Omit<CandidateVote, 'by' | 'named'> & { byName: string; named?: { name: string; choice: Choice }[] }
  }[]
  minutes: string
  heldAt?: string
  heldByName?: string
  /** The oldest first; `minutes` are what they said before. */
  corrections: { n: number; at: string; byName: string; reason: string; minutes: string }[]
}
