import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { freePort } from '../../functions/local/ports'
import { root } from '../../functions/local/root'
import { startStaticApp } from '../../functions/local/static-app'
import { openBrowser, phone } from '../support/browser'

let browser: Browser
let host: { stop(): Promise<void> }
let address: string
const folder = mkdtempSync(join(tmpdir(), 'qingcheng-version-'))
beforeAll(async () => {
  cpSync(join(root, 'miniapp/dist/h5'), folder, { recursive: true })
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  host = await startStaticApp(folder, port)
  browser = await openBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await host?.stop()
  rmSync(folder, { recursive: true })
})

const change = (name: string, by: (text: string) => string) => writeFileSync(join(folder, name), by(readFileSync(join(folder, name), 'utf8')))
/** Another version: every script has a new name, those of the version before are gone from the host, and the page says which it is. */
const deploy = (version: string) => {
  const names = ['js', 'chunk'].flatMap((place) => readdirSync(join(folder, place)).filter((name) => name.endsWith('.js')).map((name) => ({ place, name })))
  const hashes = new Map(names.map(({ name }) => [name.split('.').at(-2) as string, createHash('sha256').update(version + name).digest('hex').slice(0, 8)]))
  const renamed = (text: string) => text.replaceAll(/\b[0-9a-f]{8}\b/g, (hash) => hashes.get(hash) ?? hash)
  for (const { place, name } of names) {
    change(join(place, name), renamed)
    renameSync(join(folder, place, name), join(folder, place, renamed(name)))
  }
  change('index.html', (page) => renamed(page).replace(/(<meta name="version"[^>]*>)?<\/head>/, `<meta name="version" content="${version}"></head>`))
  change('sw.js', (worker) => renamed(worker).replace(/revision:"\w+"/, `revision:"${version}"`))
}
const versionOf = (page: Page) => page.locator('meta[name=version]').getAttribute('content')
const open = async (context: BrowserContext, path: string) => {
  const page = await context.newPage()
  await page.goto(`${address}/#/${path}`)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  return page
}
/** Looks for a new version, and waits until all of it is kept. */
const fetchNew = (page: Page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready
  await registration.update()
  while (!registration.waiting) await new Promise((next) => setTimeout(next, 50))
})
/** A page that was not loaded before: its script comes now. */
const opensRecords = async (page: Page) => {
  await page.evaluate(() => void (location.hash = '#/pages/records/index'))
  await page.getByText('记录活动').and(page.locator(':visible')).first().waitFor()
}
/** A browser with somebody signed in. No API runs here: the app is as without a network. */
const newContext = () => browser.newContext({ ...phone, storageState: { cookies: [], origins: [{ origin: address, localStorage: [{ name: 'qingcheng:session', value: JSON.stringify({ token: 'x', expiresAt: 4_000_000_000, person: { personId: 'p-1', name: '李明', roles: [{ name: 'student', scope: 'wangcang.s01.b01', scopeName: '一班' }] } }) }] }] } })

test('a new version is fetched under an open page and changes nothing there; the app begins with it the next time, without a network too', async () => {
  deploy('first')
  const context = await newContext()
  const page = await open(context, 'pages/home/index')
  await page.evaluate(() => void Object.assign(window, { untouched: true }))
  deploy('second')
  await fetchNew(page)
  await context.setOffline(true)
  // What it had not loaded yet is gone from the host, and still here.
  await opensRecords(page)
  expect([await versionOf(page), await page.evaluate(() => 'untouched' in window)]).toEqual(['first', true])

  await context.setOffline(false)
  const next = await open(context, 'pages/home/index')
  expect(await versionOf(next)).toBe('second')
  // The version before is still open: the new one's files are kept all the same.
  await context.setOffline(true)
  await opensRecords(next)

  await page.close()
  await next.close()
  const later = await context.newPage()
  await later.goto(`${address}/#/pages/home/index`)
  await opensRecords(later)
  expect(await versionOf(later)).toBe('second')
}, 120_000)

test('what is kept of a version leaves when it does', async () => {
  const context = await newContext()
  const page = await open(context, 'pages/home/index')
  const keptOf = (one: Page) => one.evaluate(async () => (await Promise.all((await caches.keys()).map(async (key) => (await caches.open(key)).keys()))).flat().length)
  const before = await keptOf(page)
  deploy('third')
  await fetchNew(page)
  expect(await keptOf(page)).toBeGreaterThan(before)
  await page.close()
  // It leaves once no page is open and the worker has nothing left to do.
  for (;;) {
    const next = await open(context, 'pages/home/index')
    if ((await keptOf(next)) === before) break
    await next.close()
  }
}, 120_000)
