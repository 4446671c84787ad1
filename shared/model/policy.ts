import type { Requirement, RuleSet } from './rules'

/** What a county may change of its rules; id, version and time zone are not its to choose. */
export interface RuleContent {
  counting: RuleSet['counting']
  requirements: Requirement[]
}

/** A published version of a county's rule set. Versions are numbered, and none is ever changed or removed. */
export interface RuleSetVersion {
  ruleSet: RuleSet
  /** Local date of the rule set's time zone: in force from that midnight on, never before it was published. */
  effectiveFrom: string
  /** Absent in a version that came with the county. */
  publishedAt?: string
  publishedBy?: string
  /** The publisher's id of the request. */
  publishId?: string
  /** SHA-256 of the content as it was previewed. */
  hash?: string
}

/** The county's one draft. `content` is absent after it was published or thrown away: its revision goes on, so that an old page never overwrites a new draft. */
export interface RuleDraft {
  revision: number
  /** The client's id of the last save. */
  saveId: string
  at: string
  by: string
  content?: RuleContent
  hash?: string
}

/** Entry n about a county's study issues: one was published, or one that nobody had covered was withdrawn. Only ever added. */
export interface StudyIssueEntry {
  id: string
  publishedAt: string
  title?: string
  /** The withdrawer's id of the request. */
  withdrawId?: string
  /** When and by whom it was entered; absent in an entry that came with the county. */
  at?: string
  by?: string
}

/** The category whose records cover study issues. */
export const studyCategory = 'youth-study'
