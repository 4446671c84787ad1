import { phone } from '../support/browser'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { button, field, shown, text } from '../support/page'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const beijing = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)

/** The county committee's secretary, and a student who lacks one minute of twenty hours. */
const county = '孔嘉琪'
const student = '范诗萱'

test('the county drafts rules, sees whom they change by name, and publishes them', async () => {
  const page = await app.signIn(county, desktop)
  await app.open(page, 'packages/staff/rules/index')
  await shown(page, '起草新规则')
  await app.look(page, 'policy-1-rules')
  await button(page, '起草新规则').click()
  for (const what of ['志愿服务', '思政课']) await button(page, `修改 ${what}`).click()
  await field(page, '志愿服务 不少于').fill('一百')
  await shown(page, '填写小时数，例如 20 或 1.5')
  await shown(page, '还有 1 处要改，改好才能保存')
  await app.look(page, 'policy-2-fault')
  await field(page, '志愿服务 不少于').fill('15')
  await field(page, '思政课 不少于').fill('10')
  await shown(page, '不少于：20 小时 → 15 小时')
  await app.look(page, 'policy-3-draft')
  await button(page, '预览会影响谁').click()
  await button(page, '开始预览').click()
  await shown(page, /个支部、600 人全部核算完/)
  await shown(page, /要求由 20 小时改为 15 小时/)
  await app.look(page, 'policy-4-preview')
  await text(page, '变为满足').click()
  await app.look(page, 'policy-5-preview')
  await field(page, '从哪天起执行').fill(beijing(Date.now()))
  await button(page, '发布').click()
  await shown(page, /全县立即按第 3 版计算/)
  await app.look(page, 'policy-6-publish')
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await shown(page, '第 3 版已发布')
  await shown(page, '与第 2 版相比')
  await app.look(page, 'policy-7-published')
}, 300_000)

test('an issue is published', async () => {
  const page = await app.signIn(county, phone)
  await app.open(page, 'packages/staff/study-issues/index')
  await button(page, '发布').click()
  await shown(page, '填写期号，用数字、字母和短横线')
  await field(page, '期号').fill('2099-01')
  await field(page, '名称').fill('第十五季特别期')
  await app.look(page, 'policy-8-issue')
  await button(page, '发布').click()
  await shown(page, '第十五季特别期')
}, 300_000)

test('an old decision is run again by the rules of its day', async () => {
  const page = await app.signIn('熊月彤', desktop)
  await app.open(page, 'packages/staff/applications/index')
  await page.getByRole('radio', { name: '全部' }).click()
  await page.getByLabel('环节', { exact: true }).and(page.locator(':visible')).selectOption('archived')
  await page.locator('button.q-card').and(page.locator(':visible')).first().click()
  await page.getByRole('button', { name: /重新核算：拟定发展对象/ }).first().click()
  await shown(page, '与当时的结果一致')
  await shown(page, /第 2 版规则/)
  await text(page, '与当时的结果一致').scrollIntoViewIfNeeded()
  await app.look(page, 'policy-11-rerun')
}, 300_000)

test('a student’s page shows the new rules', async () => {
  const page = await app.signIn(student)
  await app.open(page, 'packages/mine/requirement/index?key=volunteer-hours')
  // A function remembers the county's policy for half a minute: what needed none of it came first.
  for (let looks = 0; looks < 20 && (await page.getByText(/本县规则第 3 版/).count()) === 0; looks++) {
    await page.waitForTimeout(3000)
    await page.reload()
    await shown(page, /本县规则第 \d 版/)
  }
  await shown(page, /不少于 15 小时/)
  await shown(page, /本县规则第 3 版/)
}, 300_000)

test('the issue’s coverage follows, and it is taken back', async () => {
  const page = await app.signIn(county, phone)
  await app.open(page, 'packages/staff/study-issues/index')
  const mine = await app.signIn(student)
  await app.open(mine, 'packages/mine/requirement/index?key=youth-study-coverage')
  // A function remembers the county's policy for half a minute.
  for (let looks = 0; looks < 20 && (await mine.getByText('2099-01').count()) === 0; looks++) {
    await mine.waitForTimeout(3000)
    await mine.reload()
    await shown(mine, '还没学的期次')
  }
  await shown(mine, '2099-01')
  await button(page, '撤下 第十五季特别期').click()
  await app.look(page, 'policy-9-withdraw')
  await page.getByRole('dialog').getByRole('button', { name: '撤下', exact: true }).click()
  await shown(page, /孔嘉琪 .* 撤下/)
  await app.look(page, 'policy-10-withdrawn')
}, 300_000)
