import type { Page } from 'playwright-core'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { photoOf } from '../support/photo'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).and(page.locator(':visible')).first()
const shown = (page: Page, text: string | RegExp) => page.getByText(text).and(page.locator(':visible')).first().waitFor()
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true }).and(page.locator(':visible'))
const beijing = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString()

/** A student who lacks one minute, and the secretary of the same class. */
const student = '范诗萱'
const secretary = '熊月彤'

test('a student records hours with a photo, and sees that they wait', async () => {
  const page = await app.signIn(student)
  await shown(page, '还差 1 项')
  await app.look(page, 'student-1-home')
  await page.getByText('志愿服务', { exact: true }).first().click()
  await shown(page, '还差 1 分钟')
  await app.look(page, 'student-2-requirement')

  await app.open(page, 'pages/submit-record/index')
  await button(page, '提交审核').click()
  await shown(page, '写一下做了什么')
  await field(page, '做了什么').fill('帮社区图书角整理图书')
  await field(page, '日期').fill(beijing(Date.now() - 86_400_000).slice(0, 10))
  await field(page, '开始').fill('09:00')
  await field(page, '结束').fill('09:30')
  const chooser = page.waitForEvent('filechooser')
  await button(page, '添加照片').click()
  await (await chooser).setFiles({ name: 'shelf.jpg', mimeType: 'image/jpeg', buffer: await photoOf(1200, 900) })
  await shown(page, '已上传')
  await app.look(page, 'student-3-record')
  await button(page, '提交审核').click()
  await shown(page, '待审核')
  await shown(page, '30 分钟')
  await app.look(page, 'student-4-waiting')
}, 300_000)

test('the secretary sees the photo and what it would change, approves, and it counts', async () => {
  const page = await app.signIn(secretary, desktop)
  await shown(page, '工作台')
  await app.look(page, 'secretary-1-desk')
  await app.open(page, 'packages/staff/reviews/index')
  await page.getByText(/帮社区图书角整理图书/).first().click()
  await shown(page, /志愿服务 19 小时 59 分 → 20 小时/)
  await button(page, '第 1 张照片').click()
  await page.getByRole('dialog').getByRole('img').waitFor()
  expect(await page.getByRole('dialog').getByRole('img').evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(1200)
  await app.look(page, 'secretary-2-photo')
  await page.keyboard.press('Escape')
  await app.look(page, 'secretary-3-review')
  await button(page, '通过 1 条').click()
  await shown(page, '1 条完成')
  expect(await page.getByText('帮社区图书角整理图书').count()).toBe(0)
  await app.open(page, 'packages/staff/members/index')
  await app.look(page, 'secretary-4-members')

  const mine = await app.signIn(student)
  await shown(mine, '条件都满足了')
  await app.look(mine, 'student-5-ready')
}, 300_000)

test('the student applies; the secretary approves with the meeting; the student is told', async () => {
  const mine = await app.signIn(student)
  await app.open(mine, 'pages/apply/index')
  await mine.getByRole('textbox').fill('敬爱的团组织：我志愿加入中国共产主义青年团，坚决拥护中国共产党的领导。')
  await app.look(mine, 'student-6-letter')
  await button(mine, '递交申请').click()
  await shown(mine, '已递交，等待支部讨论')

  const page = await app.signIn(secretary)
  await app.open(page, 'packages/staff/applications/index')
  await app.look(page, 'secretary-5-applications')
  await button(page, student).click()
  await field(page, '到会人数').fill('32')
  await field(page, '会议记录编号').fill('2026 年第 11 次支部大会，一致通过')
  await app.look(page, 'secretary-6-application')
  await button(page, '登记支部通过').click()
  await shown(page, '支部已通过')

  await app.open(mine, 'pages/home/index')
  await mine.reload()
  await shown(mine, '支部已通过')
  await app.look(mine, 'student-7-approved')
}, 300_000)

test('a manager publishes an event, checks people in by pass and by list, closes it, and the minutes are theirs', async () => {
  const manager = await app.signIn('贾承然')
  await app.open(manager, 'packages/staff/publish-event/index')
  await field(manager, '活动名称').fill('溪边捡拾垃圾')
  const start = beijing(Date.now() - 30 * 60_000)
  await field(manager, '日期').fill(start.slice(0, 10))
  await field(manager, '开始').fill(start.slice(11, 16))
  await field(manager, '结束').fill('23:59')
  await field(manager, '地点').fill('青溪桥头')
  await app.look(manager, 'manager-1-publish')
  await button(manager, '发布').click()
  await shown(manager, '溪边捡拾垃圾')

  const member = await app.signIn('胡昊航')
  await app.open(member, 'pages/events/index')
  await app.look(member, 'member-1-events')
  await member.getByRole('radio', { name: '志愿服务' }).click()
  await member.getByText('溪边捡拾垃圾').first().click()
  await button(member, '报名').click()
  await button(member, '出示活动码').click()
  const pass = member.getByAltText('活动码')
  await pass.waitFor()
  await app.look(member, 'member-2-pass')

  const chooser = manager.waitForEvent('filechooser')
  await button(manager, '扫码').click()
  await (await chooser).setFiles({ name: 'pass.png', mimeType: 'image/png', buffer: await pass.screenshot() })
  await shown(manager, '签到成功')
  await shown(manager, '胡昊航')
  await app.look(manager, 'manager-2-checked-in')
}, 300_000)
