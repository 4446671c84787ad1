import * as z from 'zod'
import { isVenueKeyId } from '../pass/venue-code'
import { clock, direction, hosts, scanId, scanVerdict } from './check-in'
import { clientId, eventId, instant } from './common'
import { endpoint } from './endpoint'
import { attendance } from './events'

export const venueEndpoints = {
  registerVenueKey: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/venue-keys', summary: 'This screen shows the venue’s code of the event, until an hour after its end', access: { who: 'roles', roles: hosts, scope: 'event' },
    params: z.object({ eventId }),
    /** `id`: 16 random bytes in base64url, the id of the key; it lists the screen among those that scan, where it can be cut off. */
    body: z.object({ id: z.string().refine(isVenueKeyId, 'not 16 bytes in base64url'), publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
    answer: z.object({ id: z.string(), at: instant, expiresAt: instant, cutOff: z.object({ at: instant }).optional() }), status: 201,
  }),
  checkInAtVenue: endpoint({
    method: 'POST', path: '/v1/venue-scans', summary: 'Own entries and exits by the venue’s code, in batches of at most 100; one verdict each', access: { who: 'roles', roles: ['student'], scope: 'self' },
    /** A scan's id is made with the caller's `personId` and no event: the phone does not know whose the code is. */
    body: z.object({ sentAt: instant, scans: z.array(z.object({ scanId, direction, deviceTime: instant, clock: clock.optional(), code: z.string().max(4000) })).min(1).max(100) }),
    answer: z.object({ serverTime: instant, verdicts: z.array(scanVerdict.extend({ eventId: eventId.optional(), title: z.string().optional() })) }),
  }),
  claimExit: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/exit-claims', summary: 'When one left an event that saw no exit, for a manager to confirm', access: { who: 'roles', roles: ['student'], scope: 'self' },
    params: z.object({ eventId }), body: z.object({ id: clientId, leftAt: instant }), answer: attendance, status: 201,
  }),
}
