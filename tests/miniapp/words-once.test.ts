import { createRequire } from 'node:module'
import { transformFileSync, transformSync } from '@babel/core'
import { jest } from '@jest/globals'
import { policyEn } from '@/packages/staff/text/policy.en'
import { policyZh } from '@/packages/staff/text/policy.zh-CN'

const kept = new Map<string, unknown>()
jest.unstable_mockModule('@/platform/storage', () => ({ kept: (key: string) => kept.get(key), keep: (key: string, value: unknown) => kept.set(key, value) }))
const { textOf } = await import('@/text/make')
const { setLanguage } = await import('@/text/language')

const plugin = createRequire(import.meta.url).resolve('../../miniapp/config/words-once.cjs')
const options = { configFile: false, babelrc: false, plugins: [plugin], parserOpts: { plugins: ['typescript' as const] } }
const built = (source: string): string => transformSync(`import { makeText } from '@/text/make'\n${source}`, options)?.code ?? ''

/** What the build makes of these words, as the app has it. */
const said = (code: string) => {
  const pairs = /makeText\((\{[\s\S]*\})\)/.exec(code)?.[1]
  if (!pairs) throw new Error('Not in pairs')
  return textOf(new Function(`return ${pairs}`)() as Record<string, readonly [string, string]>)
}

const literal = "export const k = makeText({ yes: '是', 'no-one': '没有{who}' }, { 'no-one': 'no {who}', yes: 'yes' })"
const named = "const zh = { yes: '是', 'no-one': '没有{who}' } as const\nconst en: Record<keyof typeof zh, string> = { yes: 'yes', 'no-one': 'no {who}' }\nexport const k = makeText(zh, en)"

test.each([['written out', literal], ['named before', named]])('words %s are in the build by key once, and say the same', (_, source) => {
  expect(built(source)).toContain('textOf as makeText')
  const k = said(built(source))
  setLanguage('zh-CN')
  expect([k('yes'), k('no-one', { who: '人' })]).toEqual(['是', '没有人'])
  setLanguage('en')
  expect([k('yes'), k('no-one', { who: 'body' })]).toEqual(['yes', 'no body'])
})

test('words of two files beside it are too', () => {
  const code = transformFileSync('miniapp/src/packages/staff/text/policy.ts', options)?.code ?? ''
  const k = said(code)
  for (const [language, words] of [['zh-CN', policyZh], ['en', policyEn]] as const) {
    setLanguage(language)
    for (const key of Object.keys(policyZh) as (keyof typeof policyZh)[]) expect(k(key)).toBe(words[key].replace(/\{\w+\}/g, ''))
  }
})

test.each([
  ['one language is asked for elsewhere', `const zh = { yes: '是' }\nexport const k = makeText(zh, { yes: 'yes' })\nexport const has = (key: string) => key in zh`],
  ['a word is made by a call', "export const k = makeText({ yes: '是' }, { yes: yes() })"],
  ['words come from far away', "import { zh } from '@/text/zh-CN'\nexport const k = makeText(zh, { yes: 'yes' })"],
])('where %s the file stays as it is', (_, source) => {
  expect(built(source)).not.toContain('textOf')
})

test('a key without English stops the build', () => {
  expect(() => built("export const k = makeText({ yes: '是', no: '否' }, { yes: 'yes' })")).toThrow('No English for no')
})
