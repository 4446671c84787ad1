import type { Page } from 'playwright-core'
import { phone } from '../support/browser'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { button, shown, text } from '../support/page'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const select = (page: Page, name: string | RegExp) => page.getByLabel(name, { exact: typeof name === 'string' }).and(page.locator('select:visible')).first()
const choose = async (page: Page, action: string, name: string, lines: string[]) => {
  const chooser = page.waitForEvent('filechooser')
  await button(page, action).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
}
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)

test.each([['phone', phone, 8, '河道清理'], ['desktop', desktop, 9, '河道巡查']] as const)('%s: a secretary takes hours over from another platform, sees each row’s fate, solves what is unclear, and takes it back', async (device, size, back, project) => {
  const page = await app.signIn('熊月彤', size)
  await app.open(page, 'packages/staff/members/index')
  const names = await page.locator('button.q-card .q-strong:visible').allInnerTexts()
  const [first = '', second = '', third = ''] = names.filter((name, i) => names.indexOf(name) === i)

  await app.open(page, 'packages/staff/imports/index')
  await shown(page, '导入历史')
  await app.look(page, `imports-${device}-1-empty`)
  await choose(page, '选择文件', '志愿四川 服务时长.csv', [
    '志愿四川服务时长导出', '姓名,班级,项目名称,开始时间,结束时间,证书编号', `${first},,${project},${day(back)} 06:00,${day(back)} 08:30,ZS-${device}-1`, `${second},,图书整理,${day(back)} 06:00,${day(back)} 07:00,`, `${second},,环境整治,${day(back)} 06:30,${day(back)} 07:30,`,
    `${third},别的班,敬老院探望,${day(back)} 06:00,${day(back)} 07:00,`, '钱不在,,河道清理,2026-03-07 06:00,2026-03-07 08:00,', `${first},,社区宣传,3月7日 9:00,3月7日 10:00,`, '合计,,,,,',
  ])
  await shown(page, '试算结果，还没有写入')
  await app.look(page, `imports-${device}-2-dry-run`)
  await select(page, `是哪一位 ${third}`).selectOption({ index: 1 })
  await button(page, '按选定的人员重新试算').click()
  await button(page, '导入 4 条记录').waitFor()
  await text(page, /^扣除重叠 1$/).click()
  await shown(page, /表内 .*实计/)
  await app.look(page, `imports-${device}-3-solved`)
  await button(page, '导入 4 条记录').click()
  await shown(page, '已导入 4 条记录')
  await shown(page, /共 6 行/)
  await app.look(page, `imports-${device}-4-applied`)

  await app.open(page, 'packages/staff/members/index')
  await page.locator('button.q-card:visible').filter({ hasText: first }).first().click()
  await text(page, project).click()
  await shown(page, `来自志愿四川 · 证书号 ZS-${device}-1`)
  await app.look(page, `imports-${device}-5-record`)

  await app.open(page, 'packages/staff/imports/index')
  await button(page, '撤销 志愿四川 服务时长.csv').click()
  await app.look(page, `imports-${device}-6-ask`)
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await shown(page, /熊月彤 于 .* 撤销/)
  await app.look(page, `imports-${device}-7-undone`)
}, 300_000)

test('columns of other names are named by hand, for records and for the roster', async () => {
  const page = await app.signIn('熊月彤', phone)
  await app.open(page, 'packages/staff/members/index')
  const [first = ''] = await page.locator('button.q-card .q-strong:visible').allInnerTexts()
  await app.open(page, 'packages/staff/imports/index')
  await choose(page, '选择文件', '时长.csv', ['谁,干了什么,哪一天,多久', `${first},扫雪,${day(60)},2`])
  await shown(page, /没有认出这些列/)
  await app.look(page, 'imports-phone-8-columns')
  for (const [header, field] of [['谁', '姓名'], ['干了什么', '项目或活动名称'], ['哪一天', '服务日期'], ['多久', '服务时长']] as const) await select(page, header).selectOption({ label: field })
  await button(page, '按这些列试算').click()
  await button(page, '导入 1 条记录').waitFor()

  await app.open(page, 'packages/staff/roster/index')
  await choose(page, '选择文件', '名单.csv', ['谁,生于', '赵小满,2010-05-04'])
  await shown(page, /没有认出这些列/)
  for (const [header, field] of [['谁', '姓名'], ['生于', '出生日期']] as const) await select(page, header).selectOption({ label: field })
  await button(page, '按这些列试算').click()
  await button(page, '导入这 1 行').waitFor()
  await app.look(page, 'imports-phone-9-roster')
}, 300_000)
