import * as z from 'zod'
import { activistRoutes, applicationStates } from '../model/application'
import { clientId, instant, localDate, orgId, pageOf, paging, person, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'
import { photo } from './records'

const state = z.enum(applicationStates)
const count = z.number().int().min(0).max(10_000)
const words = shortText(1000)
const decision = z.object({ body: shortText(60), date: localDate, attendance: count.min(1), minutes: shortText(200) })
const tally = z.object({ present: count, for: count, against: count, abstain: count })
const photoIds = z.array(clientId).min(1).max(6)

/** The admission form: nothing that the roster knows already. */
export const admissionForm = z.object({ ethnicity: shortText(20), education: shortText(1000), family: shortText(1000), honours: shortText(1000).optional(), statement: shortText(3000) })

/** What staff record about a person's application, each act with what it says (spec/admission-procedure.md). Who may, the county's procedure says. */
export const staffAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('talk'), date: localDate, talker: shortText(40), notes: shortText(3000) }),
  z.discriminatedUnion('route', [
    z.object({ act: z.literal('record-route'), route: z.literal('pioneer-recommendation'), date: localDate, unit: shortText(60), photoIds, words: words.optional() }),
    z.object({ act: z.literal('record-route'), route: z.literal('peer-review'), date: localDate, tally, words: words.optional() }),
    z.object({ act: z.literal('record-route'), route: z.literal('points'), words: words.optional() }),
  ]),
  z.object({ act: z.literal('name-activist'), decision, mentors: z.array(z.object({ personId: personId.optional(), name: shortText(40) })).min(1).max(10) }),
  z.object({ act: z.literal('mentor-talk'), date: localDate, mentor: z.number().int().min(0).max(9), notes: shortText(3000) }),
  z.object({ act: z.literal('propose-candidate'), decision }),
  z.object({ act: z.literal('pre-review'), decision, reply: words }),
  z.object({ act: z.literal('open-notice'), from: localDate, place: shortText(200) }),
  z.object({ act: z.literal('object'), date: localDate, words: shortText(3000), from: shortText(60).optional() }),
  z.object({ act: z.literal('answer-objection'), of: z.number().int().min(1), date: localDate, upheld: z.boolean(), finding: shortText(3000) }),
  z.object({ act: z.literal('close-notice'), words: words.optional() }),
  z.object({ act: z.literal('fill-form'), date: localDate.optional(), form: admissionForm, introducers: z.array(personId).min(1).max(5) }),
  z.object({ act: z.literal('introduce'), introducer: personId, date: localDate, opinion: shortText(1000) }),
  z.object({ act: z.literal('approve'), decision, words: words.optional() }),
  z.object({ act: z.literal('reject'), decision, reason: words }),
  z.object({ act: z.literal('file'), fileId: clientId }),
  z.object({ act: z.literal('swear-in'), date: localDate, place: shortText(200) }),
  z.object({ act: z.literal('archive'), fileId: clientId }),
  z.object({ act: z.literal('return'), reason: words }),
  z.object({ act: z.literal('terminate'), decision, reason: words }),
])
/** What may be said of several at once: one decision about many, each with its own entry and outcome. A vote is each candidate's own. */
export const actForMany = z.discriminatedUnion('act', [
  z.object({ act: z.literal('propose-candidate'), decision }),
  z.object({ act: z.literal('pre-review'), decision, reply: words }),
  z.object({ act: z.literal('open-notice'), from: localDate, place: shortText(200) }),
  z.object({ act: z.literal('close-notice'), words: words.optional() }),
  z.object({ act: z.literal('approve'), decision, words: words.optional() }),
  z.object({ act: z.literal('swear-in'), date: localDate, place: shortText(200) }),
])

