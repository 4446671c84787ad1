import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import type { Signer } from '../use-cases/context'
import { keyIdOf } from './key-signer'

/** Signs with a KMS key (ECC_NIST_P256, SIGN_VERIFY) that never leaves KMS. `keyArn` as the deployment made it. */
export const kmsSigner = (keyArn: string, client = new KMSClient({})): Signer => {
  const read = async (): Promise<string> => {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyArn }))
    if (!PublicKey) throw new Error('KMS has no public key')
    return `-----BEGIN PUBLIC KEY-----\n${(Buffer.from(PublicKey).toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END PUBLIC KEY-----\n`
  }
  let publicKey: Promise<string> | undefined
  const known = () => {
    publicKey ??= read()
    publicKey.catch(() => { publicKey = undefined })
    return publicKey
  }
  return {
    sign: async (message) => {
      const { Signature } = await client.send(new SignCommand({ KeyId: keyArn, Message: Buffer.from(message), MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }))
      if (!Signature) throw new Error('KMS did not sign')
      return { keyId: keyIdOf(await known()), signature: Buffer.from(Signature).toString('base64') }
    },
    publicKey: known,
  }
}
