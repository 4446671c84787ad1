import * as z from 'zod'
import { hosts, scannerId } from './check-in'
import { eventId, instant } from './common'
import { endpoint } from './endpoint'

const scanner = z.object({ scannerId, at: instant, expiresAt: instant, cutOff: z.object({ at: instant }).optional() })

export const scannerEndpoints = {
  registerScanner: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/scanners', summary: 'This phone scans at the event, until an hour after its end', access: { who: 'roles', roles: hosts, scope: 'event' },
    params: z.object({ eventId }), body: z.object({ id: scannerId }), answer: scanner, status: 201,
  }),
}
