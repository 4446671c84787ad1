import { createPrivateKey, createPublicKey, createHash, sign } from 'node:crypto'
import type { Signer } from '../use-cases/context'

/** The name of a key: the first 16 digits of SHA-256 of its public part. */
export const keyIdOf = (publicKey: string): string => createHash('sha256').update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' })).digest('hex').slice(0, 16)

/** Signs with a private key at hand (PEM, EC P-256): for the local stage and tests. @throws where it is no such key */
export const keySigner = (pem: string): Signer => {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') throw new Error('The audit key is not an EC key on P-256')
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString()
  const keyId = keyIdOf(publicKey)
  return { sign: async (message) => ({ keyId, signature: sign('sha256', Buffer.from(message), key).toString('base64') }), publicKey: async () => publicKey }
}
