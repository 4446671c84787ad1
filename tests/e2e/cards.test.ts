import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { readCard } from '@shared/pass/card'
import { readPass } from '@shared/pass/pass'
import type { Table } from '../../functions/store/table'
import type { Context } from '../../functions/use-cases/context'
import { faultsOf } from '../support/axe'
import { phone } from '../support/browser'
import { cameraOf, qrMatrix } from '../support/camera'
import { putPerson, smallWorld } from '../support/context'
import { desktop } from '../support/demo-app'
import { type DeployedApp, pictures, startDeployedApp } from '../support/deployed-app'
import { button, shown } from '../support/page'
import { codesOf } from '../support/read-codes'
import { scanOf } from '../support/scan'

const branch = 'wangcang.s01.b01'
const home = 'wangcang.t01.home'
const students = ['范诗萱', '范小川', '何清悦', '欧阳子墨', '朱雨桐', '胡昊航', '熊月彤', '郝海涵', '贾承然', '阿依古丽·买买提', '赵一诺']

const seed = async ({ table }: { table: Table }) => {
  const context = { table } as Context
  await smallWorld(context)
  for (const [i, name] of students.entries()) await putPerson(context, `p-student-${i}`, { name, branch, ...(name === '赵一诺' && { birthDate: '2014-05-04' }) })
  await putPerson(context, 'p-secretary', { name: '何老师', roles: [{ name: 'branch-secretary', scope: branch }] })
}

let app: DeployedApp
beforeAll(async () => {
  app = await startDeployedApp(seed)
}, 300_000)
afterAll(() => app?.stop())

const api = async (who: string, method: string, path: string, body?: object) => {
  const answer = await fetch(`${app.stage.api}${path}`, { method, headers: await app.headersOf(who), ...(body && { body: JSON.stringify(body) }) })
  return (await answer.json()) as Record<string, string> & { verdicts: { verdict: string; personId: string }[] }
}
/** The texts of the codes that a page shows, read off a picture of it. */
const codesOn = (page: Page) => codesOf(page, '.card-picture')

test('the secretary makes cards for a class and prints them: ten a sheet of A4, each with a code of its own that says no name; a spoilt sheet is printed again', async () => {
  const page = await app.signedIn('p-secretary', desktop)
  await app.open(page, 'packages/staff/members/index')
  await button(page, '签到卡').click()
  await button(page, '制作签到卡').waitFor()
  await app.look(page, 'cards-before-desktop')
  await button(page, '制作签到卡').click()
  await shown(page, /13 张新卡/)
  await shown(page, /其中 1 人未满 14 岁/)
  await app.look(page, 'cards-desktop')
  expect(await faultsOf(page)).toEqual([])
  const codes = await codesOn(page)
  expect(new Set(codes).size).toBe(13)
  expect(codes.map((code) => readCard(code)?.length)).toEqual(codes.map(() => 16))
  await page.emulateMedia({ media: 'print' })
  for (const words of ['制作签到卡', '全部换新卡', '打印']) expect(await page.getByText(words, { exact: true }).and(page.locator(':visible')).count()).toBe(0)
  const pdf = await page.pdf({ path: join(pictures, 'cards.pdf'), preferCSSPageSize: true, printBackground: false })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
  await page.setViewportSize({ width: 794, height: 1123 })
  await app.look(page, 'cards-a4')

  // On another day: everyone has one, and the same ones are shown again.
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(phone.viewport)
  await page.reload()
  await button(page, '制作签到卡').click()
  await shown(page, '这里的同学都已经有卡')
  await app.look(page, 'cards-none-phone')
  await button(page, '再次显示上次做的卡').click()
  await shown(page, /13 张新卡/)
  await app.look(page, 'cards-phone')
  expect(await faultsOf(page)).toEqual([])
  expect(await codesOn(page)).toEqual(codes)
}, 300_000)

test('one member’s card is replaced, or ended because it was lost', async () => {
  const page = await app.signedIn('p-secretary')
  await app.open(page, 'packages/staff/member/index?id=p-student-2')
  await button(page, '签到卡').click()
  await shown(page, '何清悦的签到卡')
  await button(page, '做卡').click()
  await shown(page, /何清悦已经有卡/)
  await button(page, '补办').click()
  await page.getByRole('dialog').getByRole('button', { name: '补办', exact: true }).click()
  await shown(page, /1 张新卡/)
  await app.look(page, 'cards-one-phone')
  expect(await faultsOf(page)).toEqual([])
  await button(page, '停用').click()
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
  await shown(page, '已停用')
  expect(await page.locator('.card').and(page.locator(':visible')).count()).toBe(0)
}, 200_000)

