import { fromBase64url, toBase64url } from './base64url'
import { fnv1a } from './pass'

/** A byte of its own: a member’s pass begins with 1, a venue’s code with 2. */
const version = 3
export const cardBytes = 16
const checksumBytes = 4
const length = 1 + cardBytes + checksumBytes

/** Tells a card that was torn, misread or typed wrong; whose it is, and whether it is good, only the server knows. */
const checksumOf = (bytes: Uint8Array): number => fnv1a(String.fromCharCode(...bytes))

/** The text in a printed card's code: 28 characters, random but for the first and the checksum. Throws a RangeError where `secret` is not 16 bytes. */
export const writeCard = (secret: Uint8Array): string => {
  if (secret.length !== cardBytes) throw new RangeError('A card is 16 bytes')
  const bytes = new Uint8Array(length)
  bytes[0] = version
  bytes.set(secret, 1)
  new DataView(bytes.buffer).setUint32(1 + cardBytes, checksumOf(bytes.slice(0, 1 + cardBytes)))
  return toBase64url(bytes)
}

/** The 16 bytes of a card; undefined where a scanned text is none, or not all of one. */
export const readCard = (text: string): Uint8Array | undefined => {
  const bytes = fromBase64url(text)
  if (bytes?.length !== length || bytes[0] !== version) return undefined
  const isWhole = new DataView(bytes.buffer).getUint32(1 + cardBytes) === checksumOf(bytes.slice(0, 1 + cardBytes))
  return isWhole ? bytes.slice(1, 1 + cardBytes) : undefined
}
