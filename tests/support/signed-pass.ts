import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { publicKeyOf } from '@shared/pass/make-pass'
import { eventTagOf, passMessage, stepAt, writePass } from '@shared/pass/pass'

export interface Phone {
  publicKey: string
  /** The pass that the phone shows at `ms`, epoch milliseconds. */
  passAt(eventId: string, handle: string, ms: number): string
}

/** A phone by any name. It signs with Node's own Ed25519, for tests of thousands of passes: the phone's library takes a millisecond each and leaves garbage behind. */
export const phoneOf = (name: string): Phone => {
  const secretKey = Uint8Array.from({ length: 32 }, (_, i) => (name.charCodeAt(i % name.length) + 7 * i) & 255)
  const publicKey = publicKeyOf(secretKey)
  const key: KeyObject = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d: Buffer.from(secretKey).toString('base64url'), x: publicKey }, format: 'jwk' })
  const made = new Map<string, string>()
  return {
    publicKey,
    passAt: (eventId, handle, ms) => {
      const step = stepAt(ms)
      const name = `${eventId} ${handle} ${step}`
      const pass = made.get(name) ?? writePass({ eventTag: eventTagOf(eventId), handle, step, signature: sign(null, passMessage(eventId, handle, step), key) })
      made.set(name, pass)
      return pass
    },
  }
}
