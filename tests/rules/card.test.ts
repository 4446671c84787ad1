import { createHash } from 'node:crypto'
import { fromBase64url, toBase64url } from '@shared/pass/base64url'
import { readCard, writeCard } from '@shared/pass/card'
import { makePass } from '@shared/pass/make-pass'
import { readPass } from '@shared/pass/pass'
import { fitsScanId, scanIdOf } from '@shared/pass/scan-id'
import fc from 'fast-check'

const secret = Uint8Array.from({ length: 16 }, (_, i) => 7 * i + 3)
const card = writeCard(secret)
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

test('a card says its 16 bytes and nothing else, in 28 characters', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
    expect(readCard(writeCard(bytes))).toEqual(bytes)
    expect(writeCard(bytes)).toHaveLength(28)
  }))
  expect(() => writeCard(secret.slice(1))).toThrow(RangeError)
})

test('any single changed bit is told', () => {
  const bytes = fromBase64url(card) as Uint8Array
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Uint8Array.from(bytes)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect([bit, readCard(toBase64url(changed))]).toEqual([bit, undefined])
  }
})

test('a character typed wrong, left out, typed twice, or two in the wrong order are told', () => {
  for (let at = 0; at < card.length; at++) {
    const [before, one, after] = [card.slice(0, at), card.slice(at, at + 1), card.slice(at + 1)]
    for (const typed of [`${before}${one === 'Q' ? 'O' : 'Q'}${after}`, `${before}${after}`, `${before}${one}${one}${after}`]) expect(readCard(typed)).toBeUndefined()
    if (after[0] !== undefined && after[0] !== one) expect(readCard(`${before}${after[0]}${one}${after.slice(1)}`)).toBeUndefined()
  }
})

test('a card is no pass, a pass no card, and any other text is neither', () => {
  const pass = makePass({ eventId: 'wangcang.t01.home~event-0001', handle: toBase64url(secret), secretKey: new Uint8Array(32).fill(1), ms: 0 })
  expect([readPass(card), readCard(pass)]).toEqual([undefined, undefined])
  for (const text of ['', 'https://u.wechat.com/abc', card.slice(0, -1), `${card}A`, card.toLowerCase()]) expect(readCard(text)).toBeUndefined()
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => readCard(text) === undefined))
})

test('that the face was confirmed is of a scan’s content: it is not added to an id afterwards, nor taken away; ids of other scans are as ever', () => {
  const nonce = new Uint8Array(15).fill(9)
  const content = { eventId: 'wangcang.t01.home~event-0001', direction: 'entry', deviceMs: 1, code: card } as const
  const [plain, confirmed] = [scanIdOf(nonce, content, sha256), scanIdOf(nonce, { ...content, faceConfirmed: true }, sha256)]
  expect([fitsScanId(plain, { ...content, faceConfirmed: true }, sha256), fitsScanId(confirmed, content, sha256), fitsScanId(confirmed, { ...content, faceConfirmed: true }, sha256)]).toEqual([false, false, true])
  expect(scanIdOf(nonce, { ...content, faceConfirmed: undefined }, sha256)).toBe(plain)
})
