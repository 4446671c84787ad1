import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { faultsOf } from '../support/axe'
import { type DemoApp, startDemoApp } from '../support/demo-app'
import { button, field, shown } from '../support/page'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 900_000)
afterAll(() => app?.stop())

const openEvent = async (page: Page) => {
  await app.open(page, 'pages/events/index')
  await page.getByRole('radio', { name: '素质拓展活动' }).click()
  await page.getByText('桥头写生').and(page.locator(':visible')).first().click()
}

test('one seat, two who want it: the second waits, hears their place, moves up when the first gives it back, and is told; who has the seat takes it into a calendar', async () => {
  const manager = await app.signIn('贾承然')
  await app.open(manager, 'packages/staff/publish-event/index')
  await field(manager, '活动名称').fill('桥头写生')
  await field(manager, '地点').fill('青溪桥头')
  await field(manager, '名额').fill('1')
  await manager.getByRole('radio', { name: '素质拓展活动' }).click()
  await button(manager, '发布').click()
  await shown(manager, '桥头写生')

  const first = await app.signIn('胡昊航')
  await openEvent(first)
  await shown(first, '共 1 个，还剩 1 个')
  await button(first, '报名').click()
  await shown(first, '已报名')
  const [download] = await Promise.all([first.waitForEvent('download'), button(first, '加到日历').click()])
  expect(download.suggestedFilename()).toMatch(/^qingcheng-\d{4}-\d\d-\d\d\.ics$/)
  expect(await readFile(await download.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:桥头写生\r\n[\s\S]*STATUS:CONFIRMED/)
  await app.look(first, 'sign-up-1-seat')

  const second = await app.signIn('朱清阳')
  await openEvent(second)
  await shown(second, '共 1 个，已报满')
  await app.look(second, 'sign-up-2-full')
  await button(second, '加入候补').click()
  await shown(second, '候补第 1 位，共 1 人候补')
  await app.look(second, 'sign-up-3-waiting')
  expect(await faultsOf(second)).toEqual([])

  await openEvent(first)
  await button(first, '取消报名').click()
  await shown(first, '名额会马上给候补的第一位')
  await app.look(first, 'sign-up-4-asking')
  await first.getByRole('dialog').getByRole('button', { name: '取消报名' }).click()
  await shown(first, '共 1 个，已报满')
  await button(first, '加入候补').waitFor()

  await openEvent(second)
  await shown(second, '已从候补转为报名成功')
  await button(second, '出示活动码').waitFor()
  await app.look(second, 'sign-up-5-moved-up')
  expect(await faultsOf(second)).toEqual([])
  await app.open(second, 'pages/events/index')
  await second.getByRole('radio', { name: '我报名的' }).click()
  await shown(second, '桥头写生')
  await app.open(second, 'pages/home/index')
  await shown(second, '已从候补转为报名成功')
  await second.getByText('已从候补转为报名成功').and(second.locator(':visible')).first().scrollIntoViewIfNeeded()
  await app.look(second, 'sign-up-6-home')

  await app.open(manager, 'packages/staff/events/index')
  await app.look(manager, 'sign-up-7-board-today')
  await manager.getByRole('radio', { name: '过去' }).click()
  await shown(manager, /报名未到 \d+ 人/)
  await app.look(manager, 'sign-up-8-board-past')
}, 600_000)
