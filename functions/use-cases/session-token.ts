import { type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { Context } from './context'

/** What a session token says: a bound person with the epoch of their account, or a WeChat identity that may only bind, with its user's union id where WeChat gave one. */
export type Claims = { personId: string; epoch: number } | { identity: string; unionId?: string }

/** The key of a secret, imported once: an import a call costs as much as the check itself. */
const imported = new WeakMap<Uint8Array, Promise<CryptoKey>>()
const keyOf = (secret: Uint8Array): Promise<CryptoKey> => {
  const known = imported.get(secret) ?? crypto.subtle.importKey('raw', new Uint8Array(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
  imported.set(secret, known)
  return known
}

export const issueToken = async (context: Context, claims: Claims): Promise<{ token: string; expiresAt: number }> => {
  const issuedAt = Math.floor(context.now() / 1000)
  const expiresAt = issuedAt + context.config.sessionMinutes * 60
  const token = await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt(issuedAt).setExpirationTime(expiresAt).sign(await keyOf(context.config.sessionSecret))
  return { token, expiresAt }
}

/** Tokens of a secret that were found good, and until when they are, epoch milliseconds: a scanner sends the same one with every upload, and a check is a thread's work. */
const found = new WeakMap<Uint8Array, Map<string, { claims: Claims; until: number }>>()
const keptAtMost = 1000

const claimsOf = (payload: JWTPayload): Claims | undefined => {
  if (typeof payload.personId === 'string' && typeof payload.epoch === 'number') return { personId: payload.personId, epoch: payload.epoch }
  return typeof payload.identity === 'string' ? { identity: payload.identity, ...(typeof payload.unionId === 'string' && { unionId: payload.unionId }) } : undefined
}

/** The claims of a token that is ours and has not expired; undefined otherwise. */
export const readToken = async (context: Context, token: string): Promise<Claims | undefined> => {
  const { sessionSecret } = context.config
  const good = found.get(sessionSecret) ?? new Map()
  const known = good.get(token)
  if (known && context.now() < known.until) return known.claims
  try {
    const { payload } = await jwtVerify(token, await keyOf(sessionSecret), { algorithms: ['HS256'], currentDate: new Date(context.now()) })
    const claims = claimsOf(payload)
    if (claims && payload.exp !== undefined) {
      if (good.size >= keptAtMost) good.clear()
      found.set(sessionSecret, good.set(token, { claims, until: payload.exp * 1000 }))
    }
    return claims
  } catch {
    return undefined
  }
}
