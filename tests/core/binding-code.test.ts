import fc from 'fast-check'
import { bindingCodeOf } from '../../functions/core/binding-code'
import { tidyCode } from '../../functions/core/readable-code'
import { mayGiveCode } from '../../functions/core/may-give-code'
import { oneMoreTry, withoutTry } from '../../functions/core/tries'

const bytes = fc.uint8Array({ minLength: 13, maxLength: 13 })

test('every byte becomes one of 32 signs, each by exactly eight bytes: 13 of them are 65 unbiased bits', () => {
  const counts = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const [sign = ''] = bindingCodeOf(new Uint8Array(13).fill(byte))
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  expect(counts.size).toBe(32)
  expect(new Set(counts.values())).toEqual(new Set([8]))
  expect(Math.log2(32) * tidyCode(bindingCodeOf(new Uint8Array(13))).length).toBe(65)
})

test('each of the thirteen bytes has its own place: a code has one origin only, up to what a sign leaves out', () => {
  fc.assert(fc.property(bytes, bytes, (a, b) => (bindingCodeOf(a) === bindingCodeOf(b)) === a.every((byte, i) => byte % 32 === (b[i] ?? 0) % 32)))
})

test('a code is read as it is written, in lower case, with spaces or without its dashes', () => {
  fc.assert(fc.property(bytes, (random) => {
    const code = bindingCodeOf(random)
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]$/)
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `, code.replaceAll('-', '－')]) expect(tidyCode(typed)).toBe(tidyCode(code))
  }))
})

test('tries: however they come, never more than five within any 24 hours, and the time told is the first at which one is free', () => {
  const hour = 3_600_000
  fc.assert(fc.property(fc.array(fc.nat(20 * hour), { maxLength: 40 }), (pauses) => {
    let now = 1_800_000_000_000
    let tries: number[] = []
    const letIn: number[] = []
    for (const pause of pauses) {
      now += pause
      const next = oneMoreTry(tries, now)
      if ('again' in next) {
        expect(next.again).toBeGreaterThan(now)
        expect(oneMoreTry(tries, next.again - 1)).toHaveProperty('again')
        expect(oneMoreTry(tries, next.again)).toHaveProperty('tries')
      } else {
        tries = next.tries
        letIn.push(now)
      }
      expect(letIn.filter((at) => at > now - 24 * hour).length).toBeLessThanOrEqual(5)
    }
  }))
})

test('a try given back is gone once', () => {
  expect(withoutTry([1, 2, 2, 3], 2)).toEqual([1, 2, 3])
  expect(withoutTry([1], 2)).toEqual([1])
})

test.each([
  ['a student of the branch', [['student', 'w.s01.b01']], true],
  ['a student who is secretary of the same branch', [['student', 'w.s01.b01'], ['branch-secretary', 'w.s01.b01']], false],
  ['a student who manages a home', [['student', 'w.s01.b01'], ['home-manager', 'w.t01.home']], false],
  ['a peer', [['branch-secretary', 'w.s01.b01']], false],
  ['somebody above', [['committee', 'w.s01']], false],
] as const)('a branch secretary hands out the code of %s: %s', (_who, roles, may) => {
  const secretary = [{ name: 'branch-secretary', scope: 'w.s01.b01' }] as const
  expect(mayGiveCode(secretary, roles.map(([name, scope]) => ({ name, scope })))).toBe(may)
})

test('a committee hands out the codes of those below it, and of no other committee', () => {
  const committee = [{ name: 'committee', scope: 'w.s01' }] as const
  expect(mayGiveCode(committee, [{ name: 'branch-secretary', scope: 'w.s01.b01' }])).toBe(true)
  expect(mayGiveCode(committee, [{ name: 'committee', scope: 'w.s01' }])).toBe(false)
  expect(mayGiveCode([{ name: 'county-committee', scope: 'w' }], [{ name: 'county-committee', scope: 'w' }])).toBe(false)
})
