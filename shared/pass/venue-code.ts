import { fromBase64url, toBase64url } from './base64url'
import { stepAt } from './pass'
import type { VerifySignature } from './verify-pass'

/** A byte of its own: a member’s pass begins with 1. */
const version = 2
const keyIdBytes = 16
const signatureBytes = 64
const length = 1 + keyIdBytes + 4 + signatureBytes

/** What the venue's code says (spec/check-in.md, 1). The event is not in it: the key is one event's, and the signature binds both. */
export interface VenueCode {
  /** The key of the screen that shows it, base64url of 16 bytes: it names nobody and nothing. */
  keyId: string
  /** Epoch time in steps of 30 s. */
  step: number
  signature: Uint8Array
}

/** The bytes that the screen signs. Event ids and key ids are ASCII and hold no line break, so no two triples have the same bytes, nor those of a pass. */
export const venueMessage = (eventId: string, keyId: string, step: number): Uint8Array =>
  Uint8Array.from(`qingcheng venue ${version}\n${eventId}\n${keyId}\n${step}`, (character) => character.charCodeAt(0))

/** Whether a text is a key's id: 16 bytes in base64url. */
export const isVenueKeyId = (text: string): boolean => fromBase64url(text)?.length === keyIdBytes

/** The text in the code: 114 characters. Throws a RangeError for a key id that is not 16 bytes in base64url. */
export const writeVenueCode = ({ keyId, step, signature }: VenueCode): string => {
  const keyIdRaw = fromBase64url(keyId)
  if (keyIdRaw?.length !== keyIdBytes) throw new RangeError('A key id is 16 bytes in base64url')
  const bytes = new Uint8Array(length)
  bytes[0] = version
  bytes.set(keyIdRaw, 1)
  new DataView(bytes.buffer).setUint32(1 + keyIdBytes, step)
  bytes.set(signature, 5 + keyIdBytes)
  return toBase64url(bytes)
}

/** What a scanned text says; undefined where it is no venue's code of this version. Nothing of it is verified yet. */
export const readVenueCode = (text: string): VenueCode | undefined => {
  const bytes = fromBase64url(text)
  if (bytes?.length !== length || bytes[0] !== version) return undefined
  return { keyId: toBase64url(bytes.slice(1, 1 + keyIdBytes)), step: new DataView(bytes.buffer).getUint32(1 + keyIdBytes), signature: bytes.slice(5 + keyIdBytes) }
}

/** Why the code was not on the event's screen at `ms` (epoch milliseconds, corrected); undefined where it was. The step before and after count, as of a pass. */
export const verifyVenueCode = (code: VenueCode, { eventId, ms, publicKey, verify }: { eventId: string; ms: number; publicKey: string; verify: VerifySignature }): 'pass-invalid' | 'pass-expired' | undefined => {
  if (!verify(code.signature, venueMessage(eventId, code.keyId, code.step), publicKey)) return 'pass-invalid'
  return Math.abs(code.step - stepAt(ms)) <= 1 ? undefined : 'pass-expired'
}
