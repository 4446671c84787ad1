import { eventTagOf, type Pass, passMessage, stepAt } from './pass'

/** Verifies an Ed25519 signature; the key is base64url of 32 bytes. Given by the caller: Node has it built in, WeChat needs a library. */
export type VerifySignature = (signature: Uint8Array, message: Uint8Array, publicKey: string) => boolean

export type PassFault = 'pass-invalid' | 'pass-expired' | 'pass-of-another-event'

/** Why a pass does not admit to this event at `ms` (epoch milliseconds, corrected); undefined where it does. The step before and after count (spec/check-in.md, 2). */
export const verifyPass = (pass: Pass, { eventId, ms, publicKey, verify }: { eventId: string; ms: number; publicKey: string | undefined; verify: VerifySignature }): PassFault | undefined => {
  if (pass.eventTag !== eventTagOf(eventId)) return 'pass-of-another-event'
  if (publicKey === undefined || !verify(pass.signature, passMessage(eventId, pass.handle, pass.step), publicKey)) return 'pass-invalid'
  return Math.abs(pass.step - stepAt(ms)) <= 1 ? undefined : 'pass-expired'
}
