import * as z from 'zod'
import { person, role } from './common'
import { endpoint } from './endpoint'

export const session = z.object({
  token: z.string(),
  /** Epoch seconds. A client renews when less than a third is left. */
  expiresAt: z.number().int(),
  /** null: the WeChat identity is not bound to a person of a roster yet; the token then only allows binding. */
  person: person.extend({ roles: z.array(role) }).nullable(),
})

/** Sign-in and its renewal (see check-in.ts). */
export const sessionEndpoints = {
  signIn: endpoint({
    method: 'POST', path: '/v1/session', summary: 'Sign in with a WeChat code, of the mini-program or (with `state` and `browser`) of the web; or on the local stage as a demo person', access: { who: 'anyone' },
    body: z.object({ provider: z.enum(['wechat', 'wechat-web', 'demo']), code: z.string().min(1).max(256), state: z.string().max(128).optional(), browser: z.string().max(128).optional() }), answer: session, status: 201,
  }),
  renewSession: endpoint({
    method: 'POST', path: '/v1/session/renew', summary: 'A new token for a session that has not ended', access: { who: 'signed-in' }, answer: session, status: 201,
  }),
}
