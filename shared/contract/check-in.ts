import * as z from 'zod'
import { clientId, eventId, instant, personId } from './common'
import { endpoint } from './endpoint'

/** Whoever may publish an event may also check in at it. */
export const hosts = ['home-manager', 'branch-secretary', 'committee', 'county-committee'] as const

/** Apart from the other endpoints of events, as home is from those of progress: the hot function makes the schemas of what it serves, and no others, at each cold start. */
export const checkInEndpoints = {
  checkIn: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/check-ins', summary: 'Entries and exits, scanned or by the list, in batches; one verdict each', access: { who: 'roles', roles: hosts, scope: 'event' },
    params: z.object({ eventId }),
    body: z.object({ scans: z.array(z.object({
      scanId: clientId, direction: z.enum(['entry', 'exit']), deviceTime: instant, pass: z.string().max(400).optional(), personId: personId.optional(),
    })).min(1).max(100), sentAt: instant.optional() }),
    answer: z.object({ serverTime: instant, verdicts: z.array(z.object({
      scanId: z.string(), verdict: z.enum(['accepted', 'duplicate', 'conflict', 'rejected']), code: z.string().optional(), personId: personId.optional(), name: z.string().optional(), time: instant.optional(),
    })) }),
  }),
}
