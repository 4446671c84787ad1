import { applicationStates } from '../model/application'
import * as z from 'zod'
import { instant, leagueMember, orgId, person, personId } from './common'
import { endpoint } from './endpoint'
import { figure } from './home'

export const reviewers = ['branch-secretary', 'committee', 'county-committee'] as const

/** A record or attendance in a list of what counted and what did not. */
const line = z.object({
  id: z.string(), title: z.string(), source: z.enum(['self-reported', 'on-behalf', 'attendance', 'imported', 'granted']), startedAt: instant, endedAt: instant, quantity: z.number().int(),
  status: z.enum(['pending', 'approved', 'rejected', 'withdrawn', 'revoked']), reason: z.string().optional(), words: z.string().optional(),
})
const requirement = figure.extend({
  window: z.object({ kind: z.string(), months: z.number().optional(), startMonth: z.number().optional() }).optional(),
  examPassed: z.boolean().optional(),
  exam: z.object({ course: z.string(), passMark: z.number(), best: z.number().optional() }).optional(),
  counted: z.array(z.object({ line, quantity: z.number(), reduced: z.enum(['overlap', 'day-cap']).optional() })).optional(),
  excluded: z.array(z.object({ line, reason: z.enum(['not-approved', 'after-as-of', 'outside-window', 'duplicate', 'overlap', 'day-cap']) })).optional(),
  missing: z.array(z.string()).optional(),
  byCategory: z.record(z.string(), z.number()).optional(),
  below: z.number().optional(),
})

const rollUp = z.object({
  members: z.number().int(), leagueMembers: z.number().int(), eligible: z.number().int(), pending: z.number().int(),
  applications: z.partialRecord(z.enum(applicationStates), z.number().int()), met: z.record(z.string(), z.number().int()),
})

export const progressEndpoints = {
  showProgress: endpoint({
    method: 'GET', path: '/v1/people/{personId}/progress', summary: 'Each requirement with what counted, what did not and why',
    access: { who: 'roles', roles: reviewers, scope: 'person', own: true }, reads: 'progress', params: z.object({ personId }),
    answer: z.object({ person, leagueMember: leagueMember.optional(), asOf: instant, ruleSet: z.object({ id: z.string(), version: z.number().int() }), eligible: z.boolean(), requirements: z.array(requirement) }),
  }),
  exportCase: endpoint({
    method: 'GET', path: '/v1/people/{personId}/export', summary: 'The person’s data as one case that `evaluate` reads',
    access: { who: 'roles', roles: reviewers, scope: 'person', own: true }, reads: 'export', params: z.object({ personId }), query: z.object({ asOf: instant.optional() }),
    answer: z.record(z.string(), z.unknown()),
  }),
  listMembers: endpoint({
    method: 'GET', path: '/v1/members', summary: 'Members of a branch, school or county with what each is missing',
    access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ org: orgId, missing: z.string().max(64).optional(), name: z.string().trim().max(40).optional(), cursor: z.string().max(1024).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    answer: z.object({
      items: z.array(person.extend({ className: z.string().optional(), leagueMember: leagueMember.optional(), bound: z.boolean(), eligible: z.boolean(), figures: z.array(figure), pending: z.number().int(), application: z.string().optional() })),
      next: z.string().optional(),
    }),
  }),
  showDashboard: endpoint({
    method: 'GET', path: '/v1/dashboard', summary: 'Roll-up of an organisation and of those directly below it',
    access: { who: 'roles', roles: reviewers, scope: 'org' }, query: z.object({ org: orgId }),
    answer: z.object({
      org: z.object({ id: orgId, name: z.string(), kind: z.string() }), rollUp,
      /** What `met` counts, in the rule set's order. */
      requirements: z.array(figure.pick({ key: true, enforcement: true })),
      /** `oldestReview`: since when a branch's longest waiting record waits for review. */
      below: z.array(z.object({ id: orgId, name: z.string(), kind: z.string(), rollUp, oldestReview: instant.optional() })),
    }),
  }),
}
