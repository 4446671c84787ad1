import * as z from 'zod'
import { moveDecisions, stayKinds } from '../model/turn'
import { clientId, instant, localDate, orgId, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

const className = shortText(40)
const place = z.object({ branch: orgId, branchName: z.string(), className: z.string().optional() })
/** `asks`: whose answer it waits for, the branch that is left or the one that is joined. */
const move = z.object({
  moveId: z.string(), personId, name: z.string(), from: place, to: place, why: z.string(), byName: z.string(), at: instant, asks: z.enum(['old', 'new']).optional(), state: z.enum(['proposed', 'done', ...moveDecisions]),
  decidedByName: z.string().optional(), decidedAt: instant.optional(), words: z.string().optional(), mayDecide: z.boolean(), mayWithdraw: z.boolean(),
})
export const stay = z.object({ kind: z.enum(stayKinds), at: instant, byName: z.string(), from: place, to: place.optional(), why: z.string().optional(), scanners: z.number().int().optional() })

/** Changes of class, branch or school. */
export const moveEndpoints = {
  moveMember: endpoint({
    method: 'POST', path: '/v1/people/{personId}/moves', summary: 'Move a member to another class or branch of the school, at once; or propose it to a branch of another school', access: { who: 'roles', roles: reviewers, scope: 'person' },
    // `from`: where the caller saw the member; somebody else may have moved them since.
    params: z.object({ personId }), body: z.object({ id: clientId, from: z.object({ branch: orgId, className: z.string().max(40).optional() }), to: orgId, className: className.optional(), why: shortText(200) }), answer: move, status: 201,
  }),
  claimMember: endpoint({
    method: 'POST', path: '/v1/moves', summary: 'Ask the branch of another school for a member who came from there, by name, birth date and branch; that branch answers', access: { who: 'roles', roles: reviewers, scope: 'org' },
    body: z.object({ id: clientId, org: orgId, className: className.optional(), name: shortText(40), birthDate: localDate, from: orgId, why: shortText(200) }), answer: move, status: 201,
  }),
  listMoves: endpoint({
    method: 'GET', path: '/v1/moves', summary: 'Changes of branch that wait for an answer, from or to an organisation', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ org: orgId }), answer: z.object({ items: z.array(move) }),
  }),
  listPlaces: endpoint({
    method: 'GET', path: '/v1/places', summary: 'Schools, townships and branches of the county with their classes: where somebody can be moved or sent to', access: { who: 'roles', roles: reviewers, scope: 'org' },
    query: z.object({ org: orgId }), answer: z.array(z.object({ id: orgId, name: z.string(), kind: z.enum(['school', 'township', 'branch']), classes: z.array(z.string()).optional() })),
  }),
  decideMove: endpoint({
    method: 'POST', path: '/v1/people/{personId}/moves/{moveId}/decision', summary: 'Accept or refuse a change of branch as the other side, or withdraw one’s own',
    // Which side a caller is of is asked of the move itself.
    access: { who: 'roles', roles: reviewers, scope: 'self' },
    params: z.object({ personId, moveId: clientId }), body: z.object({ to: z.enum(moveDecisions), className: className.optional(), words: shortText(200).optional() }), answer: move,
  }),
  listStays: endpoint({
    method: 'GET', path: '/v1/people/{personId}/stays', summary: 'A person’s way through branches and classes, newest first', access: { who: 'roles', roles: reviewers, scope: 'person', own: true }, reads: 'membership',
    params: z.object({ personId }), answer: z.object({ now: place.optional(), graduated: z.number().int().optional(), items: z.array(stay) }),
  }),
}
