import { createHash } from 'node:crypto'
import type { PassKey } from '@shared/contract/scanners'
import { toBase64url } from '@shared/pass/base64url'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import fc from 'fast-check'
import { everybody, fits, movesOf } from '@/packages/staff/check-in/attendance'
import { type Seen, sayOf } from '@/packages/staff/parts/local-verdict'
import type { KeptScan, Said } from '@/packages/staff/parts/scan-queue'

const eventId = 'wangcang.t01.home~event-local-1'
const ms = Date.parse('2026-06-15T02:00:10Z')
const secretOf = (label: string) => createHash('sha256').update(`phone of ${label}`).digest()
const handleOf = (label: string) => toBase64url(createHash('sha256').update(`handle of ${label}`).digest().subarray(0, 16))
const keyOf = (label: string, more: Partial<PassKey> = {}): PassKey => ({ personId: label, name: `${label} 的名字`, state: 'signed-up', handle: handleOf(label), publicKeys: [publicKeyOf(secretOf(label))], ...more })
const people = [keyOf('member'), keyOf('waiting', { state: 'waiting' }), keyOf('gone', { state: 'cancelled' }), keyOf('new-phone', { publicKeys: [publicKeyOf(secretOf('their new phone')), publicKeyOf(secretOf('new-phone'))] })]
const seen = (more: Partial<Seen> = {}): Seen => ({ eventId, ms, vouched: true, people: new Map(people.map((one) => [one.handle as string, one])), already: () => false, ...more })
const pass = (label: string, more: object = {}) => makePass({ eventId, handle: handleOf(label), secretKey: secretOf(label), ms, ...more })

test.each<[string, string, Partial<Seen>, Said['kind'], string | undefined]>([
  ['a pass of now', pass('member'), {}, 'valid', undefined],
  ['one of the step before', pass('member', { ms: ms - 30_000 }), {}, 'valid', undefined],
  ['one of the step after', pass('member', { ms: ms + 30_000 }), {}, 'valid', undefined],
  ['a screenshot of 91 s ago', pass('member', { ms: ms - 91_000 }), {}, 'bad', 'pass-expired'],
  ['the same where nothing vouches for this phone’s clock', pass('member', { ms: ms - 91_000 }), { vouched: false }, 'unsure', 'clock-skew'],
  ['a phone of before', pass('new-phone'), {}, 'valid', undefined],
  ['somebody scanned in already', pass('member'), { already: (id) => id === 'member' }, 'here', undefined],
  ['one who is on the waitlist as far as this phone knows', pass('waiting'), {}, 'unsure', 'on-waitlist'],
  ['one who gave the seat back as far as this phone knows', pass('gone'), {}, 'unsure', 'not-signed-up'],
  ['one who is not in the list', pass('stranger'), {}, 'unknown', undefined],
  ['anybody, where the list is not here', pass('member'), { people: undefined }, 'unknown', undefined],
  ['one signed by another phone', pass('member', { secretKey: secretOf('stranger') }), {}, 'bad', 'pass-invalid'],
  ['a pass of another event', pass('member', { eventId: `${eventId}x` }), {}, 'bad', 'pass-of-another-event'],
  ['a code of another system', 'https://u.wechat.com/EAbcd', {}, 'bad', 'not-a-pass'],
  ['half a pass', pass('member').slice(0, 60), {}, 'bad', 'not-a-pass'],
])('with no network, %s', (_what, code, more, kind, why) => {
  const said = sayOf(code, seen(more))
  expect([said.kind, said.code]).toEqual([kind, why])
})

test('whatever is scanned is answered, and nobody in the list is called valid but by their own key', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.uint8Array({ minLength: 89, maxLength: 89 }).map((bytes) => toBase64url(Uint8Array.of(1, ...bytes.slice(1)))), fc.nat(118).map((at) => pass('member').slice(0, at) + (pass('member')[at] === 'A' ? 'B' : 'A') + pass('member').slice(at + 1))), (code) => {
    expect(['bad', 'unknown']).toContain(sayOf(code, seen()).kind)
  }))
})

const kept = (direction: 'entry' | 'exit', minute: number, said: Said, more: Partial<KeptScan> = {}): KeptScan => ({
  eventId, at: ms + minute * 60_000, expiresAt: ms, said, scan: { scanId: `${direction}${minute}`.padEnd(36, '-'), direction, deviceTime: new Date(ms + minute * 60_000).toISOString() }, ...more,
})
const said: Said = { kind: 'valid', personId: 'member', name: 'member 的名字' }

test('with no network the list stands by what this phone scanned; what was refused or taken back moves nobody', () => {
  const where = (scans: KeptScan[]) => everybody(undefined, false, people, [...scans].reverse())?.map(({ personId, entryAt, exitAt }) => [personId, entryAt !== undefined, exitAt !== undefined])
  expect(where([])).toEqual([['member', false, false], ['new-phone', false, false]])
  expect(where([kept('entry', 0, said)])?.[0]).toEqual(['member', true, false])
  expect(where([kept('entry', 0, said), kept('exit', 5, said)])?.[0]).toEqual(['member', true, true])
  expect(where([kept('entry', 0, said), kept('exit', 5, said), kept('entry', 9, said)])?.[0]).toEqual(['member', true, false])
  expect(where([kept('entry', 0, said, { undo: { id: 'undo-0001' } })])?.[0]).toEqual(['member', false, false])
  expect(where([kept('entry', 0, said, { verdict: { scanId: 'x', verdict: 'rejected', personId: 'member' } })])?.[0]).toEqual(['member', false, false])
  expect(movesOf([kept('entry', 0, { kind: 'unknown' }, { verdict: { scanId: 'x', verdict: 'accepted', personId: 'member', time: '2026-06-15T02:00:00.000Z' } })])).toEqual([['member', { direction: 'entry', time: '2026-06-15T02:00:00.000Z' }]])
})

test('people are found by a part of the name or by the beginning of their initials', () => {
  const one = { personId: 'p', name: '欧阳娜娜', initials: 'oynn', signedUp: true }
  expect(['欧阳', '娜', 'oy', 'OYNN', ' oynn ', ''].map((text) => fits(one, text))).toEqual(Array(6).fill(true))
  expect(['nn', '阳欧', 'oyx'].map((text) => fits(one, text))).toEqual([false, false, false])
  expect(fits({ ...one, initials: undefined }, 'oy')).toBe(false)
})