/** One condition of the next act: unmet ones say how to mend them, and from when they could hold. */
export const condition = z.object({
  key: z.string(), met: z.boolean(), achieved: z.number().optional(), required: z.number().optional(),
  /** What mends it: a word for the app's texts (`record-hours`, `wait`, `mentor-talk`, `raise-quota` …). */
  mend: z.string().optional(), earliest: localDate.optional(),
})
const named = z.object({ personId: personId.optional(), name: z.string() })
/** One entry of the trail as it is shown: its facts flat, names for ids, texts where they were not erased. */
const step = z.object({
  n: z.number().int(), act: z.string(), to: state, at: instant, byName: z.string(), onBehalf: z.boolean().optional(),
  /** The local date that it is of. */
  date: localDate,
  decision: decision.optional(), reason: z.string().optional(), words: z.string().optional(), late: z.boolean().optional(), tally: tally.extend({ shouldAttend: count.optional(), passed: z.boolean().optional(), secret: z.boolean().optional() }).optional(),
  route: z.enum(activistRoutes).optional(), points: z.object({ points: z.number(), needed: z.number() }).optional(), unit: z.string().optional(), mentor: z.number().int().optional(), until: localDate.optional(), place: z.string().optional(), masked: z.boolean().optional(),
  of: z.number().int().optional(), upheld: z.boolean().optional(), number: z.string().optional(), introducer: named.optional(), photos: z.array(photo).optional(),
  /** The version of the rules it was evaluated with: it can be run again. */
  rules: z.number().int().optional(),
})
const application = z.object({
  applicationId: clientId, state, position: z.enum([...applicationStates, 'none']), version: z.number().int(), appliedAt: instant, since: instant,
  letter: z.string().optional(), paper: z.object({ date: localDate, byName: z.string(), photos: z.array(photo) }).optional(),
  mentors: z.array(named), introducers: z.array(named.extend({ spoken: z.boolean() })), form: admissionForm.optional(), number: z.string().optional(),
  notice: z.object({ from: localDate, until: localDate, closed: localDate.optional(), masked: z.boolean() }).optional(),
  steps: z.array(step),
})
/** When each state was reached, or is the earliest that it could be. Local dates; none where a date cannot be told. */
const milestone = z.object({ state, reached: localDate.optional(), earliest: localDate.optional() })
export const applicationView = z.object({
  person, application: application.optional(),
  /** The act that leads on, its conditions as of today, and who records it. */
  next: z.object({ act: z.string(), by: z.array(z.string()), conditions: z.array(condition), ready: z.boolean() }).optional(),
  /** The acts that the caller may do now. */
  mine: z.array(z.string()),
  /** What the forms of the caller's acts go by: the number and places that a pre-review takes, the points as of now, the ends of notices begun on recent days. */
  ahead: z.object({
    number: z.string().optional(), quota: z.array(z.object({ grade: z.string(), left: z.number().int() })).optional(), points: z.object({ points: z.number(), needed: z.number() }).optional(),
    routes: z.array(z.enum(activistRoutes)).optional(), needed: z.enum(['any', 'all']).optional(), mentors: z.object({ atLeast: z.number().int(), atMost: z.number().int() }).optional(),
    notices: z.array(z.object({ from: localDate, until: localDate })).optional(), workingDays: z.number().int().optional(), introducers: z.number().int().optional(),
    /** The branch's members of the League: mentors and introducers are chosen from them. */
    members: z.array(z.object({ personId, name: z.string() })).optional(),
  }).optional(),
  timeline: z.array(milestone),
  /** The earliest local date of the branch's meeting, which is the day of admission. */
  earliestAdmission: localDate.optional(),
})
/** Whom an application waits for: local dates (functions/core/waiting.ts). `mine`: for one of the caller's roles. */
const waiting = z.object({
  act: z.string().optional(), by: z.array(z.string()), since: localDate, days: z.number().int(), from: localDate.optional(), due: localDate.optional(), dueFor: z.enum(['talk', 'approval', 'filing', 'waiting']).optional(),
  late: z.boolean(), escalated: z.boolean(), mine: z.boolean(),
})
const waits = { mine: z.number().int(), late: z.number().int(), escalated: z.number().int() }
const idVersion = { id: clientId, version: z.number().int().min(1) }

