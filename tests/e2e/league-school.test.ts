import type { Page } from 'playwright-core'
import { phone } from '../support/browser'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const shown = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).and(page.locator(':visible')).first()
const field = (page: Page, name: string | RegExp) => page.getByLabel(name).and(page.locator(':visible')).first()
/** Of the county's clock, which is Beijing's. */
const yesterday = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() - 86_400_000)

test('a school plans a League class, takes its roll with a search, takes one back; each has the lesson once, and the county sees it', async () => {
  const committee = await app.signIn('冯奕彤', phone)
  await committee.getByText('团员培训、入团团课和点名').first().click()
  await app.wellMade(committee, 'league-school')
  await shown(committee, '＋ 新建课程 入团团课').click()
  await shown(committee, '保存').click()
  await committee.getByText('填写名称').waitFor()
  await app.wellMade(committee, 'league-course-fault')
  await field(committee, '名称').fill('寒假前集中团课')
  await field(committee, '一共几次课').fill('2')
  await shown(committee, '保存').click()
  await committee.getByText('寒假前集中团课').first().waitFor()

  await shown(committee, '＋ 加一次课 寒假前集中团课').click()
  await field(committee, '内容').fill('团的历史')
  await field(committee, '日期').fill(yesterday)
  await field(committee, '地点').fill('报告厅')
  await field(committee, '主讲人').fill('冯老师')
  await field(committee, '第几课').selectOption('lesson-8')
  await app.wellMade(committee, 'league-session')
  await shown(committee, '保存').click()
  await shown(committee, '点名 团的历史').click()
  await committee.getByText('谁到了').waitFor()
  await app.wellMade(committee, 'league-roll')
  const people = committee.getByRole('checkbox').and(committee.locator(':visible'))
  const first = (await people.first().locator('.q-strong').textContent()) ?? ''
  await field(committee, '找人').fill(first)
  await people.first().click()
  await field(committee, '找人').fill('')
  await people.nth(1).click()
  // What is ticked outlives the app.
  await committee.reload()
  await shown(committee, '保存 2 人').waitFor()
  await app.wellMade(committee, 'league-roll-ticked')
  await shown(committee, '保存 2 人').click()
  await committee.getByText('已点名', { exact: true }).first().waitFor()
  await app.wellMade(committee, 'league-roll-saved')

  // Whoever comes to light later is added with a reason; somebody by mistake is taken back with one.
  await people.first().click()
  await shown(committee, '保存 1 人').click()
  await committee.getByText('这次课已经点过名，补记要写明原因').waitFor()
  await app.wellMade(committee, 'league-roll-late')
  await field(committee, '补记原因').fill('当天漏记')
  await shown(committee, '保存 1 人').click()
  await committee.getByText(/补记：当天漏记/).waitFor()
  await shown(committee, `撤回${first}`).click()
  await field(committee, '撤回原因').fill('点错了名')
  await app.wellMade(committee, 'league-take-back')
  await committee.locator('.q-sheet').getByRole('button', { name: '撤回', exact: true }).click()
  await committee.getByText('撤回的 1 人').waitFor()
  await app.wellMade(committee, 'league-roll-after')

  const county = await app.signIn('孔嘉琪', desktop)
  await county.getByText('各校办了几期，谁落后').first().click()
  await county.getByText(/落后 \d 期/).first().waitFor()
  await app.wellMade(county, 'league-schools')
  await county.getByText('清江中学').and(county.locator(':visible')).first().click()
  await county.getByText('寒假前集中团课').first().waitFor()
  await app.wellMade(county, 'league-school-county')
}, 300_000)

test('a student sees when the next League class is', async () => {
  const student = await app.signIn('范诗萱', phone)
  await app.open(student, 'packages/mine/requirement/index?key=league-class')
  await student.getByText('学校下一次团课').waitFor()
  await app.wellMade(student, 'league-next-class')
}, 120_000)
