import * as z from 'zod'
import { applicationStates } from '../model/application'
import { clientId, instant, localDate, orgId, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'
import { grant } from './roles'

const count = z.number().int()

/** A secretary's handover, and a member's lost phone. */
export const handoverEndpoints = {
  showHandover: endpoint({
    method: 'GET', path: '/v1/handover', summary: 'What a branch’s secretary leaves open to the next one, and who is proposed (proposing and approving: role-grants with `handover`)', access: { who: 'roles', roles: reviewers, scope: 'org' }, query: z.object({ org: orgId }),
    answer: z.object({
      org: orgId, orgName: z.string(), holders: z.array(z.object({ personId, name: z.string(), since: instant.optional() })), reviews: count, applications: z.array(z.object({ personId, name: z.string(), state: z.enum(applicationStates) })),
      meetings: z.array(z.object({ meetingId: z.string(), date: localDate, place: z.string(), candidates: count })), moves: count, transfers: count, proposals: z.array(grant),
    }),
  }),
  replacePhone: endpoint({
    method: 'POST', path: '/v1/people/{personId}/lost-phone', summary: 'A lost phone: end the binding and its sessions, cut off its scanners and pass keys, and give a new one-time code', access: { who: 'roles', roles: reviewers, scope: 'person' },
    params: z.object({ personId }), body: z.object({ id: clientId, why: shortText(200) }), answer: z.object({ code: z.string(), expiresAt: z.string(), wasBound: z.boolean(), scanners: count, passKeys: count }), status: 201,
  }),
}
