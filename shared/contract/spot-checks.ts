import * as z from 'zod'
import { clientId, eventId, instant, orgId, pageOf, paging, personId, shortText } from './common'
import { scan } from './conflicts'
import { endpoint } from './endpoint'

const committees = ['committee', 'county-committee'] as const

export const spotCheckEndpoints = {
  listSpotChecks: endpoint({
    method: 'GET', path: '/v1/spot-checks', summary: 'One in ten check-ins by the list, for the level above who held the event, longest waiting first', access: { who: 'roles', roles: committees, scope: 'org' },
    query: z.object({ ...paging, org: orgId }),
    answer: pageOf(z.object({
      personId, name: z.string(), branchName: z.string().optional(), eventId, title: z.string(), startsAt: instant, endsAt: instant, hostName: z.string(), scan,
      /** Not by who scanned it, nor about oneself. */
      mayDecide: z.boolean(),
    })),
  }),
  showScanReport: endpoint({
    method: 'GET', path: '/v1/scan-report', summary: 'By who checked people in: scans, those by the list or a card, and what spot checks found, of finished events', access: { who: 'roles', roles: committees, scope: 'org' },
    query: z.object({ org: orgId, days: z.coerce.number().int().min(1).max(92).default(30) }),
    answer: z.object({
      events: z.number().int(),
      managers: z.array(z.object({ personId, name: z.string(), scans: z.number().int(), byList: z.number().int(), confirmed: z.number().int(), doubted: z.number().int() })),
    }),
  }),
  spotCheck: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/scans/{scanId}/check', summary: 'It was so, or it is doubted, which takes the scan back; by the level above the host, once', access: { who: 'roles', roles: committees, scope: 'event' },
    params: z.object({ eventId, scanId: z.string().max(80) }), body: z.object({ id: clientId, personId, confirmed: z.boolean(), words: shortText(200).optional() }),
    answer: z.object({ scanId: z.string(), id: clientId, confirmed: z.boolean(), words: z.string().optional(), at: instant }),
  }),
}
