import fc from 'fast-check'
import { evaluate } from '@shared/rules/evaluate'
import { documentCodeOf } from '../../functions/core/document-code'
import { tidyCode } from '../../functions/core/readable-code'
import { maskedName } from '../../functions/core/masked-name'
import { transcriptOf } from '../../functions/core/transcript'
import { breakLines } from '../../functions/documents/break-lines'
import { spanWords } from '../../functions/documents/moment'
import { duration } from '../../functions/documents/words'
import { caseWith, service } from './sample'

test.each([['张小明', '张*明'], ['欧阳小明', '欧**明'], ['张明', '张*'], ['䶮𠮷喆', '䶮*喆'], ['𠮷', '𠮷*'], ['阿依·买买', '阿***买']])('%s is %s to the public', (name, masked) => {
  expect(maskedName(name)).toBe(masked)
})

test('no character between the first and the last of a masked name is shown', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...'王小明𠮷喆阿'), { minLength: 1, maxLength: 8 }), (characters) => {
    const masked = [...maskedName(characters.join(''))]
    expect(masked.filter((one) => one !== '*').length).toBeLessThanOrEqual(characters.length > 2 ? 2 : 1)
    if (characters.length > 1) expect(masked).toHaveLength(characters.length)
  }))
})

test('a code has 80 bits: each byte’s five lower bits are one character, all equally likely', () => {
  const drawn = Array.from({ length: 256 }, (_, byte) => documentCodeOf(new Uint8Array(16).fill(byte)))
  const times = new Map<string, number>()
  for (const code of drawn) times.set(code, (times.get(code) ?? 0) + 1)
  expect([times.size, ...new Set(times.values())]).toEqual([32, 8])
  expect(drawn[0]).toMatch(/^(.)\1{3}-\1{4}-\1{4}-\1{4}$/)
})

test('a code is read as people type it', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
    const code = documentCodeOf(random)
    const wide = [...code].map((one) => (one === '-' ? '－' : String.fromCharCode(one.charCodeAt(0) + 0xfee0))).join('')
    expect(new Set([code, code.toLowerCase(), code.replaceAll('-', ' '), `\n${code}　`, wide].map(tidyCode))).toEqual(new Set([code.replaceAll('-', '')]))
  }))
})

const text = fc.array(fc.constantFrom('志', '愿', '服', '务', '，', '。', '（', '）', '“', '”', ' ', 'a', 'English', '2026-03-07', '、'), { maxLength: 60 }).map((parts) => parts.join(''))
test('lines are as wide as allowed, lose nothing, and none begins with a closing mark', () => {
  fc.assert(fc.property(text, fc.integer({ min: 12, max: 40 }), (words, width) => {
    const widthOf = (part: string) => [...part].length
    const lines = breakLines(words, width, widthOf)
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
    expect(lines.join('').replaceAll(/\s/g, '')).toBe(words.replaceAll(/\s/g, ''))
    // Where marks follow each other for a whole line there is no other way.
    if (!/[，。）”、（“]{3}/.test(words)) for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。）”、]/)
  }))
})

test.each([[0, '0 分钟'], [59, '59 分钟'], [60, '1 小时'], [1230, '20 小时 30 分钟']])('%i minutes are %s', (minutes, words) => {
  expect(duration(minutes)).toBe(words)
})

test.each([
  ['2026-03-07T01:00:00Z', '2026-03-07T03:30:00Z', '09:00–11:30'], ['2026-03-07T14:00:00Z', '2026-03-07T16:00:00Z', '22:00–24:00'], ['2026-03-07T15:00:00Z', '2026-03-07T17:00:00Z', '23:00–03-08 01:00'],
])('%s to %s is %s in Asia/Shanghai', (from, to, words) => {
  expect(spanWords(from, to, 'Asia/Shanghai')).toBe(words)
})

test('a transcript’s lines, school years and totals agree with each other and with evaluate', () => {
  const changed = fc.record({ i: fc.nat(29), status: fc.constantFrom('approved', 'approved', 'pending', 'rejected', 'revoked') as fc.Arbitrary<'approved'>, days: fc.integer({ min: -20, max: 500 }), minutes: fc.integer({ min: 1, max: 900 }), length: fc.integer({ min: 1, max: 900 }) })
  fc.assert(fc.property(fc.uniqueArray(changed, { selector: ({ i }) => i, maxLength: 25 }), (changes) => {
    const records = changes.map(({ i, status, days, minutes, length }) => {
      const start = Date.parse('2025-06-01T01:00:00Z') + days * 43_200_000
      return { ...(service(30)[i] as ReturnType<typeof service>[number]), status, startedAt: new Date(start).toISOString(), endedAt: new Date(start + length * 60_000).toISOString(), quantity: minutes }
    })
    const { folded, aCase } = caseWith(records)
    const { lines, minutes, trailing, schoolYears } = transcriptOf(folded, aCase)
    const sum = (parts: { minutes: number }[]) => parts.reduce((total, part) => total + part.minutes, 0)
    expect([sum(lines), sum(schoolYears)]).toEqual([minutes, minutes])
    expect(lines.every(({ record }) => record.status === 'approved')).toBe(true)
    expect(trailing).toBe(evaluate(aCase).requirements.find(({ key }) => key === 'volunteer-hours')?.achieved)
    expect(schoolYears.map(({ from }) => from)).toEqual([...schoolYears.map(({ from }) => from)].sort())
  }))
})
