import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { appOf } from '../../functions/http/app'
import { freePort } from '../../functions/local/ports'
import { root } from '../../functions/local/root'
import { startStaticApp } from '../../functions/local/static-app'
import { type Me, readMe } from '../../functions/store/people'
import { logRead } from '../../functions/use-cases/log-read'
import { openSession } from '../../functions/use-cases/open-session'
import { allRoutes } from '../support/all-routes'
import { apiOf, request } from '../support/api'
import { faultsOf } from '../support/axe'
import { openBrowser, phone } from '../support/browser'
import { cameraOf, qrMatrix } from '../support/camera'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { desktop } from '../support/demo-app'
import { button, shown } from '../support/page'
import { codesOf } from '../support/read-codes'

/** The built app and the API's own edge on DynamoDB Local, with a clock that can be moved on. */
let context: TestContext
let browser: Browser
let address: string
let stop: () => Promise<void>
let ahead = 0
const now = () => Date.now() + ahead
const hour = 3_600_000
beforeAll(async () => {
  const config = { stage: 'local', demo: true, telemetryDays: 90, endedApplicationDays: 365, weChatAppId: 'wx-test', weChatWebAppId: 'wx-web-test', sessionMinutes: 24 * 60, sessionSecret: new TextEncoder().encode('a-secret-of-the-tests-0123456789abcdef') }
  context = await testContext({ now, config })
  await smallWorld(context)
  await putPerson(context, 'w-manager', { name: '贾承然', roles: [{ name: 'home-manager', scope: 'wangcang.t01.home' }] })
  await putPerson(context, 'w-student', { name: '范诗萱', branch: 'wangcang.s01.b01' })
  await putPerson(context, 'w-classmate', { name: '郭浩禾', branch: 'wangcang.s01.b01' })
  const port = await freePort()
  stop = (await startStaticApp(join(root, 'miniapp/dist/h5'), port)).stop
  address = `http://127.0.0.1:${port}`
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stop?.()
  await context?.close()
})

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*', 'access-control-expose-headers': 'date' }
/** A browser of one's own, signed in, with no worker unless the device is said to have one; `cut` takes its network away, the API's and the page's own. */
const open = async (personId: string, device: object) => {
  const app = appOf(context, allRoutes, logRead)
  const tab = await browser.newContext({ serviceWorkers: 'block', ...device })
  const page = await tab.newPage()
  page.setDefaultTimeout(60_000)
  let off = false
  await page.route('http://127.0.0.1:3000/**', async (route) => {
    const asked = route.request()
    if (off) return route.abort('internetdisconnected')
    if (asked.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors })
    const { pathname, search } = new URL(asked.url())
    const body = asked.postData()
    const answer = await request(app, pathname + search, { method: asked.method(), headers: await asked.allHeaders(), ...(body !== null && { body }) })
    await route.fulfill({ status: answer.status, headers: { ...cors, 'content-type': answer.headers.get('content-type') ?? '', date: new Date(now()).toUTCString() }, body: await answer.text() })
  })
  const session = await openSession(context, (await readMe(context.table, personId, true)) as Me)
  await page.addInitScript((kept) => localStorage.setItem('qingcheng:session', kept), JSON.stringify(session))
  const to = async (path: string) => {
    await page.goto(`${address}/#/${path}`)
    await page.waitForTimeout(300)
  }
  const cut = async (on: boolean) => {
    off = on
    await tab.setOffline(on)
  }
  return { page, to, cut }
}

const look = async (page: Page, name: string) => {
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(root, '.local/screenshots', `${name}.png`) })
  expect({ name, axe: await faultsOf(page) }).toEqual({ name, axe: [] })
}
/** Points the member's camera at the screen as it is now. */
const pointAt = async (page: Page, screen: Page) => {
  const [code] = await codesOf(screen, 'role=img[name="场馆码"]')
  await page.evaluate(cameraOf, qrMatrix(code as string))
}

test('a tablet shows the venue’s code with its network cut, opened anew too; a member scans in and is asked when they left; one without a network waits for the manager', async () => {
  const call = apiOf(context, allRoutes)
  const { eventId } = (await call('w-manager', 'POST', '/v1/events', { id: 'event-venue-e2e', org: 'wangcang.t01.home', title: '清洁河岸', category: 'volunteering', startsAt: new Date(now() - hour / 2).toISOString(), endsAt: new Date(now() + hour).toISOString(), place: '东河岸' })).body
  const of = `id=${encodeURIComponent(eventId)}`
  const tablet = await open('w-manager', { ...desktop, serviceWorkers: 'allow' })
  await tablet.to(`packages/pass/venue-code/index?${of}`)
  await shown(tablet.page, /秒后换新码/)
  await shown(tablet.page, '清洁河岸')
  await tablet.page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await tablet.cut(true)
  // It opens again by itself at the door, where there may be no network for the rest of the day.
  await tablet.page.reload()
  await shown(tablet.page, /秒后换新码/)
  await shown(tablet.page, '清洁河岸')
  await look(tablet.page, 'venue-1-code-tablet')

  const away = await open('w-classmate', phone)
  // The decoder comes with the page.
  await Promise.all([away.page.waitForResponse(/\.wasm$/), away.to(`packages/pass/check-in/index?${of}`)])
  await button(away.page, '扫码签到').waitFor()
  await look(away.page, 'venue-2-scan')
  await away.cut(true)
  await pointAt(away.page, tablet.page)
  await button(away.page, '扫码签到').click()
  await shown(away.page, '已记下，待上传')
  await shown(away.page, /1 条待上传/)
  await shown(away.page, '没有网络，联网后自动上传')
  await look(away.page, 'venue-3-kept-offline')

  const here = await open('w-student', phone)
  await here.to(`pages/event/index?${of}`)
  await button(here.page, '扫场馆码签到').waitFor()
  await look(here.page, 'venue-4-event')
  await pointAt(here.page, tablet.page)
  await button(here.page, '扫场馆码签到').click()
  await shown(here.page, '签到成功')
  await button(here.page, '扫码签退').waitFor()
  await look(here.page, 'venue-5-in')
  await here.to(`pages/event/index?${of}`)
  await shown(here.page, /^\d\d:\d\d 签到$/)
  await look(here.page, 'venue-6-event-in')

  // Later than a minute, as when somebody passed a picture on.
  ahead += 90_000
  await away.cut(false)
  await shown(away.page, '超过一分钟才上传，等负责人确认')
  await look(away.page, 'venue-7-late')
  expect((await call('w-classmate', 'GET', `/v1/events/${encodeURIComponent(eventId)}`)).body.attendance.looks).toMatchObject([{ code: 'venue-late', direction: 'entry' }])

  ahead += 2 * hour
  await here.to(`packages/pass/check-in/index?${of}`)
  await here.page.reload()
  await shown(here.page, '你几点离开的？')
  await look(here.page, 'venue-8-ask')
  await button(here.page, '提交').click()
  await shown(here.page, /自己报的离开时间/)
  await look(here.page, 'venue-9-claimed')
}, 400_000)
