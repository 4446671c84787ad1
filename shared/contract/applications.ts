import * as z from 'zod'
import { clientId, instant, localDate, orgId, pageOf, paging, person, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'
import { photo } from './records'

const state = z.enum(['applied', 'returned', 'approved', 'withdrawn'])
const meeting = z.object({ body: shortText(60), date: localDate, attendance: z.number().int().min(1).max(10_000), minutes: shortText(200) })
const application = z.object({
  applicationId: clientId, state, version: z.number().int(), appliedAt: instant,
  /** Empty where the letter is on paper. */
  letter: z.string(),
  paper: z.object({ date: localDate, byName: z.string(), photos: z.array(photo) }).optional(),
  steps: z.array(z.object({
    n: z.number().int(), to: state, at: instant, byName: z.string(), onBehalf: z.boolean().optional(), reason: z.string().optional(), meeting: meeting.optional(),
    /** The version of the rules it was evaluated with: it can be run again. */
    rules: z.number().int().optional(),
  })),
})
/** One condition of the next decision: unmet ones say how to mend them, and from when they could hold. */
const condition = z.object({
  key: z.string(), met: z.boolean(), achieved: z.number().optional(), required: z.number().optional(),
  /** What mends it: `record-hours`, `attend-class`, `pass-exam`, `study`, `join-activity`, `wait`, `write-letter`, `none`. */
  mend: z.string().optional(), earliest: localDate.optional(),
})
const view = z.object({ person, application: application.optional(), conditions: z.array(condition), ready: z.boolean(), earliestReady: localDate.optional() })

export const applicationEndpoints = {
  showApplication: endpoint({
    method: 'GET', path: '/v1/people/{personId}/application', summary: 'The application, its history, and what the decision still waits for', access: { who: 'roles', roles: reviewers, scope: 'person', own: true }, reads: 'application',
    params: z.object({ personId }), answer: view,
  }),
  apply: endpoint({
    method: 'POST', path: '/v1/applications', summary: 'Apply with a written letter, or again after a return', access: { who: 'roles', roles: ['student'], scope: 'self' },
    body: z.object({ id: clientId, letter: shortText(5000) }), answer: view, status: 201,
  }),
  applyFor: endpoint({
    method: 'POST', path: '/v1/people/{personId}/application', summary: 'Enter a member’s letter on paper: its date, and photos of it', access: { who: 'roles', roles: reviewers, scope: 'person' }, reads: 'application',
    params: z.object({ personId }), body: z.object({ id: clientId, date: localDate, photoIds: z.array(clientId).min(1).max(6) }), answer: view, status: 201,
  }),
  withdrawApplication: endpoint({
    method: 'POST', path: '/v1/applications/withdraw', summary: 'Take one’s own open application back', access: { who: 'roles', roles: ['student'], scope: 'self' },
    body: z.object({ id: clientId, version: z.number().int().min(1) }), answer: view,
  }),
  listApplications: endpoint({
    method: 'GET', path: '/v1/applications', summary: 'Applications of an organisation’s members by state', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ ...paging, org: orgId, state: state.optional() }),
    answer: pageOf(z.object({ person, state, at: instant, eligible: z.boolean(), unmet: z.array(z.string()) })),
  }),
  decideApplication: endpoint({
    method: 'POST', path: '/v1/people/{personId}/application/decisions', summary: 'Approve (with the recorded meeting) or return (with a reason), on the version that was read',
    access: { who: 'roles', roles: reviewers, scope: 'person' }, reads: 'application', params: z.object({ personId }),
    body: z.object({ id: clientId, version: z.number().int().min(1), to: z.enum(['approved', 'returned']), reason: shortText(500).optional(), meeting: meeting.optional() }), answer: view,
  }),
}