export const applicationEndpoints = {
  showApplication: endpoint({
    method: 'GET', path: '/v1/people/{personId}/application', summary: 'The application, its trail, what the next act waits for and the earliest dates', access: { who: 'roles', roles: reviewers, scope: 'person', own: true }, reads: 'application',
    params: z.object({ personId }), answer: applicationView,
  }),
  apply: endpoint({
    method: 'POST', path: '/v1/applications', summary: 'Apply with a written letter, or again after a return', access: { who: 'roles', roles: ['student'], scope: 'self' },
    body: z.object({ id: clientId, letter: shortText(5000) }), answer: applicationView, status: 201,
  }),
  applyFor: endpoint({
    method: 'POST', path: '/v1/people/{personId}/application', summary: 'Enter a member’s letter on paper: its date, and photos of it', access: { who: 'roles', roles: reviewers, scope: 'person' }, reads: 'application',
    params: z.object({ personId }), body: z.object({ id: clientId, date: localDate, photoIds }), answer: applicationView, status: 201,
  }),
  fillForm: endpoint({
    method: 'POST', path: '/v1/applications/form', summary: 'Fill in one’s own admission form and name the introducers', access: { who: 'roles', roles: ['student'], scope: 'self' },
    body: z.object({ ...idVersion, form: admissionForm, introducers: z.array(personId).min(1).max(5) }), answer: applicationView,
  }),
  listIntroducers: endpoint({
    method: 'GET', path: '/v1/applications/introducers', summary: 'Who of one’s own branch may introduce: its members of the League, by name, and how many are needed', access: { who: 'roles', roles: ['student'], scope: 'self' },
    answer: z.object({ needed: z.number().int(), items: z.array(z.object({ personId, name: z.string() })) }),
  }),
  withdrawApplication: endpoint({
    method: 'POST', path: '/v1/applications/withdraw', summary: 'Take one’s own open application back', access: { who: 'roles', roles: ['student'], scope: 'self' },
    body: z.object(idVersion), answer: applicationView,
  }),
  listApplications: endpoint({
    method: 'GET', path: '/v1/applications', summary: 'Applications of an organisation’s members by state: since when, and whether late', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ ...paging, org: orgId, state: state.optional(), only: z.enum(['mine', 'late', 'escalated']).optional() }),
    answer: pageOf(z.object({ person, state, at: instant, version: z.number().int(), eligible: z.boolean(), unmet: z.array(z.string()), waiting })),
  }),
  showBoard: endpoint({
    method: 'GET', path: '/v1/applications/board', summary: 'How many applications stand in each state, and of them those that wait for the caller, are late, or show at the level above',
    access: { who: 'roles', roles: reviewers, scope: 'org' }, query: z.object({ org: orgId }),
    answer: z.object({
      ...waits, escalateAfterDays: z.number().int(), states: z.array(z.object({ state, n: z.number().int(), ...waits })),
      /** Organisations directly below that have any that are late or show here. */
      below: z.array(z.object({ id: orgId, name: z.string(), ...waits })),
    }),
  }),
  actOnApplication: endpoint({
    method: 'POST', path: '/v1/people/{personId}/application/acts', summary: 'Record an act of the admission procedure, on the version that was read',
    access: { who: 'roles', roles: reviewers, scope: 'person' }, reads: 'application', params: z.object({ personId }),
    body: z.object({ ...idVersion, what: staffAct }), answer: applicationView,
  }),
  actOnApplications: endpoint({
    method: 'POST', path: '/v1/applications/acts', summary: 'The same act about several people: each with its own outcome', access: { who: 'roles', roles: reviewers, scope: 'self' },
    body: z.object({ what: actForMany, people: z.array(z.object({ ...idVersion, personId })).min(1).max(50) }),
    answer: z.object({ outcomes: z.array(z.object({ personId, ok: z.boolean(), state: state.optional(), code: z.string().optional(), detail: z.record(z.string(), z.unknown()).optional() })) }),
  }),
  speakForApplicant: endpoint({
    method: 'POST', path: '/v1/applications/spoken', summary: 'A mentor’s talk, or an introducer’s opinion, by themselves', access: { who: 'signed-in' },
    body: z.object({
      id: clientId, personId,
      what: z.discriminatedUnion('act', [z.object({ act: z.literal('mentor-talk'), date: localDate, notes: shortText(3000) }), z.object({ act: z.literal('introduce'), date: localDate, opinion: shortText(1000) })]),
    }),
    answer: z.object({ state }),
  }),
  showTasks: endpoint({
    method: 'GET', path: '/v1/applications/asked', summary: 'Applicants whose mentor or introducer the caller is, and what of them waits', access: { who: 'signed-in' },
    answer: z.object({
      items: z.array(z.object({
        personId, name: z.string(), as: z.enum(['mentor', 'introducer']), state, talks: z.number().int(), spoken: z.boolean(),
        /** The first local date that a talk or an opinion can be of; the days of this mentor's own talks. */
        from: localDate, talkedOn: z.array(localDate),
      })),
    }),
  }),
}
