import type { ProcedureContent } from '../model/procedure'

const half: [number, number] = [1, 2]

/** The county plan's procedure (measures 15, 16, 24) as data: spec/admission-procedure.md, "States". */
export const defaultProcedure: ProcedureContent = {
  actors: {
    talk: ['branch-secretary'],
    'record-route': ['branch-secretary'],
    'name-activist': ['branch-secretary'],
    'propose-candidate': ['branch-secretary'],
    'pre-review': ['committee'],
    'open-notice': ['committee'],
    object: ['branch-secretary', 'committee', 'county-committee'],
    'answer-objection': ['committee'],
    'close-notice': ['committee'],
    vote: ['branch-secretary'],
    approve: ['committee'],
    reject: ['committee'],
    file: ['county-committee'],
    'swear-in': ['branch-secretary'],
    archive: ['branch-secretary'],
    return: ['branch-secretary', 'committee', 'county-committee'],
    terminate: ['committee', 'county-committee'],
  },
  age: { atLeast: 14, below: 28 },
  talk: { withinMonths: 1 },
  activist: { routes: ['pioneer-recommendation', 'points', 'peer-review'], need: 'any', mentors: { atLeast: 1, atMost: 2 }, peerReview: { moreThan: half } },
  cultivation: { months: 3, mentorTalks: 2 },
  number: { province: '51' },
  notice: { workingDays: 5, maskedBelowAge: 18 },
  introducers: 2,
  vote: { quorum: { moreThan: half }, majority: { moreThan: half, of: 'should-attend' } },
  approval: { remindAfterDays: 30 },
  filing: { withinDays: 30, mostBytes: 20 * 1024 * 1024 },
  waiting: { escalateAfterDays: 7 },
  ratioCeilings: { 'junior-middle': 15, senior: 30, vocational: 20 },
  leagueSchool: { coursesAtLeast: 6 },
  transfers: { atLeastPercent: 99 },
}
