import * as z from 'zod'
import { clientId, leagueMember, localDate, personId } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

const developmentNumber = z.string().regex(/^\d{12}$/)
const answer = z.object({ personId, leagueMember: leagueMember.optional() })

export const membershipEndpoints = {
  markLeagueMember: endpoint({
    method: 'POST', path: '/v1/people/{personId}/league-membership', summary: 'Enter that somebody is a member of the League already, since when and, if known, under which number', access: { who: 'roles', roles: reviewers, scope: 'person' },
    params: z.object({ personId }), body: z.object({ id: clientId, since: localDate, number: developmentNumber.optional() }), answer,
  }),
  takeBackLeagueMember: endpoint({
    method: 'POST', path: '/v1/people/{personId}/league-membership/take-back', summary: 'Take an entered membership back, as long as no application went by it', access: { who: 'roles', roles: ['committee', 'county-committee'], scope: 'person' },
    params: z.object({ personId }), body: z.object({ id: clientId }), answer,
  }),
}
