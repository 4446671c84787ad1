import type { Page } from 'playwright-core'
import { faultsOf } from '../support/axe'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { phone } from '../support/browser'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

/** Texts of a page that nobody should read: ids, codes, names of fields, words that were not translated. */
const raw = /undefined|null|NaN|\[object|\b[a-z]+\.[st]\d\d|\bp-[a-z0-9]{8,}|~ev-|\b[a-z]+-[a-z]+-?[a-z]*\b|[A-Za-z]{3,} [A-Za-z]{3,}/

/** Every route of the app, who is looked for at it, and where it leads. */
const student = [
  'pages/home/index',
  'pages/events/index',
  'pages/records/index',
  'pages/me/index',
  'packages/mine/messages/index',
  'packages/mine/reads/index',
  'packages/mine/submit-record/index',
  'packages/mine/apply/index',
  'packages/mine/requirement/index?key=volunteer-hours',
  'packages/mine/requirement/index?key=league-class',
  'packages/documents/list/index',
  'packages/homes/list/index',
  'packages/homes/home/index?id=wangcang.t01.home',
  'packages/homes/home/index?id=wangcang.t23.home',
  'packages/people/people/index',
  'packages/people/bind/index',
  'packages/people/asked/index',
]
/** One who failed the exam twice on paper. */
const examinee = ['packages/exam/start/index', 'packages/mine/requirement/index?key=league-class']
const staff: [string, string[]][] = [
  ['贾承然', ['home', 'events', 'publish-event', 'youth-home', 'home-profile', 'home-standard?standard=place', 'home-figures']],
  ['孔嘉琪', ['home', 'spot-checks', 'roles', 'propose-role', 'rules', 'rules-draft', 'rules-preview', 'study-issues', 'plan', 'plan?org=wangcang.s01', 'league-schools', 'league-school?org=wangcang.s05', 'violations', 'procedure', 'homes', 'youth-home?id=wangcang.t01.home', 'home-figures']],
  ['熊月彤', ['home', 'reviews', 'members', 'applications', 'meetings', 'roster', 'slips', 'cards', 'imports', 'roll', 'scores', 'turns', 'move-member', 'handover', 'lost-phone', 'transfers']],
  ['冯奕彤', ['home', 'questions', 'plan', 'league-school', 'violations', 'procedure', 'turns', 'rollover', 'transfers']],
]
const visits = [
  ...student.map((path) => ['范诗萱', 'phone', path] as const),
  ...examinee.map((path) => ['郭浩禾', 'phone', path] as const),
  ...(['phone', 'desktop'] as const).flatMap((device) => staff.flatMap(([who, pages]) => pages.map((one) => [who, device, `packages/staff/${one.replace(/\?|$/, '/index$&')}`] as const))),
] as const

const check = async (page: Page, name: string) => {
  await app.look(page, name)
  const words = (await page.locator('body').allInnerTexts()).join('\n').split('\n').filter((line) => raw.test(line))
  const { scrollWidth, innerWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, innerWidth: window.innerWidth }))
  expect({ name, words, tooWide: scrollWidth > innerWidth, axe: await faultsOf(page) }).toEqual({ name, words: [], tooWide: false, axe: [] })
}

const open = new Map<string, Page>()
const pageOf = async (who: string, device: 'phone' | 'desktop') => {
  const key = `${who} ${device}`
  const page = open.get(key) ?? (await app.signIn(who, device === 'phone' ? phone : desktop))
  open.set(key, page)
  return page
}

test.each(visits)('%s, %s: %s', async (who, device, path) => {
  const page = await pageOf(who, device)
  await app.open(page, path)
  await check(page, `page-${device}-${path.replaceAll(/^pages\/|^packages\/|\/index/g, '').replaceAll(/[/?=]/g, '-')}-${who}`)
}, 120_000)

test('sign-in, before anyone is', async () => {
  const page = await app.visit()
  await page.getByText('选一位演示人物登录').waitFor()
  // The demo accounts' own list is of names and roles.
  await check(page, 'page-phone-sign-in')
}, 120_000)

/** Pages that open from a list. */
test.each([
  ['范诗萱', 'phone', 'pages/records/index', 'button.q-card', 'record'],
  ['范诗萱', 'phone', 'pages/events/index', 'button.q-card', 'event'],
  ['贾承然', 'phone', 'packages/staff/events/index', 'button.q-card', 'check-in'],
  ['贾承然', 'desktop', 'packages/staff/events/index', 'button.q-card', 'check-in'],
  ['熊月彤', 'phone', 'packages/staff/members/index', 'button.q-card', 'member'],
  ['熊月彤', 'desktop', 'packages/staff/members/index', 'button.q-card', 'member'],
  ['熊月彤', 'phone', 'packages/staff/applications/index', 'button.q-card', 'application'],
  ['熊月彤', 'desktop', 'packages/staff/applications/index', 'button.q-card', 'application'],
  ['熊月彤', 'phone', 'packages/staff/reviews/index', '.s-row-body', 'review'],
  ['熊月彤', 'desktop', 'packages/staff/reviews/index', '.s-row-body', 'review'],
] as const)('%s, %s: from %s', async (who, device, from, row, name) => {
  const page = await pageOf(who, device)
  await app.open(page, from)
  await page.locator(row).and(page.locator(':visible')).first().click()
  await check(page, `page-${device}-${name}-${who}`)
}, 120_000)

/** What belongs to one event, from its check-in page. */
test.each(['phone', 'desktop'] as const)('贾承然, %s: from an event', async (device) => {
  const page = await pageOf('贾承然', device)
  await app.open(page, 'packages/staff/events/index')
  await page.locator('button.q-card').and(page.locator(':visible')).first().click()
  await page.waitForURL(/check-in/)
  const id = page.url().match(/id=([^&]+)/)?.[1] ?? ''
  for (const name of ['staff/conflicts', 'pass/venue-code']) {
    await app.open(page, `packages/${name}/index?id=${id}`)
    await check(page, `page-${device}-${name.split('/')[1]}-贾承然`)
  }
}, 120_000)

/** What a secretary enters and corrects, from a member's own page. */
test.each(['phone', 'desktop'] as const)('熊月彤, %s: from a member', async (device) => {
  const page = await pageOf('熊月彤', device)
  const press = (name: string | RegExp) => page.getByRole('button', { name }).and(page.locator(':visible')).first().click()
  const member = async () => {
    await app.open(page, 'packages/staff/members/index')
    await page.getByLabel('按姓名查找', { exact: true }).and(page.locator(':visible')).fill('范诗萱')
    await press(/^范诗萱/)
  }
  await member()
  await press('＋ 代录活动')
  await page.getByText('为什么代录').and(page.locator(':visible')).first().waitFor()
  await check(page, `page-${device}-submit-record-for-熊月彤`)
  await member()
  await press(/已通过.*(自己申报|班级登记|导入)/)
  await page.getByRole('dialog').getByRole('button', { name: '更正', exact: true }).click()
  await page.getByText('更正原因').and(page.locator(':visible')).first().waitFor()
  await check(page, `page-${device}-correct-record-熊月彤`)
  await member()
  await press('看入团申请')
  await press('代录纸质申请书')
  await page.getByText('落款日期').and(page.locator(':visible')).first().waitFor()
  await check(page, `page-${device}-apply-for-熊月彤`)
}, 180_000)
