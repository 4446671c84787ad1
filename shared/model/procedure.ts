import type { RoleName } from './role'
import type { ActName, ActivistRoute } from './application'

/** A share of a number, as numerator and denominator: `[1, 2]` is a half. Exact, as no decimal is. */
export type Share = [number, number]

/** The stages of school that members' ratio is looked at by. */
export const schoolStages = ['junior-middle', 'senior', 'vocational'] as const
export type SchoolStage = (typeof schoolStages)[number]

/** What a county may change of the admission procedure (spec/admission-procedure.md): every duration, majority and actor. */
export interface ProcedureContent {
  /** Who records each act, over the applicant's branch. The applicant's own acts, and those of mentors and introducers, are theirs by law. */
  actors: Record<StaffAct, RoleName[]>
  age: { atLeast: number; below: number }
  /** A talk later than this is recorded and flagged. Calendar months. */
  talk: { withinMonths: number }
  activist: {
    routes: ActivistRoute[]
    /** Whether one of the routes is enough. */
    need: 'any' | 'all'
    mentors: { atLeast: number; atMost: number }
    /** Of those who were there at a review by peers, more than this share must be for. */
    peerReview: { moreThan: Share }
  }
  cultivation: { months: number; mentorTalks: number }
  /** First digits of a development number after its year: the province. */
  number: { province: string }
  notice: { workingDays: number; maskedBelowAge: number }
  introducers: number
  vote: { quorum: { moreThan: Share }; majority: { moreThan: Share; of: 'should-attend' | 'present' } }
  approval: { remindAfterDays: number }
  filing: { withinDays: number; mostBytes: number }
  /** What waits longer shows at the level above. */
  waiting: { escalateAfterDays: number }
  /** Most members of a hundred young people, by stage of school. */
  ratioCeilings: Record<SchoolStage, number>
  leagueSchool: { coursesAtLeast: number }
  /** Of a hundred graduates, how many must be transferred. */
  transfers: { atLeastPercent: number }
  /** Working days that the state moved and days it gave off, in years that the calendar's library does not know yet. A year named here is known. */
  workdays?: { year: number; worked: string[]; off: string[] }[]
}

/** Acts that staff record. */
export type StaffAct = Exclude<ActName, 'apply' | 'fill-form' | 'withdraw' | 'mentor-talk' | 'introduce'>

/** A published version of a county's procedure. Numbered; none is ever changed or removed. */
export interface ProcedureVersion {
  version: number
  content: ProcedureContent
  /** Local date: in force from that midnight on. */
  effectiveFrom: string
  /** Absent in the version that came with the county. */
  publishedAt?: string
  publishedBy?: string
  publishId?: string
}
