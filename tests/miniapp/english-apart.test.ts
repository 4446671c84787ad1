import { createRequire } from 'node:module'
import { transformFileSync, transformSync } from '@babel/core'
import { jest } from '@jest/globals'
import { policyEn } from '@/packages/staff/text/policy.en'
import { policyZh } from '@/packages/staff/text/policy.zh-CN'
import { en } from '@/text/en'
import { refusalsEn } from '@/text/refusals.en'
import type { english } from '../../miniapp/config/english-apart.cjs'

jest.unstable_mockModule('@/platform/storage', () => ({ kept: () => undefined, keep: () => {} }))
const { textOf } = await import('@/text/make')
const { setLanguage } = await import('@/text/language')
const { keepEnglish } = await import('@/text/english')

const { resolve } = createRequire(import.meta.url)
const plugin = resolve('../../miniapp/config/english-apart.cjs')
const file = createRequire(import.meta.url)(plugin) as { english: typeof english }
const options = { configFile: false, babelrc: false, plugins: [plugin], parserOpts: { plugins: ['typescript' as const] } }
const built = (source: string, filename = resolve('../../miniapp/src/text/index.ts')): string => transformSync(`import { makeText } from '@/text/make'\n${source}`, { ...options, filename })?.code ?? ''
const inEnglish = file.english()

const literal = "export const k = makeText({ yes: '是', 'no-one': '没有{who}' }, { 'no-one': 'no {who}', yes: 'yes' })"
const named = "const zh = { yes: '是', 'no-one': '没有{who}' } as const\nconst en: Record<keyof typeof zh, string> = { yes: 'yes', 'no-one': 'no {who}' }\nexport const k = makeText(zh, en)"
const asked = "const zh = { yes: '是' }\nconst en: Record<keyof typeof zh, string> = { yes: 'yes' }\nexport const k = makeText(zh, en)\nexport const has = (key: string) => key in zh"

test.each([['written out', literal], ['named before', named], ['asked for by other code', asked]])('of words %s the build has the Chinese alone', (_, source) => {
  expect(built(source)).toMatch(/textOf as makeText[\s\S]*makeText\("[\w-]{4}", /)
  expect(built(source)).toContain('是')
  expect(built(source)).not.toMatch(/'yes'|no \{who\}/)
})

test('of words in files beside it the build has no English file any more', () => {
  const code = transformFileSync('miniapp/src/packages/staff/text/policy.ts', options)?.code
  expect(code).toContain('./policy.zh-CN')
  expect(code).not.toContain('./policy.en')
})

test('a call is named by its file, and a second one of a file by a number too', () => {
  const names = (source: string, path?: string) => [...built(source, path).matchAll(/makeText\("([\w-]+)"/g)].map(([, id]) => id)
  const two = names(`${literal}\n${literal.replace('const k', 'const l')}`)
  expect(two).toEqual([two[0], `${two[0]}1`])
  expect(names(named)).toEqual([two[0]])
  expect(names(named, resolve('../../miniapp/src/text/make.ts'))).not.toEqual([two[0]])
})

test.each([
  ['is made by a call', "export const k = makeText({ yes: '是' }, { yes: yes() })"],
  ['comes from far away', "import { en } from '@/text/en'\nexport const k = makeText({ yes: '是' }, en)"],
  ['is asked for elsewhere, and so would stay in the build', "const en = { yes: 'yes' }\nexport const k = makeText({ yes: '是' }, en)\nexport const all = Object.values(en)"],
])('English that %s stops the build', (_, source) => {
  expect(() => built(source)).toThrow('not written out for them alone')
})

test('the file of English has every word of every call, under the names that the build calls them by', () => {
  const nameIn = (path: string) => /makeText\("([\w-]+)"/.exec(transformFileSync(path, options)?.code ?? '')?.[1] as string
  expect(inEnglish.words[nameIn('miniapp/src/packages/staff/text/policy.ts')]).toEqual(policyEn)
  const own = nameIn('miniapp/src/text/index.ts')
  expect([inEnglish.words[own], inEnglish.words[`${own}1`]]).toEqual([en, refusalsEn])
  expect(file.english()).toEqual(inEnglish)
})

test('the built words say English once it is here, Chinese where a word has none, and nothing where nobody has one', () => {
  const id = /makeText\("([\w-]+)"/.exec(transformFileSync('miniapp/src/packages/staff/text/policy.ts', options)?.code ?? '')?.[1] as string
  const p = textOf(id, { ...policyZh, later: '以后才有的{what}' })
  const keys = Object.keys(policyZh) as (keyof typeof policyZh)[]
  const says = (words: Record<string, string>) => expect(keys.map((key) => p(key))).toEqual(keys.map((key) => words[key]?.replace(/\{\w+\}/g, '')))
  says(policyZh)
  setLanguage('en')
  says(policyZh)
  keepEnglish(inEnglish)
  says(policyEn)
  expect(p('later', { what: '词' })).toBe('以后才有的词')
  expect(p('unknown' as 'later')).toBe('')
  setLanguage('zh-CN')
  says(policyZh)
})
