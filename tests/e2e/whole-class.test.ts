import type { Page } from 'playwright-core'
import { bankItems } from '../../functions/demo/question-bank'
import { keys } from '../../functions/store/keys'
import { type Table, writeAll } from '../../functions/store/table'
import type { Context } from '../../functions/use-cases/context'
import { workbook } from '../sheets/build'
import { answerQuestion } from '../support/answer-question'
import { putPerson, smallWorld } from '../support/context'
import { desktop } from '../support/demo-app'
import { type DeployedApp, startDeployedApp } from '../support/deployed-app'
import { button, field, shown } from '../support/page'

const branch = 'wangcang.s01.b03'
const names = ['李小溪', '张雨桐', '王浩然', '陈一诺', '赵子墨']

/** A county with a question bank, and a class whose roster nobody has brought yet. */
const seed = async ({ table }: { table: Table }) => {
  const context = { table } as Context
  await smallWorld(context)
  await writeAll(table, [
    { ...keys.org(branch), id: branch, kind: 'branch', name: '初三（3）班团支部', classes: ['初三（3）班'] },
    ...bankItems({ org: 'wangcang', at: '2026-03-01T02:00:00.000Z', by: 'w-county' }),
  ])
  await putPerson(context, 'p-secretary', { name: '何老师', roles: [{ name: 'branch-secretary', scope: branch }] })
}

let app: DeployedApp
beforeAll(async () => {
  app = await startDeployedApp(seed)
}, 300_000)
afterAll(() => app?.stop())

const beijing = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString()

let secretary: Page
let student: Page

test('a class comes from its roster sheet, and each gets a slip', async () => {
  secretary = await app.signedIn('p-secretary', desktop)
  await app.open(secretary, 'packages/staff/roster/index')
  const roster = await workbook((sheet) => {
    sheet.addRows([['初三（3）班学生花名册'], ['序号', '姓名', '出生日期', '班级', '学号'], ...names.map((name, i) => [i + 1, name, `2010年${i + 3}月1${i}日`, '初三（3）班', `２０２３０${i}`])])
    sheet.mergeCells('A1:E1')
  })
  const chooser = secretary.waitForEvent('filechooser')
  await button(secretary, '选择文件').click()
  await (await chooser).setFiles({ name: '花名册.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: roster })
  await shown(secretary, '试算结果，还没有写入')
  await button(secretary, '导入这 5 行').click()
  await shown(secretary, '已导入')
  await app.look(secretary, 'class-1-roster')
  await button(secretary, '去发绑定码').click()
  await button(secretary, '生成小条').click()
  await secretary.getByRole('dialog').getByRole('button', { name: '生成', exact: true }).click()
  await shown(secretary, '5 张小条')
  await app.look(secretary, 'class-2-slips')
  expect(await secretary.locator('.slip-name').and(secretary.locator(':visible')).allTextContents()).toEqual(['陈一诺', '李小溪', '王浩然', '张雨桐', '赵子墨'])
}, 200_000)

test('a student opens the slip’s link, signs in at WeChat and is bound', async () => {
  const slip = secretary.locator('.slip').and(secretary.locator(':visible')).filter({ hasText: '李小溪' })
  student = await app.visit(`/?bind=${await slip.locator('.slip-code').textContent()}`)
  await button(student, '微信登录').click()
  await app.answer(student, 'xiaoxi')
  await student.getByRole('checkbox').and(student.locator(':visible')).click()
  await button(student, '绑定').click()
  await shown(student, '你好，李小溪')
  await app.look(student, 'class-3-bound')
}, 200_000)

test('the secretary calls the roll of eight lessons; the student passes the exam, and both are progress', async () => {
  await app.open(secretary, 'packages/staff/roll/index')
  for (let lesson = 1; lesson <= 8; lesson++) {
    await field(secretary, '第几课').selectOption(String(lesson))
    await field(secretary, '日期').fill(beijing(Date.now() - (10 - lesson) * 86_400_000).slice(0, 10))
    await button(secretary, '全选').click()
    await button(secretary, '登记 5 人').click()
    await shown(secretary, /已登记 5 人/)
    await button(secretary, '再登记一次').click()
  }
  await app.open(student, 'packages/exam/start/index')
  await button(student, '开始第 1 次考试').click()
  await button(student, '开始').click()
  for (let i = 1; i <= 25; i++) {
    await shown(student, `第 ${i} / 25 题`)
    await answerQuestion(student)
    if (i < 25) await button(student, '下一题').click()
  }
  await button(student, '交卷').click()
  await student.getByRole('dialog').getByRole('button', { name: '交卷', exact: true }).click()
  await shown(student, '恭喜，通过了')
  await app.look(student, 'class-4-passed')
  await app.open(student, 'packages/mine/requirement/index?key=league-class')
  await student.reload()
  await shown(student, '考试已通过')
  await shown(student, '8 课时 / 8 课时')
  await app.look(student, 'class-5-progress')
}, 300_000)

test('a rejected record is appealed and granted, and counts', async () => {
  await app.open(student, 'packages/mine/submit-record/index')
  await field(student, '做了什么').fill('帮村里老人打扫院子')
  await field(student, '日期').fill(beijing(Date.now() - 86_400_000).slice(0, 10))
  await field(student, '开始').fill('09:00')
  await field(student, '结束').fill('10:30')
  await button(student, '提交审核').click()
  await shown(student, '待审核')

  const decide = async (press: string) => {
    await app.open(secretary, 'packages/staff/reviews/index')
    await secretary.reload()
    await secretary.getByText(/帮村里老人打扫院子/).and(secretary.locator(':visible')).first().click()
    await button(secretary, press).click()
  }
  await decide('退回 1 条')
  await secretary.getByRole('radio', { name: '需要更多证明' }).click()
  await secretary.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
  await shown(secretary, '1 条完成')

  await app.open(student, 'pages/records/index')
  await student.reload()
  await button(student, /帮村里老人打扫院子/).click()
  await shown(student, '需要更多证明')
  await button(student, '申诉').click()
  await student.getByLabel('申诉理由').and(student.locator(':visible')).fill('村支书可以作证，电话在村务公开栏')
  await app.look(student, 'class-6-appeal')
  await button(student, '提交申诉').click()
  await shown(student, '申诉待审')

  await decide('通过 1 条')
  await shown(secretary, '1 条完成')
  await app.open(student, 'packages/mine/requirement/index?key=volunteer-hours')
  await student.reload()
  await shown(student, '帮村里老人打扫院子')
  await shown(student, '1 小时 30 分')
  await app.look(student, 'class-7-granted')
}, 300_000)
