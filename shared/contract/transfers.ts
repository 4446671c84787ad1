import * as z from 'zod'
import { destinationKinds, transferStates } from '../model/turn'
import { clientId, instant, localDate, orgId, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'
import { photo } from './records'

const count = z.number().int()
const year = count.min(2020).max(2100)
const state = z.enum(transferStates)
const counts = { 'to-do': count, sent: count, confirmed: count, exception: count, due: count, below: z.boolean() }
const transfer = z.object({
  personId, name: z.string(), school: orgId, branch: orgId, branchName: z.string(), className: z.string().optional(), year, state, version: count, since: instant,
  destination: z.object({ kind: z.enum(destinationKinds), org: orgId.optional(), name: z.string() }).optional(), sentOn: localDate.optional(), number: z.string().optional(), reason: z.string().optional(),
  /** Of the outside system’s receipt, for the side that the graduate left. */
  photos: z.array(photo).optional(),
  /** Waits longer than the procedure's days. */
  late: z.boolean(), steps: z.array(z.object({ at: instant, byName: z.string(), state, words: z.string().optional() })),
  may: z.object({ settle: z.boolean(), except: z.boolean(), receive: z.boolean() }),
})
const words = shortText(200)
const what = z.discriminatedUnion('to', [
  z.object({ to: z.literal('sent'), destination: z.object({ kind: z.enum(destinationKinds), org: orgId.optional(), name: shortText(60).optional() }), sentOn: localDate }),
  z.object({ to: z.literal('confirmed'), number: shortText(40).optional(), photoIds: z.array(z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)).max(3).optional() }),
  z.object({ to: z.literal('exception'), reason: words }),
  z.object({ to: z.literal('to-do'), reason: words }),
])

/** Graduates' transfers (学社衔接). */
export const transferEndpoints = {
  listTransfers: endpoint({
    method: 'GET', path: '/v1/transfers', summary: 'A year’s graduates who are to be transferred, the rate by school or branch against the procedure’s, and who is missing', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ org: orgId, year: z.coerce.number().int().min(2020).max(2100).optional(), state: z.enum([...transferStates, 'missing']).optional(), incoming: z.enum(['true']).optional(), after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    answer: z.object({
      org: orgId, year, thisYear: year, atLeastPercent: count, lateDays: count, total: z.object(counts), groups: z.array(z.object({ id: orgId, name: z.string(), ...counts })), found: count, items: z.array(transfer), next: count.optional(),
    }),
  }),
  settleTransfer: endpoint({
    method: 'POST', path: '/v1/people/{personId}/transfer', summary: 'Say of a graduate’s transfer that it was sent, confirmed (with a number or a picture), cannot be, or is to do again', access: { who: 'roles', roles: reviewers, scope: 'person' }, reads: 'membership',
    params: z.object({ personId }), body: z.object({ id: clientId, year, version: count, what }), answer: transfer,
  }),
  receiveTransfer: endpoint({
    method: 'POST', path: '/v1/transfers/received', summary: 'Confirm as the committee that a graduate was sent to that they arrived, into a branch where there is one; or send them back', access: { who: 'roles', roles: ['committee', 'county-committee'], scope: 'org' },
    // `school` and `branch`: those that the graduate left.
    body: z.object({ id: clientId, org: orgId, personId, school: orgId, branch: orgId, year, version: count, to: z.enum(['confirmed', 'to-do']), into: orgId.optional(), className: shortText(40).optional(), reason: words.optional() }), answer: transfer,
  }),
  exportTransfers: endpoint({
    method: 'GET', path: '/v1/exports/transfers', summary: 'A year’s graduates with destination and state, as a spreadsheet', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ org: orgId, year: z.coerce.number().int().min(2020).max(2100), format: z.enum(['xlsx', 'csv']).default('xlsx') }), answer: z.object({ fileName: z.string(), contentType: z.string(), content: z.base64(), rows: count }),
  }),
}
