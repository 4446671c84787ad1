import * as z from 'zod'
import { activistRoutes } from '../model/application'
import { clientId, instant, localDate, orgId } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

const whole = (least: number, most: number) => z.number().int().min(least).max(most)
const months = whole(0, 60)
const days = whole(0, 366)
const share = z.tuple([whole(0, 1_000), whole(1, 1_000)])
const staff = z.array(z.enum(reviewers))
const percent = whole(0, 100)

/** The procedure as data (model/procedure.ts); what one figure says about another is checked by core/check-procedure.ts. */
export const procedureContent = z.object({
  actors: z.object({
    talk: staff, 'record-route': staff, 'name-activist': staff, 'propose-candidate': staff, 'pre-review': staff, 'open-notice': staff, object: staff, 'answer-objection': staff, 'close-notice': staff,
    vote: staff, approve: staff, reject: staff, file: staff, 'swear-in': staff, archive: staff, return: staff, terminate: staff,
  }),
  age: z.object({ atLeast: whole(0, 100), below: whole(1, 100) }),
  talk: z.object({ withinMonths: months }),
  activist: z.object({ routes: z.array(z.enum(activistRoutes)), need: z.enum(['any', 'all']), mentors: z.object({ atLeast: whole(1, 10), atMost: whole(1, 10) }), peerReview: z.object({ moreThan: share }) }),
  cultivation: z.object({ months, mentorTalks: whole(1, 50) }),
  number: z.object({ province: z.string().regex(/^\d{2}$/) }),
  notice: z.object({ workingDays: whole(0, 60), maskedBelowAge: whole(0, 100) }),
  introducers: whole(1, 5),
  vote: z.object({ quorum: z.object({ moreThan: share }), majority: z.object({ moreThan: share, of: z.enum(['should-attend', 'present']) }) }),
  approval: z.object({ remindAfterDays: days }),
  filing: z.object({ withinDays: days, mostBytes: whole(1, 20 * 1024 * 1024) }),
  waiting: z.object({ escalateAfterDays: days }),
  ratioCeilings: z.object({ 'junior-middle': percent, senior: percent, vocational: percent }),
  leagueSchool: z.object({ coursesAtLeast: whole(0, 100) }),
  transfers: z.object({ atLeastPercent: percent }),
  workdays: z.array(z.object({ year: whole(2000, 2100), worked: z.array(localDate).max(60), off: z.array(localDate).max(120) })).max(10).optional(),
})

/** `replaced`: a later version took its place before it began. */
const version = z.object({ version: z.number().int(), content: procedureContent, effectiveFrom: localDate, state: z.enum(['in-force', 'coming', 'past', 'replaced']), publishedAt: instant.optional(), byName: z.string().optional() })

export const procedureEndpoints = {
  listProcedures: endpoint({
    method: 'GET', path: '/v1/procedures', summary: 'Every version of the county’s admission procedure, the last first', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ org: orgId }), answer: z.object({ items: z.array(version) }),
  }),
  publishProcedure: endpoint({
    method: 'POST', path: '/v1/procedures', summary: 'Publish the admission procedure, as the version after the last one that was seen, from a local date on; a fault names the field by its path', access: { who: 'roles', roles: ['county-committee'], scope: 'org' },
    body: z.object({ id: clientId, org: orgId, content: procedureContent, after: whole(1, 1_000_000), effectiveFrom: localDate }), answer: version, status: 201,
  }),
}
