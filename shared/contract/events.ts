import * as z from 'zod'
import { category, clientId, eventId, instant, orgId, pageOf, paging, personId, shortText } from './common'
import { direction, hosts } from './check-in'
import { endpoint } from './endpoint'

const detail = {
  title: shortText(60), category, startsAt: instant, endsAt: instant, place: shortText(80), description: shortText(1000).optional(),
  capacity: z.number().int().min(1).max(100_000).optional(), quantity: z.number().int().min(1).max(100).optional(), distinctKey: shortText(64).optional(),
  minimumMinutes: z.number().int().min(0).max(1440).default(0), breaks: z.array(z.object({ from: instant, to: instant })).max(5).default([]),
}
/** The caller's own scans at an event. */
export const attendance = z.object({
  /** Of the latest stay. */
  entryAt: instant.optional(), exitAt: instant.optional(),
  /** Credited so far, where minutes are; without an exit the declared minimum. */
  minutes: z.number().int().optional(),
  /** Scans that wait for a manager, or that one decided on: `time` is the scan's own, `decided.time` what the manager made of it. */
  looks: z.array(z.object({
    scanId: z.string(), direction, way: z.string().optional(), code: z.string(), time: instant,
    decided: z.object({ accepted: z.boolean(), time: instant.optional(), words: z.string().optional(), at: instant }).optional(),
  })),
})
export const event = z.object({
  eventId, host: orgId, hostName: z.string(), ...detail, state: z.enum(['open', 'closed']), taken: z.number().int(), waiting: z.number().int(),
  /** The caller's own sign-up. Of one event, not of a list: `place` in line of so many (`of`), and, once the event is finished, whether the caller `came`. */
  signUp: z.object({
    state: z.enum(['signed-up', 'waiting', 'cancelled']), at: instant, movedUpAt: instant.optional(), place: z.number().int().optional(), of: z.number().int().optional(), came: z.boolean().optional(),
  }).optional(),
  /** Scans that wait for who answers for it (in the list `mine`); absent where there is none. */
  conflicts: z.number().int().optional(),
  /** What a finished event came to, for those who answer for it. */
  summary: z.object({ came: z.number().int(), noShow: z.number().int(), minutes: z.number().int(), byList: z.number().int(), missingExits: z.number().int() }).optional(),
  /** The caller's own, of one event that they were scanned at. */
  attendance: attendance.optional(),
})
export type EventView = z.infer<typeof event>
const attendee = z.object({ personId, name: z.string(), initials: z.string().optional(), branchName: z.string().optional(), signedUp: z.boolean(), waiting: z.boolean().optional(), noShow: z.boolean().optional(), entryAt: instant.optional(), exitAt: instant.optional(), minutes: z.number().int().optional() })

export const eventEndpoints = {
  listEvents: endpoint({
    method: 'GET', path: '/v1/events', summary: 'Events of the caller’s homes, school and county, of one host, of those they answer for (`mine`) or have a seat at (`joined`); soonest first', access: { who: 'signed-in' },
    query: z.object({ ...paging, host: orgId.optional(), from: instant.optional(), to: instant.optional(), mine: z.enum(['true']).optional(), joined: z.enum(['true']).optional(), category: category.optional() }), answer: pageOf(event),
  }),
  showEvent: endpoint({ method: 'GET', path: '/v1/events/{eventId}', summary: 'One event', access: { who: 'signed-in' }, params: z.object({ eventId }), answer: event }),
  publishEvent: endpoint({
    method: 'POST', path: '/v1/events', summary: 'Publish an event of a home, branch, school or committee', access: { who: 'roles', roles: hosts, scope: 'org' },
    body: z.object({ id: clientId, org: orgId, ...detail }), answer: event, status: 201,
  }),
  signUp: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/sign-up', summary: 'Take a seat, or a place on the waitlist where there is none; the phone’s public key for the pass goes with it', access: { who: 'roles', roles: ['student'], scope: 'self' },
    params: z.object({ eventId }), body: z.object({ id: clientId, publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/).optional() }), answer: event.extend({ handle: z.string() }), status: 201,
  }),
  cancelSignUp: endpoint({
    method: 'DELETE', path: '/v1/events/{eventId}/sign-up', summary: 'Give the seat back, or the place in line; a seat goes to the first in line', access: { who: 'roles', roles: ['student'], scope: 'self' }, params: z.object({ eventId }), answer: event,
  }),
  exportCalendar: endpoint({
    method: 'GET', path: '/v1/events/{eventId}/calendar', summary: 'The event as an iCalendar file for the caller’s own calendar; after a change the same again replaces it', access: { who: 'signed-in' },
    params: z.object({ eventId }), answer: z.object({ fileName: z.string(), content: z.string() }),
  }),
  listAttendees: endpoint({
    method: 'GET', path: '/v1/events/{eventId}/attendees', summary: 'Who signed up, who is here, who has left', access: { who: 'roles', roles: hosts, scope: 'event' },
    params: z.object({ eventId }), query: z.object({ ...paging, name: z.string().trim().max(40).optional() }), answer: pageOf(attendee),
  }),
  closeEvent: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/close', summary: 'Close an event: no more scans; those still inside may be checked out now', access: { who: 'roles', roles: hosts, scope: 'event' },
    params: z.object({ eventId }), body: z.object({ id: clientId, checkOutAll: z.boolean().default(false) }), answer: event.extend({ checkedOut: z.number().int() }),
  }),
}
