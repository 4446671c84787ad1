import type { Page } from 'playwright-core'
import { readMembers } from '../../functions/store/members'
import { faultsOf } from '../support/axe'
import { phone } from '../support/browser'
import { photoOf } from '../support/photo'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const branch = 'wangcang.s01.b01'
const shown = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).and(page.locator(':visible')).first()
const field = (page: Page, name: string | RegExp) => page.getByLabel(name).and(page.locator(':visible')).first()
const check = async (page: Page, name: string) => {
  await app.look(page, name)
  const { scrollWidth, innerWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, innerWidth: window.innerWidth }))
  expect({ name, tooWide: scrollWidth > innerWidth, axe: await faultsOf(page) }).toEqual({ name, tooWide: false, axe: [] })
}
const classesOf = async () => [...new Set((await readMembers(app.table, branch)).flatMap(({ className, graduated }) => (graduated === undefined ? [className] : [])))]

test('a school goes up a grade: looked at first, done, its graduates transferred, and taken back', async () => {
  const committee = await app.signIn('冯奕彤', phone)
  await app.open(committee, 'packages/staff/turns/index')
  await check(committee, 'turns')
  await shown(committee, /^学年升级/).click()
  // It went up last summer already.
  await shown(committee, '再升一次').click()
  await committee.getByText('先看会怎样变').waitFor()
  await check(committee, 'rollover-plan')
  await field(committee, '高一1班 新班级名').fill('')
  await committee.getByText('填写班级名').waitFor()
  await check(committee, 'rollover-fault')
  await field(committee, '高一1班 新班级名').fill('高二1班')
  await shown(committee, '先看会怎样变').click()
  await shown(committee, '高三1班 名单').click()
  await check(committee, 'rollover-preview')
  expect(await classesOf()).toEqual(['高一1班'])
  await shown(committee, '开始升级').click()
  await committee.getByText('升级完成').first().waitFor()
  await check(committee, 'rollover-done')
  await shown(committee, '再升一次').waitFor()
  expect(await shown(committee, '先看会怎样变').count()).toBe(0)
  expect(await classesOf()).toEqual(['高二1班'])

  await app.open(committee, 'packages/staff/transfers/index')
  await check(committee, 'transfers')
  const [leaver, another] = (await readMembers(app.table, 'wangcang.s01.b04')).filter(({ graduated, leagueMember }) => graduated !== undefined && leagueMember).map(({ name }) => name)
  await shown(committee, `${leaver} 登记去向`).click()
  await committee.getByRole('radio', { name: '县外学校或团组织' }).and(committee.locator(':visible')).click()
  await field(committee, '名称').fill('四川大学')
  await check(committee, 'transfers-send')
  await shown(committee, '保存').click()
  await committee.getByText('→ 四川大学', { exact: false }).first().waitFor()
  await shown(committee, `${leaver} 登记已接收`).click()
  await shown(committee, '保存').click()
  await committee.getByText('填写转接编号，或上传回执照片').waitFor()
  await field(committee, '转接编号').fill('ZT20260001')
  await shown(committee, '保存').click()
  await shown(committee, `${leaver} 登记已接收`).waitFor({ state: 'hidden' })
  // Another has no number: a picture of the receipt will do, and whoever looks after the school sees it.
  await shown(committee, `${another} 登记去向`).click()
  await committee.getByRole('radio', { name: '工作单位' }).and(committee.locator(':visible')).click()
  await field(committee, '名称').fill('青溪镇供电所团支部')
  await shown(committee, '保存').click()
  await shown(committee, `${another} 登记已接收`).click()
  const chooser = committee.waitForEvent('filechooser')
  await shown(committee, '添加照片').click()
  await (await chooser).setFiles({ name: 'receipt.jpg', mimeType: 'image/jpeg', buffer: await photoOf(900, 1200) })
  await committee.getByText('已上传').first().waitFor()
  await check(committee, 'transfers-receipt')
  await shown(committee, '保存').click()
  await committee.locator('.q-sheet').waitFor({ state: 'detached' })
  await committee.getByRole('radio', { name: '已接收' }).and(committee.locator(':visible')).click()
  const card = committee.locator('.q-card').filter({ hasText: another }).and(committee.locator(':visible'))
  await card.getByRole('button', { name: /1/ }).first().waitFor()
  await check(committee, 'transfers-confirmed')

  const wide = await app.signIn('冯奕彤', desktop)
  await app.open(wide, 'packages/staff/transfers/index')
  await check(wide, 'transfers-desktop')
  await app.open(wide, 'packages/staff/rollover/index?org=wangcang.s01')
  await check(wide, 'rollover-desktop')
  await shown(wide, '撤销升级').click()
  await wide.locator('.q-sheet').getByRole('button', { name: '撤销升级' }).click()
  await wide.getByText(/的升级已撤销/).first().waitFor()
  await check(wide, 'rollover-undone')
  expect(await classesOf()).toEqual(['高一1班'])
}, 300_000)

test('a member to another class of the school, with the history on their page; a handover and a lost phone', async () => {
  const committee = await app.signIn('冯奕彤', phone)
  const [one] = (await readMembers(app.table, branch)).filter(({ graduated }) => graduated === undefined)
  await app.open(committee, `packages/staff/move-member/index?id=${one?.personId}`)
  await field(committee, '转到哪个支部').selectOption({ label: '高一2班团支部' })
  await shown(committee, '确认调整').click()
  await committee.getByText('请写明原因').waitFor()
  await field(committee, '原因').fill('分班调整')
  await check(committee, 'move-member')
  await shown(committee, '确认调整').click()
  await committee.getByText('等答复的调动').waitFor()
  await app.open(committee, `packages/staff/member/index?id=${one?.personId}`)
  // A branch's name is remembered for a while: that of the turn that was just undone may still be shown.
  await committee.getByText(/→ 清江中学高[一二]2班团支部 高一2班/).first().scrollIntoViewIfNeeded()
  await check(committee, 'member-history')

  await app.open(committee, `packages/staff/handover/index?org=${branch}`)
  await shown(committee, '提出交接').click()
  await committee.getByText('请选择接任的人').waitFor()
  await check(committee, 'handover')
  await app.open(committee, `packages/staff/lost-phone/index?id=${one?.personId}`)
  await field(committee, '原因').fill('在车上丢了')
  await shown(committee, '停用并发新码').click()
  await committee.locator('.q-sheet').getByRole('button', { name: '停用并发新码' }).click()
  await committee.locator('.s-code').waitFor()
  await check(committee, 'lost-phone-code')
  await app.open(committee, 'packages/staff/move-member/index')
  await shown(committee, '请对方转出').click()
  await committee.getByText('请填写姓名').waitFor()
  await check(committee, 'claim')
}, 300_000)
