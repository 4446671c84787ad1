import type { Page } from 'playwright-core'
import { faultsOf } from '../support/axe'
import { cameraOn } from '../support/camera'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).and(page.locator(':visible')).first()
const shown = (page: Page, words: string | RegExp) => page.getByText(words).and(page.locator(':visible')).first().waitFor()
const beijing = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString()
const look = async (page: Page, name: string) => {
  await app.look(page, name)
  expect({ name, axe: await faultsOf(page) }).toEqual({ name, axe: [] })
}

/** The event's page, with a seat. */
const joined = async (who: string, eventId: string): Promise<Page> => {
  const page = await app.signIn(who)
  await app.open(page, `pages/event/index?id=${encodeURIComponent(eventId)}`)
  if (!(await button(page, '取消报名').isVisible())) await button(page, '报名').click()
  await button(page, '扫场馆码签到').waitFor()
  return page
}
/** Points the member's camera at the tablet as it is now. */
const pointAt = async (page: Page, tablet: Page) => page.evaluate(cameraOn, (await tablet.getByRole('img', { name: '场馆码' }).and(tablet.locator(':visible')).getAttribute('src')) ?? '')

test('a tablet shows the venue’s code with its network cut; a member scans in and is asked when they left; one without a network waits for the manager', async () => {
  const tablet = await app.signIn('贾承然', desktop)
  await app.open(tablet, 'packages/staff/events/index')
  await tablet.getByRole('button', { name: /^24小时书吧志愿值守/ }).first().click()
  await button(tablet, '结束活动').waitFor()
  const checkIn = tablet.url()
  const eventId = decodeURIComponent(checkIn.match(/id=([^&]+)/)?.[1] ?? '')
  await app.open(tablet, `packages/staff/venue-code/index?id=${encodeURIComponent(eventId)}`)
  await shown(tablet, /秒后换新码/)
  await tablet.context().setOffline(true)
  await look(tablet, 'venue-1-code-tablet')
  await tablet.setViewportSize({ width: 390, height: 844 })
  await look(tablet, 'venue-2-code-phone')

  const away = await joined('郭浩禾', eventId)
  // The decoder comes with the page.
  await Promise.all([away.waitForResponse(/\.wasm$/), app.open(away, `packages/pass/check-in/index?id=${encodeURIComponent(eventId)}`)])
  await button(away, '扫码签到').waitFor()
  await look(away, 'venue-3-scan')
  await away.context().setOffline(true)
  await pointAt(away, tablet)
  await button(away, '扫码签到').click()
  await shown(away, '已记下，待上传')
  const madeAt = Date.now()
  await shown(away, /1 条待上传/)
  await look(away, 'venue-4-kept-offline')

  const here = await joined('范诗萱', eventId)
  await look(here, 'venue-5-event')
  await pointAt(here, tablet)
  await button(here, '扫场馆码签到').click()
  await shown(here, '签到成功')
  await button(here, '扫码签退').waitFor()
  await look(here, 'venue-6-in')
  await here.evaluate(cameraOn, `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#fff"/></svg>')}`)
  await button(here, '扫码签退').click()
  await shown(here, '对准现场屏幕上的二维码')
  await app.look(here, 'venue-7-camera')
  await button(here, '关闭').click()
  await app.open(here, `pages/event/index?id=${encodeURIComponent(eventId)}`)
  await shown(here, /^\d\d:\d\d 签到$/)

  // More than a minute later, as when somebody passed a picture on.
  await away.waitForTimeout(Math.max(0, madeAt + 62_000 - Date.now()))
  await away.context().setOffline(false)
  await shown(away, '超过一分钟才上传，等负责人确认')
  await look(away, 'venue-8-late')
  await app.open(away, `pages/event/index?id=${encodeURIComponent(eventId)}`)
  await shown(away, /等负责人确认/)

  await tablet.context().setOffline(false)
  await tablet.setViewportSize(desktop.viewport)
  await tablet.goto(checkIn)
  await button(tablet, '结束活动').click()
  await button(tablet, '结束，不签退').click()
  await tablet.getByRole('dialog').waitFor({ state: 'detached' })
  await app.open(here, `packages/pass/check-in/index?id=${encodeURIComponent(eventId)}`)
  await shown(here, '你几点离开的？')
  await look(here, 'venue-9-ask')
  await here.getByLabel('离开时间', { exact: true }).fill('00:00')
  await button(here, '提交').click()
  await shown(here, '要晚于签到时间')
  await here.getByLabel('离开时间', { exact: true }).fill(beijing(Date.now()).slice(11, 16))
  await button(here, '提交').click()
  await shown(here, /自己报的离开时间/)
  await look(here, 'venue-10-claimed')
}, 400_000)
