import { ed25519 } from './ed25519'
import { toBase64url } from './base64url'
import { eventTagOf, passMessage, stepAt, writePass } from './pass'

/** The public key of a phone's secret key (32 random bytes), as sign-up registers it: base64url, 43 characters. */
export const publicKeyOf = (secretKey: Uint8Array): string => toBase64url(ed25519.getPublicKey(secretKey))

/** The member's pass at `ms` (epoch milliseconds, corrected by the server's clock), signed by the phone's secret key. */
export const makePass = ({ eventId, handle, secretKey, ms }: { eventId: string; handle: string; secretKey: Uint8Array; ms: number }): string => {
  const step = stepAt(ms)
  return writePass({ eventTag: eventTagOf(eventId), handle, step, signature: ed25519.sign(passMessage(eventId, handle, step), secretKey) })
}
