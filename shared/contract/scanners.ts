import * as z from 'zod'
import { hosts, scannerId } from './check-in'
import { clientId, cursor, eventId, instant, pageOf, paging, personId } from './common'
import { endpoint } from './endpoint'

/** Until an hour after the event's end. `cutOff`: reported lost; what it scans afterwards is a conflict. `shows`: a screen with the venue’s code. */
const scanner = z.object({ scannerId, at: instant, expiresAt: instant, cutOff: z.object({ at: instant }).optional(), shows: z.literal('venue-code').optional() })
const listed = scanner.extend({ personId, name: z.string() })
const ofHosts = { who: 'roles', roles: hosts, scope: 'event' } as const

/** What a phone that scans knows of one person of one event. It checks passes by it, and can make none. */
const passKey = z.object({
  personId, name: z.string(), initials: z.string().optional(), branchName: z.string().optional(), state: z.enum(['signed-up', 'waiting', 'cancelled', 'walk-in']),
  /** Of those who signed up: the handle that their passes carry, and the public keys of their phones, the present one first. */
  handle: z.string().optional(), publicKeys: z.array(z.string()),
})
export type PassKey = z.infer<typeof passKey>

export const scannerEndpoints = {
  registerScanner: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/scanners', summary: 'This phone scans at the event, until an hour after its end', access: ofHosts,
    params: z.object({ eventId }), body: z.object({ id: scannerId }), answer: scanner, status: 201,
  }),
  listScanners: endpoint({
    method: 'GET', path: '/v1/events/{eventId}/scanners', summary: 'The phones that scan at the event, and whose they are', access: ofHosts,
    params: z.object({ eventId }), query: z.object(paging), answer: pageOf(listed),
  }),
  cutOffScanner: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/scanners/{scannerId}/cut-off', summary: 'A phone is lost: it is given nothing more, and what it scans from now on is a conflict', access: ofHosts,
    params: z.object({ eventId, scannerId }), body: z.object({ id: clientId }), answer: scanner,
  }),
  listPassKeys: endpoint({
    method: 'GET', path: '/v1/events/{eventId}/pass-keys', summary: 'What this phone needs to check passes of the event with no network, and to find people by name; to be forgotten at `expiresAt`', access: ofHosts,
    params: z.object({ eventId }), query: z.object({ scanner: scannerId, cursor: cursor.optional() }),
    answer: pageOf(passKey).extend({ serverTime: instant, expiresAt: instant }),
  }),
}
