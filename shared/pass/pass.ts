import { fromBase64url, toBase64url } from './base64url'

/** A pass changes every 30 s (spec/check-in.md, 2). */
export const stepMs = 30_000
const version = 1
const handleBytes = 16
const signatureBytes = 64
const length = 1 + 4 + handleBytes + 4 + signatureBytes

/** What a pass says. `eventTag` only tells a pass of another event apart; it is the signature that binds the pass to its event. */
export interface Pass {
  eventTag: number
  /** The member's handle at this event, base64url of 16 bytes: it names nobody. */
  handle: string
  /** Epoch time in steps of 30 s. */
  step: number
  signature: Uint8Array
}

export const stepAt = (ms: number): number => Math.floor(ms / stepMs)

/** FNV-1a, 32 bits, of a text of characters below 256. */
export const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export const eventTagOf = (eventId: string): number => fnv1a(eventId)

/** The bytes that the phone signs. Event ids and handles are ASCII and hold no line break, so no two triples have the same bytes. */
export const passMessage = (eventId: string, handle: string, step: number): Uint8Array =>
  Uint8Array.from(`qingcheng pass ${version}\n${eventId}\n${handle}\n${step}`, (character) => character.charCodeAt(0))

/** The text in the code: 119 characters. Throws a RangeError for a handle that is not 16 bytes in base64url. */
export const writePass = ({ eventTag, handle, step, signature }: Pass): string => {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  const handleRaw = fromBase64url(handle)
  if (handleRaw?.length !== handleBytes) throw new RangeError('A handle is 16 bytes in base64url')
  bytes[0] = version
  view.setUint32(1, eventTag)
  bytes.set(handleRaw, 5)
  view.setUint32(5 + handleBytes, step)
  bytes.set(signature, 9 + handleBytes)
  return toBase64url(bytes)
}

/** What a scanned text says; undefined where it is no pass of this version. Nothing of it is verified yet. */
export const readPass = (text: string): Pass | undefined => {
  const bytes = fromBase64url(text)
  if (bytes?.length !== length || bytes[0] !== version) return undefined
  const view = new DataView(bytes.buffer)
  return { eventTag: view.getUint32(1), handle: toBase64url(bytes.slice(5, 5 + handleBytes)), step: view.getUint32(5 + handleBytes), signature: bytes.slice(9 + handleBytes) }
}
