import type { Page } from 'playwright-core'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { phone } from '../support/browser'
import { shown } from '../support/page'

/** A role is proposed by one person and approved by another, in the app, on a phone and on a desktop. */
let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

const roles = 'packages/staff/roles/index'
const tap = (page: Page, name: string | RegExp, role: 'button' | 'radio' = 'button') => page.getByRole(role, { name }).and(page.locator(':visible')).first().click()
const field = (page: Page, label: string) => page.getByLabel(label).and(page.locator('input:visible, select:visible, textarea:visible')).last()
const dialog = (page: Page) => page.getByRole('dialog').last()

test('proposed by one on a phone, approved by the other on a desktop, with a code for whoever is new; then taken away', async () => {
  const first = await app.signIn('孔嘉琪', phone)
  await app.open(first, roles)
  await shown(first, '你提名的，等另一个人批准。')
  await app.look(first, 'roles-phone-open')
  await tap(first, '＋ 提名')
  await field(first, '单位').waitFor()
  await tap(first, '提交提名')
  await shown(first, '先查找，再选一位')
  await app.look(first, 'roles-phone-propose-faults')
  await tap(first, '学校或乡镇团委', 'radio')
  await field(first, '单位').selectOption({ label: '云岭高级中学' })
  await tap(first, '新人员', 'radio')
  await field(first, '姓名').fill('江望舒')
  await field(first, '理由').fill('学校团委换届')
  await app.look(first, 'roles-phone-propose-new')
  await tap(first, '提交提名')
  await shown(first, '江望舒')
  await app.look(first, 'roles-phone-proposed')

  const second = await app.signIn('曾泽舟', desktop)
  await app.open(second, roles)
  await shown(second, '江望舒')
  await app.look(second, 'roles-desktop-open')
  await second.locator('.q-card', { hasText: '江望舒' }).getByRole('button', { name: '批准' }).click()
  await shown(second, '批准后，江望舒担任学校或乡镇团委（云岭高级中学），并需要重新登录。')
  await app.look(second, 'roles-desktop-approve')
  await dialog(second).getByRole('button', { name: '批准' }).click()
  await shown(second, '江望舒的绑定码')
  await app.look(second, 'roles-desktop-code')
  await tap(second, '已抄好')

  await tap(second, '现任', 'radio')
  await field(second, '查找').fill('江望舒')
  await tap(second, /江望舒/)
  await shown(second, '还没有绑定微信，可以在这里发放绑定码。')
  await app.look(second, 'roles-desktop-holder')
  await tap(second, '免去职务')
  await dialog(second).getByRole('button', { name: '免去' }).click()
  await shown(second, '写明理由')
  await field(second, '理由').fill('录入有误')
  await dialog(second).getByRole('button', { name: '免去' }).click()
  await second.getByRole('dialog').waitFor({ state: 'hidden' })
  await tap(second, '记录', 'radio')
  await shown(second, '理由：录入有误')
  await app.look(second, 'roles-desktop-history')

  await app.open(first, roles)
  await tap(first, '现任', 'radio')
  await app.look(first, 'roles-phone-holders')
  await tap(first, /孔嘉琪/)
  await shown(first, '自己的职务由别人处理。')
  await app.look(first, 'roles-phone-own')
}, 180_000)

test('a member is found by name; the school’s committee proposes its branches’ secretaries only', async () => {
  const page = await app.signIn('冯奕彤', desktop)
  await app.open(page, 'packages/staff/propose-role/index')
  await field(page, '单位').waitFor()
  expect(await page.getByRole('radiogroup', { name: '职务' }).getByRole('radio').allInnerTexts()).toEqual(['团支部书记'])
  await field(page, '按姓名查找').fill('范')
  await tap(page, '查找')
  await page.getByRole('radio', { name: /范/ }).first().click()
  await app.look(page, 'roles-desktop-propose-member')
  await app.open(page, roles)
  await shown(page, '原书记任期已满')
  expect(await page.getByText('温书禾').count()).toBe(0)
}, 120_000)
