import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Verification } from '@shared/contract/documents'
import type { Browser } from 'playwright-core'
import { root } from '../../functions/local/root'
import { type Asked, verifyPage } from '../../functions/http/verify-page'
import { faultsOf } from '../support/axe'
import { openBrowser, phone } from '../support/browser'

const pictures = join(root, '.local/screenshots')
let browser: Browser
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  browser = await openBrowser()
}, 120_000)
afterAll(() => browser?.close())

const found: Verification = {
  kind: 'transcript', maskedName: '欧**明', orgName: '旺苍县东河第一中学初三（1）班团支部', issuedAt: '2026-06-30T04:00:00.000Z', ruleSet: { id: 'wangcang', version: 3 },
  service: { minutes: 1230, entries: 18, from: '2025-09-06', until: '2026-05-01' }, pages: 2, sha256Prefix: '9f86d081884c7d65', changedSince: false,
}
const code = 'K7M4-2QXD-9TPA-RW3H'
const asked: [string, Asked][] = [
  ['form', { code: '', fault: undefined }], ['missing', { code: '', fault: 'missing' }], ['unknown', { code, fault: 'unknown' }], ['valid', { code, found }],
  ['changed', { code, found: { ...found, changedSince: true } }], ['withdrawn', { code, found: { ...found, withdrawnAt: '2026-07-01T04:00:00.000Z' } }],
]

/** The page as it comes, at an address of its own, on a phone; no script of it runs, for it has none. */
const open = async (html: string, device: object = phone) => {
  const page = await (await browser.newContext({ ...device, bypassCSP: true })).newPage()
  await page.route('https://api.test/**', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await page.goto('https://api.test/verify')
  return page
}

test.each(asked.flatMap(([name, one]) => (['zh', 'en'] as const).map((language) => [name, language, one] as const)))('%s, %s: readable on a phone, clean by axe', async (name, language, one) => {
  const page = await open(verifyPage(one, language))
  await page.screenshot({ path: join(pictures, `verify-${name}-${language}.png`) })
  const { scrollWidth, innerWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, innerWidth: window.innerWidth }))
  expect({ axe: await faultsOf(page), tooWide: scrollWidth > innerWidth }).toEqual({ axe: [], tooWide: false })
  await page.context().close()
}, 60_000)

test('without JavaScript, by keyboard alone: the code is typed and sent', async () => {
  const page = await open(verifyPage({ code: '', fault: undefined }, undefined), { ...phone, javaScriptEnabled: false })
  await page.getByLabel('证明编码').focus()
  await page.keyboard.type('k7m4 2qxd 9tpa rw3h')
  await page.keyboard.press('Enter')
  await page.waitForURL('https://api.test/verify?code=k7m4+2qxd+9tpa+rw3h')
  await page.context().close()
}, 60_000)
