import { ed25519 } from '@noble/curves/ed25519.js'
import { fromBase64url } from './base64url'
import type { VerifySignature } from './verify-pass'

/** For phones: a scanner that judges passes while it is offline. The API uses Node's own. */
export const verifySignature: VerifySignature = (signature, message, publicKey) => {
  const key = fromBase64url(publicKey)
  try {
    return key !== undefined && ed25519.verify(signature, message, key)
  } catch {
    // A key that is no point of the curve.
    return false
  }
}
