import { createPublicKey, verify as verifyEd25519 } from 'node:crypto'
import { fromBase64url, toBase64url } from '@shared/pass/base64url'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import { makeVenueCode } from '@shared/pass/make-venue-code'
import { readPass, stepMs } from '@shared/pass/pass'
import { readVenueCode, type VenueCode, verifyVenueCode } from '@shared/pass/venue-code'
import fc from 'fast-check'

const secretKey = Uint8Array.from({ length: 32 }, (_, i) => i + 1)
const publicKey = publicKeyOf(secretKey)
const keyId = toBase64url(Uint8Array.from({ length: 16 }, (_, i) => 200 - i))
const eventId = 'wangcang.t01.home~event-0001'
// The beginning of a step, so that ages are exact.
const now = Math.floor(Date.parse('2026-06-15T02:00:00Z') / stepMs) * stepMs
const codeAt = (ms: number, more: object = {}) => makeVenueCode({ eventId, keyId, secretKey, ms, ...more })
const verify = (signature: Uint8Array, message: Uint8Array, key: string) => verifyEd25519(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }), signature)
const judge = (text: string, ms = now, more: object = {}) => verifyVenueCode(readVenueCode(text) as VenueCode, { eventId, ms, publicKey, verify, ...more })

test.each([
  ['of this moment', 0, undefined],
  ['the last of its step', 29_999, undefined],
  ['at the end of the step after its own', 59_999, undefined],
  ['two steps old', 60_000, 'pass-expired'],
  ['a photograph 91 s old', 91_000, 'pass-expired'],
  ['of a screen 30 s ahead', -30_000, undefined],
  ['of a screen 31 s ahead', -30_001, 'pass-expired'],
  ['a day old', 86_400_000, 'pass-expired'],
])('a code %s', (_what, age, fault) => {
  expect(judge(codeAt(now), now + age)).toBe(fault)
})

test('of another event, by another screen', () => {
  expect(judge(codeAt(now, { eventId: 'wangcang.t01.home~event-0002' }))).toBe('pass-invalid')
  expect(judge(codeAt(now, { secretKey: Uint8Array.from({ length: 32 }, () => 7) }))).toBe('pass-invalid')
  expect(() => codeAt(now, { keyId: 'short' })).toThrow(RangeError)
})

test('another step, or another key’s id, under the same signature is none', () => {
  const shown = readVenueCode(codeAt(now)) as VenueCode
  expect(verifyVenueCode({ ...shown, step: shown.step + 1 }, { eventId, ms: now + stepMs, publicKey, verify })).toBe('pass-invalid')
  expect(verifyVenueCode({ ...shown, keyId: toBase64url(new Uint8Array(16)) }, { eventId, ms: now, publicKey, verify })).toBe('pass-invalid')
})

test('any single changed bit admits nobody', () => {
  const bytes = fromBase64url(codeAt(now)) as Uint8Array
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Uint8Array.from(bytes)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const code = readVenueCode(toBase64url(changed))
    expect([bit, code === undefined || verifyVenueCode(code, { eventId, ms: now, publicKey, verify }) !== undefined]).toEqual([bit, true])
  }
})

test('a code of another system, a cut one, a member’s pass, any text at all: read as none, or refused', () => {
  const pass = makePass({ eventId, handle: keyId, secretKey, ms: now })
  for (const text of ['', 'https://u.wechat.com/abc', codeAt(now).slice(0, -1), `${codeAt(now)}A`, `B${codeAt(now).slice(1)}`, pass]) expect(readVenueCode(text)).toBeUndefined()
  expect(readPass(codeAt(now))).toBeUndefined()
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => readVenueCode(text) === undefined || judge(text) !== undefined))
})

test('it says nothing of event or home: only the key’s 16 random bytes, the step and the signature', () => {
  const { step, signature, ...rest } = readVenueCode(codeAt(now)) as VenueCode
  expect(rest).toEqual({ keyId })
  expect(codeAt(now)).toHaveLength(114)
})