test('a card held before the manager’s camera counts once the manager has looked at the face, with a network and without; somebody else’s card does not', async () => {
  const { eventId = '' } = await api('w-manager', 'POST', '/v1/events', { id: 'by-card-0001', org: home, title: '社区清扫', category: 'volunteering', startsAt: new Date(Date.now() - 600_000).toISOString(), endsAt: new Date(Date.now() + 3_600_000).toISOString(), place: '东河岸' })
  const codeOf = async (personId: string): Promise<string> => (await api('w-school', 'POST', '/v1/cards', { id: `cards-${personId}`, org: branch, personIds: [personId], renew: true }) as unknown as { cards: { code: string }[] }).cards[0]?.code ?? ''
  const page = await app.signedIn('w-manager')
  await app.open(page, `packages/staff/check-in/index?id=${encodeURIComponent(eventId)}`)
  const hold = async (personId: string) => {
    await page.evaluate(cameraOf, qrMatrix(await codeOf(personId)))
    await button(page, '扫码签到').click()
    await shown(page, '这是一张签到卡')
  }
  const close = () => button(page, '关闭').click()

  await hold('p-student-3')
  await app.look(page, 'card-face')
  expect(await faultsOf(page)).toEqual([])
  await button(page, '不是本人').click()
  await shown(page, '没有记下：不是本人')
  await close()
  expect((await api('w-manager', 'GET', `/v1/events/${encodeURIComponent(eventId)}/attendees`)) as object).toMatchObject({ items: [] })

  await hold('p-student-4')
  await button(page, '是本人，记下').click()
  await page.getByRole('dialog').getByText('朱雨桐').and(page.locator(':visible')).first().waitFor()
  await app.look(page, 'card-accepted')
  await close()
  await shown(page, '朱雨桐')

  await page.route('**/check-ins', (route) => route.abort())
  await hold('p-student-5')
  await button(page, '是本人，记下').click()
  for (const words of ['卡片，已记下', '联网后核对姓名']) await page.getByRole('dialog').getByText(words).and(page.locator(':visible')).first().waitFor()
  await app.look(page, 'card-offline')
  await page.unroute('**/check-ins')
  await close()
  await shown(page, '胡昊航')
  expect((await api('w-manager', 'GET', `/v1/events/${encodeURIComponent(eventId)}/attendees`) as unknown as { items: { name: string }[] }).items.map(({ name }) => name).sort()).toEqual(['胡昊航', '朱雨桐'].sort())
}, 300_000)

test('two siblings on one phone each show a pass of their own for the same event, also without a network, and both are checked in', async () => {
  const startsAt = new Date(Date.now() - 600_000).toISOString()
  const { eventId = '' } = await api('w-manager', 'POST', '/v1/events', { id: 'siblings-0001', org: home, title: '清洁河岸', category: 'volunteering', startsAt, endsAt: new Date(Date.now() + 3_600_000).toISOString(), place: '东河岸' })
  const code = async (personId: string) => (await api('p-secretary', 'POST', `/v1/people/${personId}/binding-code`, { id: 'client-id-1' })).code ?? ''
  const page = await app.visit('/')
  await button(page, '微信登录').click()
  await app.answer(page, 'siblings')
  const bind = async (typed: string) => {
    await page.getByLabel('绑定码').and(page.locator(':visible')).fill(typed)
    await page.getByRole('checkbox').and(page.locator(':visible')).click()
    await button(page, '绑定').click()
  }
  await bind(await code('p-student-0'))
  await shown(page, '你好，范诗萱')
  await app.open(page, 'packages/people/bind/index')
  await bind(await code('p-student-1'))
  await shown(page, '你好，范小川')

  await app.open(page, `packages/pass/pass/index?id=${encodeURIComponent(eventId)}`)
  const passOf = async (name: string) => {
    await page.locator('.q-title').filter({ hasText: name }).and(page.locator(':visible')).waitFor()
    return (await codesOf(page, '[alt="活动码"]'))[0] ?? ''
  }
  const brother = await passOf('范小川')
  await page.getByRole('radio', { name: '范诗萱' }).click()
  const sister = await passOf('范诗萱')
  await app.look(page, 'pass-siblings')
  expect(await faultsOf(page)).toEqual([])
  expect(readPass(sister)?.handle).not.toBe(readPass(brother)?.handle)

  // Both are on the phone now: no network is needed to go from one to the other.
  await page.context().setOffline(true)
  await page.getByRole('radio', { name: '范小川' }).click()
  expect(readPass(await passOf('范小川'))?.handle).toBe(readPass(brother)?.handle)
  await page.getByRole('radio', { name: '范诗萱' }).click()
  expect(readPass(await passOf('范诗萱'))?.handle).toBe(readPass(sister)?.handle)
  await page.context().setOffline(false)

  await api('w-manager', 'POST', `/v1/events/${encodeURIComponent(eventId)}/scanners`, { id: 'scanner-siblings' })
  const now = new Date().toISOString()
  const scans = [brother, sister].map((pass, i) => scanOf(eventId, `sibling-${i}`, { direction: 'entry' as const, deviceTime: now, code: pass }))
  const { verdicts } = await api('w-manager', 'POST', `/v1/events/${encodeURIComponent(eventId)}/check-ins`, { scanner: 'scanner-siblings', sentAt: now, scans })
  expect(verdicts).toMatchObject([{ verdict: 'accepted', personId: 'p-student-1' }, { verdict: 'accepted', personId: 'p-student-0' }])
}, 200_000)
