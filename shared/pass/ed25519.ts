import { getPublicKey, hashes, sign, verify } from '@noble/ed25519'
import { sha512 } from '@noble/hashes/sha2.js'

// By itself it knows only WebCrypto's SHA-512, which WeChat has not.
hashes.sha512 = sha512

/** Ed25519 where there is no WebCrypto: sign(message, secretKey), verify(signature, message, publicKey), all as bytes. A key or signature of another length throws. */
export const ed25519 = { getPublicKey, sign, verify }
