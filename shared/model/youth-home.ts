/** The plan's five standards of a Youth Home: 有阵地、有项目、有队伍、有机制、有标识. */
export const standardNames = ['place', 'projects', 'team', 'mechanism', 'signage'] as const
export type StandardName = (typeof standardNames)[number]

/** What an assessment finds. Before the first one a standard is `not-assessed`. */
export const findings = ['met', 'partly', 'not-met'] as const
export type Finding = (typeof findings)[number]

/** A photo belongs to the person who uploaded it; a home only names it. */
export interface PhotoOf {
  personId: string
  photoId: string
}

/** HH:MM in Asia/Shanghai; `to` may be 24:00. */
export interface OpenSpan {
  from: string
  to: string
}

/** What is replaced on the revision before, and by which request. `at`: RFC 3339. */
export interface Revised {
  revision: number
  saveId: string
  at: string
  by: string
}

export interface HomeProfile extends Revised {
  introduction: string
  address: string
  /** By weekday, Monday first; none on a day that is closed. */
  hours: OpenSpan[][]
  /** The home's own telephone or account, never a person's. */
  contact?: string
  /** What is different just now. */
  notice?: string
  cover?: PhotoOf
}

/** One revision of what the managers say and show for a standard. Each is kept: an assessment names the one it looked at. */
export interface HomeStandard extends Revised {
  standard: StandardName
  words: string
  evidence: PhotoOf[]
}

/** Assessment n of a home. */
export interface HomeAssessment {
  n: number
  assessId: string
  standard: StandardName
  state: Finding
  words: string
  /** The revision of the standard that was looked at. */
  ofRevision: number
  at: string
  by: string
}

/** `since` and `endedOn` are local dates. */
export interface HomeProject extends Revised {
  projectId: string
  title: string
  about?: string
  since: string
  endedOn?: string
}

/** That a member holds a post from one local date to another, both included. */
export interface PostHolding {
  holdingId: string
  personId: string
  from: string
  to?: string
  at: string
  by: string
}

export interface HomePost extends Revised {
  postId: string
  title: string
  about?: string
  places: number
  endedOn?: string
  holdings: PostHolding[]
}

/** Everything that is kept of a home, read at once. `standards`: every revision, the last one last; `assessments` by number. */
export interface YouthHome {
  profile?: HomeProfile
  standards: HomeStandard[]
  assessments: HomeAssessment[]
  projects: HomeProject[]
  posts: HomePost[]
}

/** A home's month: who came, how often, and what was held. `events` without the daily open day; `seated` came to events with a `capacity`, which is theirs together. */
export interface HomeMonth {
  distinct: number
  events: number
  came: number
  seated: number
  capacity: number
}

/** Whether a contact names a mobile telephone: those are people's. */
export const namesMobile = (contact: string): boolean => /1[3-9]\d{9}/.test(contact.replaceAll(/[\s-]/g, ''))
