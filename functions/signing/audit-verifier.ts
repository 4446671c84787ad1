import { createPublicKey, verify } from 'node:crypto'
import type { AuditVerifier } from '../core/verify-audit'
import { keyIdOf } from './key-signer'

/** Checks what a signer signed, with its public key alone (PEM). @throws where it is no EC key on P-256, or a private one */
export const auditVerifier = (pem: string): AuditVerifier => {
  if (/PRIVATE KEY/.test(pem)) throw new Error('This is a private key; what verifies takes the public one')
  const key = createPublicKey(pem)
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('The key is not an EC key on P-256')
  return {
    keyId: keyIdOf(pem),
    verify: (message, signature) => {
      try {
        return verify('sha256', Buffer.from(message), key, signature)
      } catch {
        return false
      }
    },
  }
}
