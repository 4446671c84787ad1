import * as z from 'zod'
import { courseKinds, courseStates } from '../model/league-school'
import { schoolStages } from '../model/procedure'
import { clientId, instant, localDate, orgId, personId, shortText } from './common'
import { endpoint } from './endpoint'

const count = z.number().int()
const year = z.coerce.number().int().min(2020).max(2100)
const revision = count.min(0).max(1_000_000)
/** HH:MM, Asia/Shanghai. */
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** `<the year its school year begins in>-<the client's id>` */
const courseId = z.string().regex(/^20\d\d-[A-Za-z0-9_-]{8,50}$/)
const sessionId = clientId.max(50)
const kind = z.enum(courseKinds)
const reason = shortText(200)

const figures = {
  held: count, coming: count,
  /** How many should be held by now, at an even pace; `behind`: how many of those were not. A township has no number to reach. */
  due: count, behind: count,
  /** Applicants' sessions held, and how many attended them, each time counted. */
  lessons: count, attended: count, lastSession: localDate.optional(), nextSession: localDate.optional(),
}
const written = { revision: count, at: instant, byName: z.string() }
const session = z.object({
  sessionId, date: localDate, from: clock, to: clock, place: z.string(), title: z.string(), teacher: z.string(), lesson: z.string().optional(), dropped: z.string().optional(),
  /** Whether it has ended: then it may have a roll. */
  over: z.boolean(), roll: z.object({ present: count, at: instant, byName: z.string() }).optional(), ...written,
})
const course = z.object({ courseId, kind, title: z.string(), planned: count, dropped: z.string().optional(), state: z.enum(courseStates), ...written, sessions: z.array(session) })
const school = z.object({
  org: orgId, name: z.string(), kind: z.string(), year: count, thisYear: count, atLeast: count, today: localDate, ...figures, courses: z.array(course),
})
export type LeagueSchoolView = z.infer<typeof school>
export type LeagueCourseView = z.infer<typeof course>
export type LeagueSessionView = z.infer<typeof session>

const on = z.object({
  personId, name: z.string(), className: z.string().optional(), branchName: z.string().optional(), at: instant, byName: z.string(), late: z.string().optional(),
  takenBack: z.object({ reason: z.string(), at: instant, byName: z.string() }).optional(),
})
const sessionWithRoll = session.extend({ org: orgId, courseId, kind, courseTitle: z.string(), today: localDate, lines: z.array(on) })
export type LeagueRollView = z.infer<typeof sessionWithRoll>
const outcome = z.object({ personId, ok: z.boolean(), code: z.string().optional() })

const committees = { who: 'roles', roles: ['committee', 'county-committee'], scope: 'org' } as const
const params = z.object({ org: orgId })
const ofCourse = params.extend({ courseId })
const ofSession = ofCourse.extend({ sessionId })

/** The League school: a school's or township's courses for members, and the League classes of applicants, which feed the ledger. */
export const leagueSchoolEndpoints = {
  listLeagueSchools: endpoint({
    method: 'GET', path: '/v1/league-schools', summary: 'The League schools of an organisation in a school year: courses held and planned, and who is behind', access: committees, query: z.object({ org: orgId, year: year.optional() }),
    answer: z.object({ year: count, thisYear: count, atLeast: count, today: localDate, schools: z.array(z.object({ org: orgId, name: z.string(), kind: z.string(), stage: z.enum(schoolStages).optional(), ...figures })) }),
  }),
  exportLeagueSchools: endpoint({
    method: 'GET', path: '/v1/exports/league-schools', summary: 'The League schools of an organisation in a school year, as a spreadsheet', access: committees,
    query: z.object({ org: orgId, year: year.optional(), format: z.enum(['xlsx', 'csv']).default('xlsx') }), answer: z.object({ fileName: z.string(), contentType: z.string(), content: z.base64(), rows: count }),
  }),
  showLeagueSchool: endpoint({ method: 'GET', path: '/v1/league-schools/{org}', summary: 'One League school in a school year: figures, courses, sessions', access: committees, params, query: z.object({ year: year.optional() }), answer: school }),
  saveLeagueCourse: endpoint({
    method: 'POST', path: '/v1/league-schools/{org}/courses/{courseId}', summary: 'Add, change or drop a course, on the revision that was read (0: none yet)', access: committees, params: ofCourse,
    body: z.object({ id: clientId, revision, kind, title: shortText(60), sessions: count.min(1).max(40), dropped: reason.optional() }), answer: school,
  }),
  saveLeagueSession: endpoint({
    method: 'POST', path: '/v1/league-schools/{org}/courses/{courseId}/sessions/{sessionId}', summary: 'Add, change or drop a session, on the revision that was read; with a roll it stays what it was, its teacher aside', access: committees, params: ofSession,
    body: z.object({ id: clientId, revision, date: localDate, from: clock, to: clock, place: shortText(60), title: shortText(60), teacher: shortText(40), lesson: shortText(64).optional(), dropped: reason.optional() }), answer: school,
  }),
  showLeagueSession: endpoint({ method: 'GET', path: '/v1/league-schools/{org}/courses/{courseId}/sessions/{sessionId}', summary: 'One session and who was there', access: committees, params: ofSession, answer: sessionWithRoll }),
  findAttenders: endpoint({
    method: 'GET', path: '/v1/league-schools/{org}/people', summary: 'Who may be put on a roll: the people of a school or township, of one of its branches, or by a part of a name', access: committees, params,
    query: z.object({ branch: orgId.optional(), name: z.string().trim().min(1).max(40).optional() }),
    answer: z.object({ people: z.array(z.object({ personId, name: z.string(), initials: z.string().optional(), className: z.string().optional(), branch: orgId, branchName: z.string(), leagueMember: z.boolean() })), more: z.boolean(), branches: z.array(z.object({ id: orgId, name: z.string() })) }),
  }),
  saveLeagueRoll: endpoint({
    method: 'POST', path: '/v1/league-schools/{org}/courses/{courseId}/sessions/{sessionId}/roll', summary: 'Put people on a session’s roll, or mark that they were not there; of applicants’ sessions each gets the lesson in their ledger, once', access: committees, params: ofSession,
    body: z.object({ id: clientId, revision, add: z.array(personId).max(400).default([]), takeBack: z.array(personId).max(400).default([]), reason: reason.optional() }),
    answer: z.object({ session: sessionWithRoll, outcomes: z.array(outcome) }),
  }),
  listLeagueClasses: endpoint({
    method: 'GET', path: '/v1/league-classes', summary: 'The next League classes of the caller’s own school or township', access: { who: 'roles', roles: ['student'], scope: 'self' },
    answer: z.object({ sessions: z.array(session.pick({ sessionId: true, date: true, from: true, to: true, place: true, title: true, teacher: true, lesson: true })) }),
  }),
}
