import type { Page } from 'playwright-core'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { button, field, shown } from '../support/page'
import { photoOf } from '../support/photo'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const yesterday = new Date(Date.now() - 16 * 3_600_000).toISOString().slice(0, 10)

/** Demo people by what they are good for: a student of the class with nothing yet, their secretary, and the school's committee. */
const [student, secretary, school] = ['刚进支部，还没有任何记录', '清江中学高一1班团支部书记：审核、名单、申请', '清江中学团委：全校各支部'] as const
const photograph = async (page: Page, name: string) => {
  const chooser = page.waitForEvent('filechooser')
  await button(page, '添加照片').click()
  await (await chooser).setFiles({ name, mimeType: 'image/jpeg', buffer: await photoOf(900, 1200) })
  await shown(page, '已上传')
}
const nameOf = (page: Page, about: string) => page.evaluate(async (words) => {
  const all = (await (await fetch('http://127.0.0.1:3000/v1/demo-accounts')).json()) as { name: string; about: string }[]
  return all.find((one) => one.about === words)?.name ?? ''
}, about)

/** The member's page, from the list of all. */
const openMember = async (page: Page, name: string) => {
  await app.open(page, 'packages/staff/members/index')
  await field(page, '按姓名查找').fill(name)
  await button(page, new RegExp(`^${name}`)).click()
  await shown(page, '各项进度')
}

test('the secretary enters hours for a student without a phone; somebody else approves and corrects them; the student sees by whom, before and after', async () => {
  const page = await app.signIn(secretary)
  const name = await nameOf(page, student)
  await openMember(page, name)
  await app.look(page, 'behalf-1-member')
  await button(page, '＋ 代录活动').click()
  await button(page, '提交审核').click()
  await shown(page, '写明原因')
  await field(page, '做了什么').fill('清扫村口公路')
  await field(page, '日期').fill(yesterday)
  await field(page, '开始').fill('09:00')
  await field(page, '结束').fill('11:30')
  await field(page, '为什么代录').fill('家里没有手机，交来了村委会的证明')
  await photograph(page, 'proof.jpg')
  await app.look(page, 'behalf-2-enter')
  await button(page, '提交审核').click()
  await button(page, /^清扫村口公路/).click()
  await shown(page, '这是你代录的，由另一位负责人审核')
  await app.look(page, 'behalf-3-entered')

  const other = await app.signIn(school, desktop)
  await app.open(other, 'packages/staff/reviews/index')
  await other.getByText(new RegExp(`${name} · 清扫村口公路`)).click()
  await shown(other, /代为录入：家里没有手机/)
  await app.look(other, 'behalf-4-review')
  await button(other, '通过 1 条').click()
  await shown(other, '1 条完成')

  await openMember(other, name)
  await button(other, /^清扫村口公路/).click()
  await app.look(other, 'behalf-5-opened')
  await button(other, '更正').click()
  await shown(other, '更正记录')
  await button(other, '更正').click()
  await shown(other, '还没有改动任何内容')
  await field(other, '结束 时间').fill('11:00')
  await shown(other, '数量：2 小时 30 分 → 2 小时')
  await field(other, '更正原因').fill('按签到表，11 点就离开了')
  await app.look(other, 'behalf-6-correct')
  await button(other, '更正').click()
  await shown(other, '已更正')

  const mine = await app.signIn(student)
  await app.open(mine, 'pages/records/index')
  await button(mine, /^清扫村口公路/).click()
  await shown(mine, /代为录入：家里没有手机/)
  await shown(mine, /更正了：按签到表[\s\S]*数量：2 小时 30 分 → 2 小时/)
  await app.look(mine, 'behalf-7-student')
}, 300_000)

test('a letter on paper is entered with its photo, and stands for the student and for who decides', async () => {
  const page = await app.signIn(secretary, desktop)
  const name = await nameOf(page, student)
  await openMember(page, name)
  await button(page, '看入团申请').click()
  await button(page, '代录纸质申请书').click()
  await button(page, '录入申请').click()
  await shown(page, '拍下申请书')
  await field(page, '落款日期').fill(yesterday)
  await photograph(page, 'letter.jpg')
  await app.look(page, 'behalf-8-paper')
  await button(page, '录入申请').click()
  await shown(page, new RegExp(`纸质申请书，落款 ${yesterday}，.*代为录入`))
  await app.look(page, 'behalf-9-application')

  const mine = await app.signIn(student)
  await app.open(mine, 'packages/mine/apply/index')
  await shown(mine, new RegExp(`纸质申请书，落款 ${yesterday}，.*代为录入`))
  await app.look(mine, 'behalf-10-student')
}, 300_000)
