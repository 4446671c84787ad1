import { guardianWays } from '@shared/model/consent'
import * as z from 'zod'
import { clientId, instant, orgId, personId, role } from './common'
import { endpoint } from './endpoint'
import { session } from './session'

/** Binding of people to their WeChat identity. */
export const accountEndpoints = {
  listDemoAccounts: endpoint({
    method: 'GET', path: '/v1/demo-accounts', summary: 'People to sign in as, on the local stage only', access: { who: 'anyone' },
    answer: z.array(z.object({ code: z.string(), name: z.string(), role: role.shape.name, scope: orgId, scopeName: z.string(), about: z.string() })),
  }),
  bindIdentity: endpoint({
    method: 'POST', path: '/v1/binding', summary: 'Bind the WeChat identity to a person of the roster by the one-time code, beside those it is bound to; or let it in by a bound person’s code', access: { who: 'identity' },
    // `consent`: the version of the notice that was shown and agreed to.
    body: z.object({ code: z.string().trim().min(1).max(64), consent: z.object({ version: z.string().max(40) }).optional() }), answer: session, status: 201,
  }),
  issueBindingCode: endpoint({
    method: 'POST', path: '/v1/people/{personId}/binding-code', summary: 'A new one-time code for a person of the roster; earlier ones end',
    access: { who: 'roles', roles: ['branch-secretary', 'committee', 'county-committee'], scope: 'person' },
    params: z.object({ personId }), body: z.object({ id: clientId }), answer: z.object({ code: z.string(), expiresAt: z.string() }), status: 201,
  }),
  attestGuardianConsent: endpoint({
    method: 'POST', path: '/v1/people/{personId}/guardian-consent', summary: 'Attest that a guardian agreed to the present notice, on paper or from another identity; under 14 nobody is bound without',
    access: { who: 'roles', roles: ['branch-secretary', 'committee', 'county-committee'], scope: 'person' },
    params: z.object({ personId }), body: z.object({ id: clientId, version: z.string().max(40), how: z.enum(guardianWays) }),
    answer: z.object({ version: z.string(), how: z.enum(guardianWays), at: instant }), status: 201,
  }),
  unbindPerson: endpoint({
    method: 'DELETE', path: '/v1/people/{personId}/binding', summary: 'Unbind a person from their WeChat identity; their sessions end at once',
    access: { who: 'roles', roles: ['branch-secretary', 'committee', 'county-committee'], scope: 'person' },
    params: z.object({ personId }), answer: z.object({ unbound: z.boolean() }),
  }),
}
