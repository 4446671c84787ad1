import * as z from 'zod'
import { clientId, instant, orgId, person, personId } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'
import { session } from './session'

const code = z.object({ code: z.string(), expiresAt: instant })

/** One WeChat user with several people, several devices, or in a browser; and codes for a whole class. */
export const identityEndpoints = {
  startWebSignIn: endpoint({
    method: 'GET', path: '/v1/session/web', summary: 'Where a browser signs in with WeChat; it keeps `browser` to itself and sends it with the code that WeChat gives back, within ten minutes', access: { who: 'anyone' },
    answer: z.object({ url: z.string(), browser: z.string() }),
  }),
  listPeople: endpoint({
    method: 'GET', path: '/v1/session/people', summary: 'Everyone who is bound to the caller’s WeChat identity, and how many other identities were let in', access: { who: 'signed-in' },
    answer: z.object({ people: z.array(person.pick({ personId: true, name: true, branchName: true })), bound: z.boolean(), joined: z.number().int() }),
  }),
  switchPerson: endpoint({
    method: 'POST', path: '/v1/session/switch', summary: 'A session of another person of the same WeChat identity', access: { who: 'signed-in' },
    body: z.object({ personId }), answer: session, status: 201,
  }),
  issueJoinCode: endpoint({
    method: 'POST', path: '/v1/session/join-code', summary: 'A code that lets another WeChat identity of the same user in (a computer, the web), once and within 15 minutes', access: { who: 'signed-in' },
    body: z.object({ id: clientId }), answer: code, status: 201,
  }),
  issueBindingCodes: endpoint({
    method: 'POST', path: '/v1/binding-codes', summary: 'Slips for a branch or a class: a new one-time code for each member who is not bound, a hundred members of the roster a call; earlier codes end',
    access: { who: 'roles', roles: reviewers, scope: 'org' },
    body: z.object({ id: clientId, org: orgId, className: z.string().max(40).optional(), after: personId.optional() }),
    answer: z.object({
      slips: z.array(z.object({ personId, name: z.string(), className: z.string().optional(), code: z.string(), guardianNeeded: z.boolean().optional() })),
      /** How many of them are bound, and the names of those whose staff role makes their code somebody else's to give. */
      bound: z.number().int(), elsewhere: z.array(z.string()), expiresAt: instant,
      /** The next call goes on after this person. */
      next: personId.optional(),
    }),
    status: 201,
  }),
}
