import * as z from 'zod'
import { clientId, orgId, person, personId, role } from './common'
import { endpoint } from './endpoint'

const session = z.object({
  token: z.string(),
  /** Epoch seconds. A client renews when less than a third is left. */
  expiresAt: z.number().int(),
  /** null: the WeChat identity is not bound to a person of a roster yet; the token then only allows binding. */
  person: person.extend({ roles: z.array(role) }).nullable(),
})

export const sessionEndpoints = {
  listDemoAccounts: endpoint({
    method: 'GET', path: '/v1/demo-accounts', summary: 'People to sign in as, on the local stage only', access: { who: 'anyone' },
    answer: z.array(z.object({ code: z.string(), name: z.string(), role: role.shape.name, scope: orgId, scopeName: z.string(), about: z.string() })),
  }),
  signIn: endpoint({
    method: 'POST', path: '/v1/session', summary: 'Sign in with a WeChat code, or on the local stage as a demo person', access: { who: 'anyone' },
    body: z.object({ provider: z.enum(['wechat', 'demo']), code: z.string().min(1).max(256) }), answer: session, status: 201,
  }),
  renewSession: endpoint({
    method: 'POST', path: '/v1/session/renew', summary: 'A new token for a session that has not ended', access: { who: 'signed-in' }, answer: session, status: 201,
  }),
  bindIdentity: endpoint({
    method: 'POST', path: '/v1/binding', summary: 'Bind the WeChat identity to a person of the roster by the one-time code', access: { who: 'identity' },
    body: z.object({ code: z.string().trim().min(1).max(64) }), answer: session, status: 201,
  }),
  issueBindingCode: endpoint({
    method: 'POST', path: '/v1/people/{personId}/binding-code', summary: 'A new one-time code for a person of the roster; earlier ones end',
    access: { who: 'roles', roles: ['branch-secretary', 'committee', 'county-committee'], scope: 'person' },
    params: z.object({ personId }), body: z.object({ id: clientId }), answer: z.object({ code: z.string(), expiresAt: z.string() }), status: 201,
  }),
  unbindPerson: endpoint({
    method: 'DELETE', path: '/v1/people/{personId}/binding', summary: 'Unbind a person from their WeChat identity; their sessions end at once',
    access: { who: 'roles', roles: ['branch-secretary', 'committee', 'county-committee'], scope: 'person' },
    params: z.object({ personId }), answer: z.object({ unbound: z.boolean() }),
  }),
  removeRole: endpoint({
    method: 'DELETE', path: '/v1/people/{personId}/roles/{role}/{scope}', summary: 'Take a role away; the person’s sessions end at once',
    access: { who: 'roles', roles: ['county-committee'], scope: 'org' },
    params: z.object({ personId, role: role.shape.name, scope: orgId }), answer: z.object({ roles: z.array(role) }),
  }),
}
