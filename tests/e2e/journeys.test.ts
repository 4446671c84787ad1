import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { seedDemoCounty } from '../../functions/commands/seed-demo'
import { freePort } from '../../functions/local/ports'
import { root } from '../../functions/local/root'
import { type LocalStage, startStage } from '../../functions/local/stage'
import { startStaticApp } from '../../functions/local/static-app'
import { openBrowser, phone } from '../support/browser'

let stage: LocalStage
let app: { stop(): Promise<void> }
let browser: Browser
let address: string
beforeAll(async () => {
  stage = await startStage({ folder: mkdtempSync(join(tmpdir(), 'stage-')), apiPort: await freePort(), memory: true, seed: async ({ table, putObject }) => void (await seedDemoCounty({ table, files: { putObject }, now: Date.now() })) })
  const port = await freePort()
  app = await startStaticApp(join(root, 'miniapp/dist/h5'), port)
  address = `http://127.0.0.1:${port}`
  browser = await openBrowser()
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await stage?.stop()
})

/** A phone with its own storage. The build asks the API at its usual port; here it is led to this test's. */
const signIn = async (name: string): Promise<Page> => {
  const page = await (await browser.newContext(phone)).newPage()
  page.setDefaultTimeout(60_000)
  await page.route('http://127.0.0.1:3000/**', (route) => route.continue({ url: route.request().url().replace('http://127.0.0.1:3000', stage.api) }))
  await page.goto(address)
  await page.getByText(name, { exact: true }).first().click()
  return page
}

test('a student sees what is missing, and applies; the secretary sees what the decision waits for', async () => {
  const student = await signIn('范诗萱')
  await student.getByText('还差 1 项').waitFor()
  await student.goto(`${address}/#/pages/apply/index`)
  await student.getByRole('textbox').fill('我志愿加入中国共产主义青年团。')
  await student.getByRole('button', { name: '递交申请' }).click()
  await student.getByText('已递交，等待支部讨论').first().waitFor()
  const secretary = await signIn('熊月彤')
  await secretary.getByText('工作台').first().waitFor()
  await secretary.goto(`${address}/#/packages/staff/applications/index`)
  await secretary.getByRole('button', { name: '范诗萱' }).click()
  await secretary.getByText('还有 1 项没有达到').waitFor()
}, 300_000)

test('the secretary works through the queue, and what was decided leaves it', async () => {
  const secretary = await signIn('熊月彤')
  await secretary.getByText('工作台').first().waitFor()
  await secretary.goto(`${address}/#/packages/staff/reviews/index`)
  await secretary.getByRole('checkbox', { name: /路口文明劝导/ }).click()
  await secretary.getByRole('button', { name: '通过 1 条' }).click()
  await secretary.getByText('1 条完成').waitFor()
  expect(await secretary.getByText('路口文明劝导').count()).toBe(0)
}, 300_000)
