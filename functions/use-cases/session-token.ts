import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from './context'

/** What a session token says: a bound person with the epoch of their account, or a WeChat identity that may only bind. */
export type Claims = { personId: string; epoch: number } | { identity: string }

/** The one header that is made or taken: a token that names another algorithm, or none, is not ours. */
const header = Buffer.from('{"alg":"HS256"}').toString('base64url')
const signatureOf = (context: Context, signed: string): Buffer => createHmac('sha256', context.config.sessionSecret).update(signed).digest()

/** A JSON Web Token. `expiresAt` in epoch seconds. */
export const issueToken = (context: Context, claims: Claims): { token: string; expiresAt: number } => {
  const iat = Math.floor(context.now() / 1000)
  const exp = iat + context.config.sessionMinutes * 60
  const signed = `${header}.${Buffer.from(JSON.stringify({ ...claims, iat, exp })).toString('base64url')}`
  return { token: `${signed}.${signatureOf(context, signed).toString('base64url')}`, expiresAt: exp }
}

/** The claims of a token that is ours and has not expired; undefined otherwise. */
export const readToken = (context: Context, token: string): Claims | undefined => {
  const [head, payload = '', signature = ''] = token.split('.')
  const [given, ours] = [Buffer.from(signature, 'base64url'), signatureOf(context, `${head}.${payload}`)]
  if (head !== header || given.length !== ours.length || !timingSafeEqual(given, ours)) return undefined
  const { exp, ...claims } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number; personId?: unknown; epoch?: unknown; identity?: unknown }
  if (!(exp * 1000 > context.now())) return undefined
  if (typeof claims.personId === 'string' && typeof claims.epoch === 'number') return { personId: claims.personId, epoch: claims.epoch }
  return typeof claims.identity === 'string' ? { identity: claims.identity } : undefined
}
