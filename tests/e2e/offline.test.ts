import type { Page } from 'playwright-core'
import { phone } from '../support/browser'
import { type DemoApp, startDemoApp } from '../support/demo-app'
import { button, shown, text } from '../support/page'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const withWorker = { ...phone, serviceWorkers: 'allow' } as const
const beijing = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString()

/** Until the worker has fetched what every browser keeps. */
const keptByEveryone = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready))
/** What a browser has open when it is killed: only the address. */
const addressOf = (page: Page) => page.url().split('#/')[1] ?? ''

let member: Page
let manager: Page
let without: Page
let passAddress: string
let checkInAddress: string

test('with a network: a manager opens an event to scan at, a member signs up and looks at the pass', async () => {
  manager = await app.signIn('贾承然', withWorker)
  await app.open(manager, 'packages/staff/publish-event/index')
  const start = Date.now() - 30 * 60_000
  await manager.getByLabel('活动名称', { exact: true }).fill('河谷里没有信号')
  await manager.getByLabel('日期', { exact: true }).fill(beijing(start).slice(0, 10))
  await manager.getByLabel('开始', { exact: true }).fill(beijing(start).slice(11, 16))
  await manager.getByLabel('结束', { exact: true }).fill(beijing(Date.now() + 2 * 3_600_000).slice(11, 16))
  await manager.getByLabel('地点', { exact: true }).fill('河谷')
  await manager.getByRole('radio', { name: '素质拓展活动' }).click()
  await button(manager, '发布').click()
  await shown(manager, '扫码签到')
  checkInAddress = addressOf(manager)

  member = await app.signIn('胡昊航', withWorker)
  await app.open(member, 'pages/events/index')
  await member.getByRole('radio', { name: '素质拓展活动' }).click()
  await text(member, '河谷里没有信号').click()
  await button(member, '报名').click()
  await button(member, '出示活动码').click()
  await member.getByAltText('活动码').waitFor()
  passAddress = addressOf(member)
  await app.open(member, 'pages/events/index')
  await member.getByRole('radio', { name: '我报名的' }).click()
  await shown(member, '河谷里没有信号')
  await keptByEveryone(member)
  // The manager's phone has the list with them in it.
  await manager.reload()
  await shown(manager, /^名单 1 人.*没网也能用/)

  without = await app.signIn('朱清阳')
}, 300_000)

test('the network is cut: a browser without the worker has no app to show', async () => {
  await app.cut(member, manager, without)
  await expect(without.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
}, 120_000)

test('the member opens the app cold: home, events and those signed up to as of before, what was never looked at in honest words', async () => {
  member = await app.reopen(member, 'pages/home/index')
  await shown(member, '你好，胡昊航')
  await shown(member, /没有网络，显示的是.+的内容/)
  await app.look(member, 'offline-1-home')
  member = await app.reopen(member, 'pages/events/index')
  await shown(member, /没有网络，显示的是.+的内容/)
  await member.getByRole('radio', { name: '我报名的' }).click()
  await shown(member, '河谷里没有信号')
  await app.look(member, 'offline-2-events')
  member = await app.reopen(member, 'pages/records/index')
  await shown(member, '这部手机上还没有保存过这里的内容')
  await button(member, '重试').waitFor()
  await app.look(member, 'offline-3-never-seen')
}, 120_000)

let pass: Buffer
test('the pass is drawn and changes, opened cold', async () => {
  member = await app.reopen(member, passAddress)
  const picture = member.getByAltText('活动码')
  await picture.waitFor()
  await app.look(member, 'offline-4-pass')
  pass = await picture.screenshot()
}, 120_000)

test('the manager opens the scanner cold, reads that pass with the decoder that was kept, and the scan waits over another kill', async () => {
  manager = await app.reopen(manager, checkInAddress)
  await shown(manager, '河谷里没有信号')
  await button(manager, '扫码签到').click()
  const chooser = manager.waitForEvent('filechooser')
  await button(manager, '从图片识别').click()
  await (await chooser).setFiles({ name: 'pass.png', mimeType: 'image/png', buffer: pass })
  await shown(manager, '有效，已记下')
  await app.look(manager, 'offline-5-scanned')
  manager = await app.reopen(manager, checkInAddress)
  await shown(manager, '1 条待上传')
  await app.look(manager, 'offline-6-waiting')
}, 120_000)
