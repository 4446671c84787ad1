import { paginateScan } from '@aws-sdk/lib-dynamodb'
import type { Page } from 'playwright-core'
import { lastOf } from '@shared/rules/application-order'
import { silentIntroducers } from '../../functions/core/act-conditions'
import { foldApplication } from '../../functions/core/fold-application'
import { readApplicationSteps } from '../../functions/store/applications'
import { keys } from '../../functions/store/keys'
import { readMembers } from '../../functions/store/members'
import { type Me, readMe } from '../../functions/store/people'
import { deleteItem, getItem, putItem, UpdateCommand } from '../../functions/store/table'
import { faultsOf } from '../support/axe'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { button, field, shown, text } from '../support/page'

const branch = 'wangcang.s01.b02'
let app: DemoApp
let secretary: Me
const candidates: Me[] = []

const applicationOf = async (personId: string) => foldApplication(await readApplicationSteps(app.table, personId))

/** Whoever's form was filled in and whose introducers spoke before today changes to this class: two of them to be voted on at one meeting. */
beforeAll(async () => {
  app = await startDemoApp()
  const account = await getItem<{ personId: string }>(app.table, keys.demoAccount('branch-secretary-2'))
  secretary = (await readMe(app.table, account?.personId ?? '')) as Me
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const everyone: Me[] = []
  for await (const { Items = [] } of paginateScan({ client: app.table.doc }, { TableName: app.table.name, FilterExpression: 'sk = :me', ExpressionAttributeValues: { ':me': 'ME' } })) everyone.push(...(Items as Me[]).filter(({ branch: of, progress }) => of?.startsWith('wangcang.') && progress?.application?.state === 'form-filled'))
  everyone.sort((a) => (a.branch === branch ? -1 : 1))
  for (const me of everyone) {
    const application = await applicationOf(me.personId)
    const spoken = application && (lastOf(application, 'introduce')?.facts.date ?? today)
    if (candidates.length === 2 || !application || silentIntroducers(application).length || (spoken ?? today) >= today) continue
    candidates.push(me)
    if (me.branch === branch || me.branch === undefined) continue
    const member = await getItem<Me>(app.table, keys.member(me.branch, me.personId))
    await putItem(app.table, { ...member, ...keys.member(branch, me.personId) })
    await deleteItem(app.table, keys.member(me.branch, me.personId))
    await app.table.doc.send(new UpdateCommand({ TableName: app.table.name, Key: keys.me(me.personId), UpdateExpression: 'SET branch = :branch', ExpressionAttributeValues: { ':branch': branch } }))
  }
  expect(candidates.length).toBe(2)
}, 600_000)
afterAll(() => app?.stop())

/** A picture to be looked at, and nothing on it that a screen reader or weak eyes would miss. */
const look = async (page: Page, name: string) => {
  await app.look(page, name)
  expect({ name, axe: await faultsOf(page) }).toEqual({ name, axe: [] })
}
const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
const tab = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).and(page.locator(':visible')).click()
const card = (page: Page, who: Me | undefined) => page.locator('.q-card:visible', { hasText: who?.name ?? '' }).filter({ hasText: '表决方式' })

