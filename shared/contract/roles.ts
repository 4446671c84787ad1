import * as z from 'zod'
import { grantDecisions, grantors, roleStepKinds, staffRoles } from '../model/role-trail'
import { clientId, instant, orgId, pageOf, paging, personId, role, shortText } from './common'
import { endpoint } from './endpoint'

/** `<countyId>~<the proposal's number in the county's trail>` */
const grantId = z.string().max(40).regex(/^[a-z0-9-]+~[1-9]\d{0,5}$/)
const staffRole = z.enum(staffRoles)
const held = { personId, role: staffRole, scope: orgId }
const named = { ...held, name: z.string(), scopeName: z.string() }
const why = shortText(200)

/** Of a handover: whose role ends with the approval, and what is to be known. */
const handedOver = { replaces: z.object({ personId, name: z.string() }).optional(), note: z.string().optional() }
/** `expiresAt`: after it nobody can decide it. `lapsed`: its proposer has no authority over it any more. */
export const grant = z.object({ grantId, ...named, newPerson: z.boolean(), why: z.string(), byName: z.string(), at: instant, expiresAt: instant, lapsed: z.boolean(), mine: z.boolean(), mayDecide: z.boolean(), ...handedOver })
/** `byName` is absent where the operator did it. */
const step = z.object({ n: z.number().int(), kind: z.enum(roleStepKinds), at: instant, byName: z.string().optional(), ...named, why: z.string().optional(), proposal: z.number().int().optional(), ...handedOver })
const bindingCode = z.object({ code: z.string(), expiresAt: z.string() })
const access = { who: 'roles', roles: grantors, scope: 'org' } as const

/** Staff roles: given by two, taken away by the county, and the trail of it all. */
export const roleEndpoints = {
  listRoleGrants: endpoint({
    method: 'GET', path: '/v1/role-grants', summary: 'The trail of roles at and below an organisation, newest first; with the first page what waits for a second approver', access,
    query: z.object({ org: orgId, ...paging }),
    // `countySecretaries`: while they are fewer than two, the operator's command is the second approver.
    answer: pageOf(step).extend({ open: z.array(grant), countySecretaries: z.number().int() }),
  }),
  listRoleHolders: endpoint({
    method: 'GET', path: '/v1/role-holders', summary: 'Who holds which staff role at and below an organisation', access, query: z.object({ org: orgId, ...paging }),
    // `branch`: binding codes come from the branch. `mayCode`, `mayUnbind`, `mayRemove`: what the caller can do.
    answer: pageOf(z.object({ ...named, since: instant.optional(), bound: z.boolean(), branch: z.boolean(), own: z.boolean(), mayCode: z.boolean(), mayUnbind: z.boolean(), mayRemove: z.boolean() })),
  }),
  proposeRole: endpoint({
    method: 'POST', path: '/v1/role-grants', summary: 'Propose a staff role for a person of the county, or for someone new by name; it takes effect when another person approves it within 14 days', access,
    body: z.object({ id: clientId, personId: personId.optional(), newPerson: z.object({ name: shortText(40) }).optional(), role: staffRole, scope: orgId, why, handover: z.object({ from: personId, note: shortText(500).optional() }).optional() }),
    answer: grant, status: 201,
  }),
  decideRoleGrant: endpoint({
    method: 'POST', path: '/v1/role-grants/{grantId}/decisions', summary: 'Approve or refuse a proposal of somebody else, for somebody else; or withdraw one’s own. A person without a branch gets a binding code with the approval, from a superior',
    // Which role over what is asked of the proposal itself (shared/rules/may-grant.ts).
    access: { who: 'roles', roles: grantors, scope: 'self' },
    params: z.object({ grantId }), body: z.object({ id: clientId, to: z.enum(grantDecisions), why: why.optional() }), answer: z.object({ step, bindingCode: bindingCode.optional() }), status: 201,
  }),
  removeRole: endpoint({
    method: 'DELETE', path: '/v1/people/{personId}/roles/{role}/{scope}', summary: 'Take a staff role away; the person’s sessions end at once', access: { who: 'roles', roles: ['county-committee'], scope: 'org' },
    params: z.object(held), query: z.object({ why }), answer: z.object({ roles: z.array(role) }),
  }),
  issueStaffCode: endpoint({
    method: 'POST', path: '/v1/people/{personId}/roles/{role}/{scope}/binding-code', summary: 'A new one-time code for a holder of the role who has no branch, from a superior; earlier ones end', access,
    params: z.object(held), body: z.object({ id: clientId }), answer: bindingCode, status: 201,
  }),
  unbindStaff: endpoint({
    method: 'DELETE', path: '/v1/people/{personId}/roles/{role}/{scope}/binding', summary: 'Unbind a holder of the role who has no branch, by a superior; their sessions end at once. A county secretary is unbound by the operator', access,
    params: z.object(held), answer: z.object({ unbound: z.boolean() }),
  }),
}
