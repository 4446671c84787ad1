import { fromBase64url, toBase64url } from './base64url'

/** What a scan says, all of it that its id stands for. `what`: the scanned text, or whom the manager named. */
export interface ScanContent {
  eventId: string
  direction: 'entry' | 'exit'
  /** The device's clock, epoch milliseconds. */
  deviceMs: number
  code?: string | undefined
  personId?: string | undefined
  /** Of somebody who is to be found in the roster later. */
  name?: string | undefined
  /** The time that the manager or the member says, where it is not the device's; epoch milliseconds. */
  statedMs?: number | undefined
  /** Of a card: that the manager knew its owner by the face. */
  faceConfirmed?: true | undefined
}

/** SHA-256. Given by the caller: Node has it built in, WeChat needs a library. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const nonceBytes = 15
const hashBytes = 12

const hashOf = (nonce: Uint8Array, { eventId, direction, deviceMs, code, personId, name, statedMs, faceConfirmed }: ScanContent, sha256: Sha256): Uint8Array => {
  // ASCII, whatever was scanned: WeChat has no TextEncoder. JSON keeps the parts apart, and absent from empty.
  const text = encodeURIComponent(JSON.stringify(['qingcheng scan 1', eventId, direction, deviceMs, code ?? null, personId ?? null, name ?? null, statedMs ?? null, ...(faceConfirmed ? [true] : [])]))
  const bytes = new Uint8Array(nonce.length + text.length)
  bytes.set(nonce)
  for (let i = 0; i < text.length; i++) bytes[nonce.length + i] = text.charCodeAt(i)
  return sha256(bytes).slice(0, hashBytes)
}

/**
 * The id of a scan, made once, when it is scanned: 15 random bytes, and 12 of a hash over them and what the scan says. An id with other content is seen for what
 * it is by anyone, whatever is stored and wherever (spec/check-in.md, 3), and a check-in stays a single write.
 */
export const scanIdOf = (nonce: Uint8Array, content: ScanContent, sha256: Sha256): string => {
  if (nonce.length !== nonceBytes) throw new RangeError('The random part of a scan id is 15 bytes')
  const bytes = new Uint8Array(nonceBytes + hashBytes)
  bytes.set(nonce)
  bytes.set(hashOf(nonce, content, sha256), nonceBytes)
  return toBase64url(bytes)
}

/** Whether an id was made for this content. */
export const fitsScanId = (scanId: string, content: ScanContent, sha256: Sha256): boolean => {
  const bytes = fromBase64url(scanId)
  if (bytes?.length !== nonceBytes + hashBytes) return false
  return scanIdOf(bytes.slice(0, nonceBytes), content, sha256) === scanId
}
