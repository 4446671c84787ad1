import * as z from 'zod'
import { direction, hosts, scanId } from './check-in'
import { clientId, eventId, instant, pageOf, paging, personId, shortText } from './common'
import { endpoint } from './endpoint'

const way = z.enum(['pass', 'card', 'list', 'venue', 'claim'])
/** What a manager said about a scan, and who it was. */
const said = z.object({ at: instant, byName: z.string(), words: z.string().optional() })

/** A scan that lies in the person's ledger. */
export const scan = z.object({
  scanId: z.string(), direction, way, verdict: z.enum(['accepted', 'duplicate']), note: z.string().optional(),
  /** Corrected; what the device's clock said; the first less the second. */
  time: instant, deviceTime: instant, skewMs: z.number().int(), at: instant, byName: z.string(),
  /** Made by the event's close. */
  closing: z.boolean().optional(), decided: said.optional(), undone: said.optional(),
})
export type ScanView = z.infer<typeof scan>

const conflict = z.object({
  scanId: z.string(), direction, way: way.optional(), code: z.string(), time: instant, deviceTime: instant, skewMs: z.number().int(), at: instant, byName: z.string(),
  /** Whose it is; a name alone where that is to be found. */
  personId: personId.optional(), name: z.string().optional(), branchName: z.string().optional(), signUp: z.string().optional(),
  /** The caller's own: somebody else decides. */
  own: z.boolean(),
  /** When it was made cannot be taken as it is: whoever accepts it says when. */
  needsTime: z.boolean(),
  /** The person's other scans at this event, by time. */
  scans: z.array(scan),
  /** What the event credits the person now, and with this scan: minutes, or lessons, activities and visits. */
  worth: z.object({ before: z.number().int(), after: z.number().int() }).optional(),
})
export type ConflictView = z.infer<typeof conflict>

const access = { who: 'roles', roles: hosts, scope: 'event' } as const

export const conflictEndpoints = {
  listConflicts: endpoint({
    method: 'GET', path: '/v1/events/{eventId}/conflicts', summary: 'Scans that wait for a manager, earliest first, each beside the person’s other scans; `open` counts all of them', access,
    params: z.object({ eventId }), query: z.object(paging), answer: pageOf(conflict).extend({ open: z.number().int() }),
  }),
  decideConflict: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/conflicts/{scanId}/decision', summary: 'Take a scan into the person’s attendance, or dismiss it; once', access,
    params: z.object({ eventId, scanId }),
    /** `personId`: whose it is, where the scan names nobody of the roster. `time`: when it was, by the manager’s word. A dismissal says why. */
    body: z.object({ id: clientId, accept: z.boolean(), personId: personId.optional(), time: instant.optional(), words: shortText(200).optional() }),
    answer: z.object({ scanId: z.string(), accepted: z.boolean(), personId: personId.optional(), name: z.string().optional(), time: instant, words: z.string().optional(), at: instant, byName: z.string() }),
  }),
  listPersonScans: endpoint({
    method: 'GET', path: '/v1/events/{eventId}/attendees/{personId}/scans', summary: 'A person’s scans at the event, those taken back among them', access,
    params: z.object({ eventId, personId }),
    answer: z.object({ personId, name: z.string(), branchName: z.string().optional(), /** Until when scans can be taken back. */ undoUntil: instant, own: z.boolean(), scans: z.array(scan) }),
  }),
  undoScan: endpoint({
    method: 'POST', path: '/v1/events/{eventId}/scans/{scanId}/undo', summary: 'Take a scan back, within the event’s day; the scan stays in the trail', access,
    params: z.object({ eventId, scanId: z.string().max(80) }), body: z.object({ id: clientId, personId }), answer: scan,
  }),
}
