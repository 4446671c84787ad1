import { createPublicKey, verify as verifyEd25519 } from 'node:crypto'
import { fromBase64url, toBase64url } from '@shared/pass/base64url'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import { type Pass, readPass, stepMs } from '@shared/pass/pass'
import { verifyPass } from '@shared/pass/verify-pass'
import fc from 'fast-check'

const secretKey = Uint8Array.from({ length: 32 }, (_, i) => i + 1)
const publicKey = publicKeyOf(secretKey)
const handle = toBase64url(Uint8Array.from({ length: 16 }, (_, i) => 200 - i))
const eventId = 'wangcang.t01.home~event-0001'
// The beginning of a step, so that ages are exact.
const now = Math.floor(Date.parse('2026-06-15T02:00:00Z') / stepMs) * stepMs
const passAt = (ms: number, more: object = {}) => makePass({ eventId, handle, secretKey, ms, ...more })
const verify = (signature: Uint8Array, message: Uint8Array, key: string) => verifyEd25519(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' }), signature)
const judge = (text: string, ms = now, more: object = {}) => verifyPass(readPass(text) as Pass, { eventId, ms, publicKey, verify, ...more })

test.each([
  ['of this moment', 0, undefined],
  ['the last of its step', 29_999, undefined],
  ['of the step before', 30_000, undefined],
  ['at the end of the step after its own', 59_999, undefined],
  ['two steps old', 60_000, 'pass-expired'],
  ['a screenshot 91 s old', 91_000, 'pass-expired'],
  ['of a phone 30 s ahead', -30_000, undefined],
  ['of a phone 31 s ahead', -30_001, 'pass-expired'],
  ['a day old', 86_400_000, 'pass-expired'],
])('a pass %s', (_what, age, fault) => {
  expect(judge(passAt(now), now + age)).toBe(fault)
})

test('of another event, by another phone, without a registered key', () => {
  expect(judge(passAt(now, { eventId: 'wangcang.t01.home~event-0002' }))).toBe('pass-of-another-event')
  expect(judge(passAt(now, { secretKey: Uint8Array.from({ length: 32 }, () => 7) }))).toBe('pass-invalid')
  expect(judge(passAt(now), now, { publicKey: undefined })).toBe('pass-invalid')
})

test('the handle of another member under one’s own signature is none', () => {
  const mine = readPass(passAt(now)) as Pass
  expect(verifyPass({ ...mine, handle: toBase64url(new Uint8Array(16)) }, { eventId, ms: now, publicKey, verify })).toBe('pass-invalid')
  expect(verifyPass({ ...mine, step: mine.step + 1 }, { eventId, ms: now + stepMs, publicKey, verify })).toBe('pass-invalid')
})

test('any single changed bit admits nobody', () => {
  const bytes = fromBase64url(passAt(now)) as Uint8Array
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Uint8Array.from(bytes)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const pass = readPass(toBase64url(changed))
    expect([bit, pass === undefined || verifyPass(pass, { eventId, ms: now, publicKey, verify }) !== undefined]).toEqual([bit, true])
  }
})

test('a code of another system, a cut one, any text at all: read as no pass, or refused', () => {
  for (const text of ['', 'https://u.wechat.com/abc', passAt(now).slice(0, -1), `${passAt(now)}A`, `B${passAt(now).slice(1)}`]) expect(readPass(text)).toBeUndefined()
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => readPass(text) === undefined || judge(text) !== undefined))
})

test('it says nothing of who shows it: no name, number or birth date, only 16 random bytes', () => {
  const { eventTag, step, signature, ...rest } = readPass(passAt(now)) as Pass
  expect(rest).toEqual({ handle })
  expect(passAt(now)).toHaveLength(119)
})

test('base64url there and back', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 90 }), (bytes) => {
    expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
    expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
  }))
})
