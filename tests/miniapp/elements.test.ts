import { createRequire } from 'node:module'
import { transformSync } from '@babel/core'
import * as jsxRuntime from 'react/jsx-runtime'
import { element, Fragment } from '@/ui/element'

const require = createRequire(import.meta.url)
const plugin = require.resolve('../../miniapp/config/elements.cjs')
const { react } = require('../../miniapp/config/elements.cjs')
const built = (source: string, plugins: string[], options: object): string =>
  transformSync(source, { configFile: false, babelrc: false, plugins, presets: [[require.resolve('@babel/preset-react'), options]] })?.code ?? ''
const short = (source: string) => built(source, [plugin], react)

const names = ['C', 'a', 'b', 'p', 'list'] as const
const values = [({ children }: { children?: unknown }) => children ?? null, 'x', false, { title: 'y', className: 'from p' }, ['1', '2']]
const run = (code: string, given: Record<string, unknown>): unknown =>
  new Function(...Object.keys(given), ...names, code.replace(/^import .*$/gm, '').trim().replace(/^([^;]*);?$/, 'return ($1)'))(...Object.values(given), ...values)

const sources = [
  ['no property, no child', '<C />'],
  ['a class', '<C className="q-soft">{a}</C>'],
  ['an empty class', '<C className="" />'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source text
  ['a class of parts', '<C className={`q-tag ${a}`}>{a}{b}</C>'],
  ['one class or another', '<C className={b ? "q-green" : ""}>{a}</C>'],
  ['a class that may be none', '<C className={b}>{a}</C>'],
  ['several properties', '<C className="q-soft" title={a} disabled>{a} · {b}</C>'],
  ['properties passed on', '<C {...p}>{a}</C>'],
  ['properties passed on and changed', '<C title="z" {...p} className="q-soft" />'],
  ['a list with keys', '<C>{list.map((one) => <C key={one} className="q-row">{one}</C>)}</C>'],
  ['a group', '<><C />{b}<C>{a}</C></>'],
  ['words with spaces', '<C>\n  one {a}\n  two\n</C>'],
] as const

test.each(sources)('%s: the same element as from jsx()', (_, source) => {
  expect(run(short(source), { jsxElement: element, jsxGroup: Fragment })).toEqual(run(built(source, [], { runtime: 'automatic' }), { _jsx: jsxRuntime.jsx, _jsxs: jsxRuntime.jsxs, _Fragment: Fragment }))
})

test('a class is written alone, and nothing as 0', () => {
  expect(short('<C className="q-soft">{a}</C>')).toContain('jsxElement(C, "q-soft", a)')
  expect(short('<C>{a}{b}</C>')).toContain('jsxElement(C, 0, a, b)')
  expect(short('<C className={b} />')).toContain('className: b')
})

test('a file without tags gets no import', () => {
  expect(short('export const a = 1')).toBe('export const a = 1;')
})
