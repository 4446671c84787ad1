import type { Page } from 'playwright-core'
import { faultsOf } from '../support/axe'
import { phone } from '../support/browser'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { button, shown, text } from '../support/page'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const english = (page: Page) => page.getByRole('radio', { name: 'English' })
const asked = (page: Page) => {
  const urls: string[] = []
  page.on('request', (request) => void (request.url().includes('/english.json') && urls.push(request.url())))
  return urls
}
const chinese = /我的|首页|活动|记录|申请|语言|工作台/
/** These words, the page’s language, and no heading or tab in the app’s own Chinese; names of people and places stay. */
const inEnglish = async (page: Page, ...words: (string | RegExp)[]) => {
  for (const one of words) await shown(page, one)
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  const headings = await page.locator('h1:visible, h2:visible, nav a:visible').allInnerTexts()
  expect(headings.length).toBeGreaterThan(0)
  for (const heading of headings) expect(heading).not.toMatch(chinese)
}

let student: Page
test('a student whose English does not come is told so, stays in Chinese, and gets it at the next tap', async () => {
  student = await app.signIn('胡昊航', { ...phone, serviceWorkers: 'allow' })
  const urls = asked(student)
  await app.open(student, 'pages/records/index')
  await app.open(student, 'pages/me/index')
  expect(urls).toEqual([])
  await student.context().route('**/english.json*', (route) => route.abort('connectionrefused'))
  await english(student).click()
  await shown(student, /没有下载到英文/)
  await app.look(student, 'english-1-failed')
  expect(await faultsOf(student)).toEqual([])
  await shown(student, '我的身份')
  await student.context().unroute('**/english.json*')

  let answer = () => {}
  const held = new Promise<void>((resolve) => { answer = resolve })
  await student.context().route('**/english.json*', async (route) => {
    await held
    await route.continue()
  })
  await english(student).click()
  await shown(student, /正在下载英文/)
  await english(student).click()
  await app.look(student, 'english-2-coming')
  answer()
  await inEnglish(student, 'Hello, 胡昊航')
  expect(urls).toHaveLength(2)
}, 300_000)

test('the student’s pages are English, also opened anew', async () => {
  await app.look(student, 'english-3-home')
  await app.open(student, 'pages/events/index')
  await inEnglish(student, 'Events')
  await app.open(student, 'packages/mine/apply/index')
  await inEnglish(student, 'From letter to oath')
  await app.look(student, 'english-4-apply')
  await student.reload()
  await inEnglish(student, 'From letter to oath')
  await app.open(student, 'pages/me/index')
  await inEnglish(student, 'My roles')
  await app.look(student, 'english-5-me')
}, 300_000)

test('a manager on a computer has English on the staff’s pages, and Chinese again at once', async () => {
  const page = await app.signIn('贾承然', desktop)
  const urls = asked(page)
  await app.open(page, 'pages/me/index')
  await english(page).click()
  await inEnglish(page, 'Workbench', 'Publish an event')
  await app.look(page, 'english-6-staff')
  await app.open(page, 'packages/staff/events/index')
  await inEnglish(page, 'Events')
  await app.open(page, 'packages/staff/publish-event/index')
  await inEnglish(page, 'Publish')
  await app.open(page, 'pages/me/index')
  await page.getByRole('radio', { name: '中文' }).click()
  await shown(page, '工作台')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  await app.open(page, 'pages/me/index')
  await english(page).click()
  await inEnglish(page, 'Workbench')
  expect(urls).toHaveLength(1)
}, 300_000)

test('with no network the app opens in English', async () => {
  await student.evaluate(async () => void (await navigator.serviceWorker.ready))
  await app.open(student, 'pages/home/index')
  await app.cut(student)
  student = await app.reopen(student, 'pages/home/index')
  await inEnglish(student, 'Hello, 胡昊航', /Offline/)
  student = await app.reopen(student, 'packages/mine/apply/index')
  await inEnglish(student, 'From letter to oath')
  await button(student, 'Back').waitFor()
  await text(student, /Offline/).waitFor()
  await app.look(student, 'english-7-offline')
}, 300_000)
