import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagesOf, weappBuild } from './build'
import { visitsOf } from './visits'

// The check is itself checked: a build with one fault planted must not pass.
const page = pagesOf(weappBuild)[0]?.route ?? ''
let build: string
beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), 'weapp-'))
  cpSync(weappBuild, build, { recursive: true })
})
afterEach(() => rmSync(build, { recursive: true, force: true }))

const change = (file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(join(build, file), 'utf8')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  writeFileSync(join(build, file), changed)
}
const visit = () => visitsOf(build, page)[0]

test('the build as it is has no fault', () => {
  expect(visit()?.problems).toEqual([])
}, 60_000)

test('WXML that is not closed does not compile', () => {
  change(`${page}.wxml`, '<template is', '<view><template is')
  expect(visit).toThrow(/could not be visited[\s\S]*wxml/)
}, 60_000)

test('WXSS that is wrong does not compile', () => {
  change('app.wxss', /$/, '.a { color: ')
  expect(visit).toThrow(/could not be visited[\s\S]*wxss/)
}, 60_000)

test('a template that is missing is told', () => {
  // As when an element has no template in WeChat: the page stands, and a part of it is silently not there.
  change('base.wxml', /<template name="tmpl_0_/g, '<template name="tmpl_gone_')
  expect(visit()?.problems.join()).toMatch(/Template `tmpl_0_\d+` not found/)
}, 60_000)

test('an error in a page’s script is told', () => {
  change(`${page}.js`, '"use strict";', '"use strict";setTimeout(function(){throw new Error("planted")},5);')
  expect(visit()?.problems.join()).toMatch(/thrown: Error: planted/)
}, 60_000)

test('a promise that fails unheard is told', () => {
  change(`${page}.js`, '"use strict";', '"use strict";Promise.reject(new Error("planted"));')
  expect(visit()?.problems.join()).toMatch(/rejected: Error: planted/)
}, 60_000)

test('leaning on what WeChat has not is told', () => {
  change(`${page}.js`, '"use strict";', '"use strict";new TextEncoder().encode("");')
  expect(visit()?.problems.join()).toMatch(/TextEncoder is not a constructor/)
}, 60_000)

test('a tab that is opened as any other page is told', () => {
  change(`${page}.js`, '"use strict";', '"use strict";setTimeout(function(){wx.navigateTo({url:"/pages/me/index"})},5);')
  expect(visit()?.problems).toEqual(['refused: navigateTo /pages/me/index'])
}, 60_000)

test('a page that hears no tap is told', () => {
  change('base.wxml', /bindtap="eh"/g, 'bindtapped="eh"')
  expect(visit()).toMatchObject({ tappable: 0 })
  expect(visit()?.tapped).toBeUndefined()
}, 60_000)