test('a meeting with two candidates on a phone: planned, the roll taken, one passes and one fails, minutes on file and corrected', async () => {
  const [one, two] = candidates
  const members = (await readMembers(app.table, branch)).filter(({ leagueMember, graduated }) => leagueMember && graduated === undefined)
  const page = await app.signIn(secretary.name)
  await button(page, /^支部大会/).click()
  await button(page, '筹备支部大会').click()
  await shown(page, one?.name ?? '')
  await button(page, '列入计划').click()
  await shown(page, '填写地点')
  await field(page, '地点').fill('高一2班教室')
  await field(page, '主持人').fill('周老师')
  await field(page, '记录人').fill('吴老师')
  await button(page, '＋ 添加议题').click()
  await field(page, '议题 1').fill('讨论下学期的志愿服务')
  await look(page, 'meeting-1-plan')
  await button(page, '列入计划').click()
  await shown(page, '至少')
  await look(page, 'meeting-2-roll')
  await button(page, '全部到会').click()
  await shown(page, '到会人数够了')
  await shown(page, '还没保存，已存在本机')

  await button(page, '调整应到人员').click()
  await field(page, '名册以外应到人数').fill('1')
  await field(page, '调整原因').waitFor()
  await look(page, 'meeting-10-adjust')
  await button(page, '保存').click()
  await shown(page, '说明为什么和名册不一样')
  await field(page, '名册以外应到人数').fill('')
  // The app is killed before anything was sent: the roll is still there.
  const again = await app.reopen(page, page.url().split('#/')[1] ?? '')
  await shown(again, '到会人数够了')
  await tab(again, '表决')
  const first = card(again, one)
  await first.getByRole('radio', { name: '逐人记名' }).click()
  await shown(again, '逐人登记每位到会团员的意见')
  await look(again, 'meeting-9-named')
  await first.getByRole('radio', { name: '无记名投票' }).click()
  await first.getByRole('button', { name: '其余都赞成' }).click()
  await shown(again, '将会通过')
  await look(again, 'meeting-3-vote')
  await first.getByRole('button', { name: `登记表决结果 ${one?.name}` }).click()
  await shown(again, /登记后不能修改/)
  await look(again, 'meeting-4-confirm')
  await confirm(again, '登记表决结果')
  await shown(again, `已登记：${one?.name} 通过`)

  const second = card(again, two)
  for (let i = 0; i < members.length; i++) await second.getByRole('button', { name: '反对加一' }).click()
  await shown(again, '将不通过')
  await second.getByRole('button', { name: `登记表决结果 ${two?.name}` }).click()
  await confirm(again, '登记表决结果')
  await shown(again, `已登记：${two?.name} 未通过`)
  await look(again, 'meeting-5-voted')
  expect([(await applicationOf(one?.personId ?? ''))?.state, (await applicationOf(two?.personId ?? ''))?.state]).toEqual(['branch-voted', 'rejected'])

  await tab(again, '签到')
  await shown(again, /不能再改日期和签到/)
  await tab(again, '记录')
  await field(again, '结果 讨论下学期的志愿服务').fill('每人每学期不少于 20 小时。')
  await button(again, '按议程和表决写出初稿').click()
  // What was just written is not saved yet: the sheet to write on by hand is of what is.
  expect(await again.getByRole('button', { name: '打印空白会议记录' }).and(again.locator(':visible')).count()).toBe(0)
  await look(again, 'meeting-6-minutes')
  await button(again, '结束大会并存档').click()
  await confirm(again, '结束大会并存档')
  await shown(again, '已召开')
  await shown(again, new RegExp(`讨论${one?.name}的入团申请，无记名投票：赞成 ${members.length} 票`))
  await look(again, 'meeting-7-held')
  const [opened, made] = await Promise.all([again.context().waitForEvent('page'), again.waitForResponse((reply) => reply.url().endsWith('/application/papers')), button(again, '打印会议记录').click()])
  expect([made.status(), (await made.json()).kind]).toEqual([201, 'branch-minutes'])
  await opened.close()
  await button(again, '更正会议记录').click()
  await field(again, '会议记录').fill('更正后的记录')
  await field(again, '更正原因').fill('漏记一项')
  await confirm(again, '更正会议记录')
  await shown(again, /更正：漏记一项/)
  await app.open(again, 'packages/staff/meetings/index')
  await shown(again, '发展对象 2 人 · 已表决 2 人 · 通过 1 人')
  await look(again, 'meeting-8-list')
  await text(again, '已召开').click()
  await shown(again, '更正后的记录')
}, 300_000)

test('a committee looks on: meetings of its branches, none of which it may change', async () => {
  const page = await app.signIn('冯奕彤', desktop)
  await app.open(page, 'packages/staff/meetings/index')
  await shown(page, /高一2班团支部/)
  await look(page, 'meeting-11-committee')
  await page.locator('button.q-card:visible').first().click()
  await shown(page, '会议记录')
  expect(await page.getByRole('button', { name: /更正会议记录|登记表决结果|保存/ }).count()).toBe(0)
  await look(page, 'meeting-12-record')
}, 120_000)
