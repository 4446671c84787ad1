import * as z from 'zod'
import { clientId, eventId, instant, personId, shortText } from './common'
import { endpoint } from './endpoint'

/** Whoever may publish an event may also check in at it. */
export const hosts = ['home-manager', 'branch-secretary', 'committee', 'county-committee'] as const

/** Made of what the scan says (shared/pass/scan-id.ts): with other content it is refused. */
export const scanId = z.string().regex(/^[A-Za-z0-9_-]{36}$/)
/** How the time was found: the last server time the device saw, what its own clock said then, and the milliseconds since by a clock that nobody sets. */
export const clock = z.object({ serverTime: instant, deviceTime: instant, elapsedMs: z.number().int().min(0).max(10 * 86_400_000).optional() })
export const direction = z.enum(['entry', 'exit'])
export const scanVerdict = z.object({
  scanId: z.string(), verdict: z.enum(['accepted', 'duplicate', 'conflict', 'rejected']),
  /** Why not; or, of an accepted one, what is to be known. */
  code: z.string().optional(), personId: personId.optional(), name: z.string().optional(), time: instant.optional(),
  /** Of a conflict: what a manager decided about it since. */
  decided: z.object({ accepted: z.boolean(), at: instant }).optional(),
})
export const scannerId = clientId

/** Apart from the other endpoints of events, as home is from those of progress: the hot function makes the schemas of what it serves, and no others, at each cold start. */
export const checkInEndpoints = {
  checkIn: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/check-ins', summary: 'Entries and exits, scanned or by the list, in batches of at most 100; one verdict each', access: { who: 'roles', roles: hosts, scope: 'event' },
    params: z.object({ eventId }),
    body: z.object({
      scanner: scannerId, sentAt: instant,
      /** `code`: what was scanned; of a printed card, `faceConfirmed`: that the manager knew its owner by the face. By the list: `personId`, or the `name` of somebody to be found later; `statedTime`: when, by the manager's word. */
      scans: z.array(z.object({ scanId, direction, deviceTime: instant, clock: clock.optional(), code: z.string().max(4000).optional(), personId: personId.optional(), name: shortText(60).optional(), statedTime: instant.optional(), faceConfirmed: z.literal(true).optional() })).min(1).max(100),
    }),
    answer: z.object({ serverTime: instant, verdicts: z.array(scanVerdict) }),
  }),
}
