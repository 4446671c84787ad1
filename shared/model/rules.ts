/** The admission rules' vocabulary: a case goes in, a result comes out (spec: admission rules). Instants are RFC 3339 with an offset, dates YYYY-MM-DD. */

export const recordStatuses = ['pending', 'approved', 'rejected', 'withdrawn', 'revoked'] as const
export type RecordStatus = (typeof recordStatuses)[number]

export const enforcements = ['required', 'advisory', 'off'] as const
export type Enforcement = (typeof enforcements)[number]

export const requirementKinds = ['quantity', 'coverage', 'age', 'points'] as const
export type RequirementKind = (typeof requirementKinds)[number]

/** How one category is counted. `unit` names what a record's `quantity` is in (minute, lesson, issue, activity, visit). */
export interface CountingPolicy {
  unit: string
  noOverlap?: boolean
  perDayAtMost?: number
  distinct?: boolean
}

/** By local dates in the rule set's time zone. */
export type Window =
  | { kind: 'ever' }
  | { kind: 'trailing'; months: number }
  | { kind: 'calendar-year' }
  | { kind: 'school-year'; startMonth: number }

interface RequirementBase {
  key: string
  /** Absent means required. */
  enforcement?: Enforcement
}

export interface QuantityRequirement extends RequirementBase {
  kind: 'quantity'
  category: string
  window: Window
  atLeast: number
  exam?: { course: string; passMark: number }
}

export interface CoverageRequirement extends RequirementBase {
  kind: 'coverage'
  category: string
  window: Window
  atLeastPercent: number
}

export interface AgeRequirement extends RequirementBase {
  kind: 'age'
  atLeast: number
  below: number
}

export interface PointsRule {
  category: string
  window: Window
  per: number
  points: number
  atMost?: number
}

export interface PointsRequirement extends RequirementBase {
  kind: 'points'
  atLeast: number
  rules: PointsRule[]
}

export type Requirement = QuantityRequirement | CoverageRequirement | AgeRequirement | PointsRequirement

export interface RuleSet {
  id: string
  version: number
  /** An IANA time zone. */
  timeZone: string
  counting: Record<string, CountingPolicy>
  requirements: Requirement[]
}

export interface CaseRecord {
  id: string
  category: string
  status: RecordStatus
  startedAt: string
  /** Never before `startedAt`. */
  endedAt: string
  /** Positive integer in the category's unit. */
  quantity: number
  /** The lesson or issue this record covers. */
  distinctKey?: string
}

export interface CaseExam {
  id: string
  course: string
  takenAt: string
  score: number
}

export interface StudyIssue {
  id: string
  publishedAt: string
}

export interface Case {
  asOf: string
  ruleSet: RuleSet
  person: { id: string; birthDate: string }
  records: CaseRecord[]
  exams?: CaseExam[]
  studyIssues?: StudyIssue[]
}

export type ExclusionReason = 'not-approved' | 'after-as-of' | 'outside-window' | 'duplicate' | 'overlap' | 'day-cap'

export interface CountedRecord {
  id: string
  /** What it is worth, in the category's unit. */
  quantity: number
  reduced?: 'overlap' | 'day-cap'
}

export interface ExcludedRecord {
  id: string
  reason: ExclusionReason
}

/** A whole number; a bigint only beyond 2^53 - 1, so that no figure is ever rounded. */
export type Figure = number | bigint

interface ResultBase<F> {
  key: string
  enforcement: Exclude<Enforcement, 'off'>
  achieved: F
  required: number
  met: boolean
}

export interface QuantityResult<F = number> extends ResultBase<F> {
  kind: 'quantity'
  /** Only where the requirement has an exam. */
  examPassed?: boolean
  counted: readonly CountedRecord[]
  excluded: readonly ExcludedRecord[]
}

export interface CoverageResult<F = number> extends ResultBase<F> {
  kind: 'coverage'
  /** Ids of published issues not covered, in the order of `studyIssues`. */
  missing: string[]
}

export interface AgeResult<F = number> extends ResultBase<F> {
  kind: 'age'
}

export interface PointsResult<F = number> extends ResultBase<F> {
  kind: 'points'
  byCategory: Record<string, F>
}

export type RequirementResult<F = number> = QuantityResult<F> | CoverageResult<F> | AgeResult<F> | PointsResult<F>

export interface Result<F = number> {
  person: string
  asOf: string
  ruleSet: { id: string; version: number }
  eligible: boolean
  requirements: RequirementResult<F>[]
}

/** The first fault of an invalid case; `path` is empty where the line as a whole is at fault. */
export interface CaseFault {
  message: string
  path: string
}
