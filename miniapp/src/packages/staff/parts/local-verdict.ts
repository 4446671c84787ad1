import type { PassKey } from '@shared/contract/scanners'
import { fromBase64url } from '@shared/pass/base64url'
import { readCard } from '@shared/pass/card'
import { ed25519 } from '@shared/pass/ed25519'
import { eventTagOf, readPass } from '@shared/pass/pass'
import { type VerifySignature, verifyPass } from '@shared/pass/verify-pass'
import type { Said } from './scan-queue'

const verify: VerifySignature = (signature, message, publicKey) => {
  try {
    const key = fromBase64url(publicKey)
    return key !== undefined && ed25519.verify(signature, message, key, { zip215: false })
  } catch {
    return false
  }
}

export interface Seen {
  eventId: string
  /** Epoch milliseconds by the server's clock, as well as this phone knows it; `vouched`: whether it ever heard from the server. */
  ms: number
  vouched: boolean
  /** By handle; undefined where this phone holds no list. */
  people: ReadonlyMap<string, PassKey> | undefined
  /** Whether this scan changes nothing that this phone knows: scanned in already, and not out since. */
  already: (personId: string) => boolean
}

/**
 * What a phone with no network says of a scanned code (spec/check-in.md, 2). Only what nobody can make good later is `bad`: whom the list does not have, or has as waiting, may have signed up
 * since, and is for the server to say.
 */
export const sayOf = (code: string, { eventId, ms, vouched, people, already }: Seen): Said => {
  // Whose it is only the server knows.
  if (readCard(code)) return { kind: 'card' }
  const pass = readPass(code)
  if (!pass) return { kind: 'bad', code: 'not-a-pass' }
  if (pass.eventTag !== eventTagOf(eventId)) return { kind: 'bad', code: 'pass-of-another-event' }
  const held = people?.get(pass.handle)
  if (!held) return { kind: 'unknown' }
  const { personId, name, state, publicKeys } = held
  const faults = publicKeys.map((publicKey) => verifyPass(pass, { eventId, ms, publicKey, verify }))
  const whose = { personId, name }
  if (!faults.includes(undefined)) {
    if (!faults.includes('pass-expired')) return { kind: 'bad', code: 'pass-invalid' }
    return vouched ? { kind: 'bad', code: 'pass-expired', ...whose } : { kind: 'unsure', code: 'clock-skew', ...whose }
  }
  if (state === 'waiting') return { kind: 'unsure', code: 'on-waitlist', ...whose }
  if (state === 'cancelled') return { kind: 'unsure', code: 'not-signed-up', ...whose }
  return { kind: already(personId) ? 'here' : 'valid', ...whose }
}
