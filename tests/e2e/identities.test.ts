import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).and(page.locator(':visible')).first()
const shown = (page: Page, words: string | RegExp) => page.getByText(words).and(page.locator(':visible')).first().waitFor()
const faultsOf = (page: Page) =>
  page.evaluate(async (source) => {
    if (!('axe' in window)) new Function(source)()
    const { violations } = await (window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run({ resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  }, axe)

/** Codes of slips by name, as they stand on the page. */
const slipsOn = async (page: Page) => {
  const slips = page.locator('.slip').and(page.locator(':visible'))
  return new Map(await Promise.all((await slips.all()).map(async (slip) => [await slip.locator('.slip-name').innerText(), await slip.locator('.slip-code').innerText()] as const)))
}

test('the secretary makes slips for the class and prints them; a brother is bound by his beside the one who is signed in, and they switch', async () => {
  const secretary = await app.signIn('熊月彤', desktop)
  await app.open(secretary, 'packages/staff/members/index')
  await button(secretary, '去发绑定码').click()
  await button(secretary, '生成小条').click()
  await secretary.getByRole('dialog').getByRole('button', { name: '生成', exact: true }).click()
  await shown(secretary, /张小条，/)
  await app.look(secretary, 'slips-desktop')
  expect(await faultsOf(secretary)).toEqual([])
  const slips = await slipsOn(secretary)
  expect(slips.size).toBeGreaterThan(1)
  for (const code of slips.values()) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]$/)
  await secretary.emulateMedia({ media: 'print' })
  await secretary.pdf({ path: '.local/screenshots/slips.pdf', preferCSSPageSize: true })
  expect(await secretary.getByText('重新生成').isVisible()).toBe(false)
  await secretary.emulateMedia({ media: null })

  const [brother = '', code = ''] = [...slips][0] ?? []
  const page = await app.signIn('范诗萱')
  await app.open(page, 'pages/me/index')
  await button(page, '兄弟姐妹、电脑登录 ›').click()
  await app.look(page, 'people-one')
  expect(await faultsOf(page)).toEqual([])
  await button(page, '再绑定一个人').click()
  await page.getByLabel('绑定码').and(page.locator(':visible')).fill(code)
  await page.getByRole('checkbox').and(page.locator(':visible')).click()
  await app.look(page, 'people-bind')
  await button(page, '绑定').click()
  await shown(page, `你好，${brother}`)
  await app.open(page, 'pages/me/index')
  await shown(page, '切换到')
  await app.look(page, 'people-me')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('radio', { name: '范诗萱' }).click()
  await shown(page, '你好，范诗萱')
  expect(await page.getByText(`你好，${brother}`).and(page.locator(':visible')).count()).toBe(0)
  await app.open(page, 'packages/people/people/index')
  await button(page, '取得登录码').click()
  await shown(page, /前有效，只能用一次/)
  await app.look(page, 'people-two')
}, 300_000)
