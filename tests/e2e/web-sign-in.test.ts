import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { faultsOf } from '../support/axe'
import type { Table } from '../../functions/store/table'
import type { Context } from '../../functions/use-cases/context'
import { phone } from '../support/browser'
import { putPerson, smallWorld } from '../support/context'
import { desktop } from '../support/demo-app'
import { type DeployedApp, pictures, startDeployedApp } from '../support/deployed-app'
import { button, shown } from '../support/page'

const branch = 'wangcang.s01.b01'
const students = ['范诗萱', '范小川', '何清悦', '欧阳子墨', '朱雨桐', '胡昊航', '熊月彤', '郝海涵', '贾承然', '赵一诺']

/** A county with a class of names as they are, one of them twelve years old. */
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

const visit: DeployedApp['visit'] = (...args) => app.visit(...args)
const signedIn: DeployedApp['signedIn'] = (...args) => app.signedIn(...args)
const open: DeployedApp['open'] = (...args) => app.open(...args)
const look: DeployedApp['look'] = (...args) => app.look(...args)
const answer: DeployedApp['answer'] = (...args) => app.answer(...args)

const codeFor = async (personId: string): Promise<string> => {
  const answer = await fetch(`${app.stage.api}/v1/people/${personId}/binding-code`, { method: 'POST', headers: await app.headersOf('w-secretary'), body: JSON.stringify({ id: 'client-id-1' }) })
  return ((await answer.json()) as { code: string }).code
}

test('a slip’s link, a sign-in at WeChat and back, binding with the code filled in; the next sign-in needs none', async () => {
  const code = await codeFor('p-student-0')
  const page = await visit(`/?bind=${code}`)
  await shown(page, '微信登录')
  expect(await page.getByText('选一位演示人物登录').count()).toBe(0)
  await look(page, 'web-sign-in')
  await button(page, '微信登录').click()
  await page.waitForURL(`${app.stage.weChat.url}/**`)
  await look(page, 'web-sign-in-wechat')
  await answer(page, 'hanna')
  await shown(page, '个人信息说明')
  for (const words of ['用什么，做什么', '存放在哪里', '保存多久', '不满意找谁', '怎样导出和删除', '未满 14 岁']) await shown(page, words)
  expect(new URL(page.url()).search).toBe('')
  expect(await page.getByLabel('绑定码').and(page.locator(':visible')).inputValue()).toBe(code)
  await page.getByRole('checkbox').and(page.locator(':visible')).click()
  await button(page, '绑定').click()
  await shown(page, '你好，范诗萱')

  const again = await visit('/')
  await button(again, '微信登录').click()
  await answer(again, 'hanna')
  await shown(again, '你好，范诗萱')
  // Whoever is bound and opens a brother's slip binds him too.
  await again.goto(`${app.address}/?bind=${await codeFor('p-student-1')}`)
  await shown(again, '再绑定一个人')
}, 200_000)

test('no leads back to the sign-in page; a way back that was used, or that was begun by somebody else, lets nobody in', async () => {
  const page = await visit('/')
  await button(page, '微信登录').click()
  await answer(page, 'ida', false)
  await button(page, '微信登录').waitFor()

  const ways: string[] = []
  page.on('framenavigated', (frame) => ways.push(frame.url()))
  page.on('request', (request) => request.isNavigationRequest() && ways.push(request.url()))
  await button(page, '微信登录').click()
  await answer(page, 'ida')
  await shown(page, '个人信息说明')
  const way = ways.find((url) => url.startsWith(app.address) && url.includes('state='))
  expect(way).toBeDefined()
  await page.evaluate(() => localStorage.clear())
  await page.goto(way ?? '')
  await shown(page, '这次登录已过期，请重新登录')
  await look(page, 'web-sign-in-used')

  const { url } = (await (await fetch(`${app.stage.api}/v1/session/web`)).json()) as { url: string }
  const theirs = `${app.address}/?code=${app.stage.weChat.mintWebCode({ openId: 'attacker' })}&state=${new URL(url).searchParams.get('state')}`
  const victim = await visit('/')
  await victim.goto(theirs)
  await shown(victim, '这次登录已过期，请重新登录')
  expect(await victim.evaluate(() => Object.keys(localStorage).includes('qingcheng:session'))).toBe(false)
}, 200_000)

test('nobody signs in as a demo person, or with the local stage’s secrets', async () => {
  const signIn = await fetch(`${app.stage.api}/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ provider: 'demo', code: 'student-ready' }) })
  expect([signIn.status, (await fetch(`${app.stage.api}/v1/demo-accounts`)).status]).toEqual([403, 404])
})

/** Codes of slips by name, as they stand on the page. */
const slipsOn = async (page: Page) =>
  new Map(await Promise.all((await page.locator('.slip').and(page.locator(':visible')).all()).map(async (slip) => [await slip.locator('.slip-name').textContent(), await slip.locator('.slip-code').textContent()] as const)))

test('the secretary makes slips for a class and prints them: slips and nothing else, eight a sheet of A4', async () => {
  for (const [device, name] of [[phone, 'phone'], [desktop, 'desktop']] as const) {
    const page = await signedIn('p-secretary', device)
    await open(page, 'packages/staff/members/index')
    await button(page, '去发绑定码').click()
    await look(page, `slips-before-${name}`)
    await button(page, '生成小条').click()
    await page.getByRole('dialog').getByRole('button', { name: '生成', exact: true }).click()
    await shown(page, /张小条，/)
    await shown(page, /其中 1 人未满 14 岁/)
    await look(page, `slips-${name}`)
    expect(await faultsOf(page)).toEqual([])
    const slips = await slipsOn(page)
    expect(slips.size).toBeGreaterThan(8)
    for (const code of slips.values()) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]$/)
    await page.emulateMedia({ media: 'print' })
    for (const words of ['重新生成', '打印', '绑定码小条']) expect(await page.getByText(words, { exact: true }).and(page.locator(':visible')).count()).toBe(0)
    const pdf = await page.pdf({ path: join(pictures, `slips-${name}.pdf`), preferCSSPageSize: true, printBackground: false })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(Math.ceil(slips.size / 8))
  }
}, 200_000)

test('a brother is bound beside the one who is signed in; they switch, and neither sees what is the other’s', async () => {
  const page = await visit('/')
  await button(page, '微信登录').click()
  await answer(page, 'family')
  const bind = async (code: string) => {
    await page.getByLabel('绑定码').and(page.locator(':visible')).fill(code)
    await page.getByRole('checkbox').and(page.locator(':visible')).click()
    await button(page, '绑定').click()
  }
  await bind(await codeFor('p-student-2'))
  await shown(page, '你好，何清悦')
  await open(page, 'pages/me/index')
  await page.getByRole('button', { name: /^兄弟姐妹、电脑登录/ }).and(page.locator(':visible')).click()
  await shown(page, '再绑定一个人')
  await look(page, 'people-one')
  expect(await faultsOf(page)).toEqual([])
  await button(page, '再绑定一个人').click()
  await look(page, 'people-bind')
  await bind(await codeFor('p-student-3'))
  await shown(page, '你好，欧阳子墨')
  await open(page, 'pages/me/index')
  await shown(page, '切换到')
  await look(page, 'people-me')
  expect(await faultsOf(page)).toEqual([])
  // What the phone keeps of the one is not shown to the other, even where nothing can be fetched.
  await page.route(`http://127.0.0.1:3000/v1/home`, (route) => route.abort())
  await page.getByRole('radio', { name: '何清悦' }).click()
  await shown(page, '你好，何清悦')
  expect(await page.getByText('你好，欧阳子墨').and(page.locator(':visible')).count()).toBe(0)
  await open(page, 'packages/people/people/index')
  await button(page, '取得登录码').click()
  await shown(page, /前有效，只能用一次/)
  await look(page, 'people-two')
}, 200_000)

test('five wrong codes: the page says until when', async () => {
  const page = await visit('/')
  await button(page, '微信登录').click()
  await answer(page, 'guesser')
  await page.getByRole('checkbox').and(page.locator(':visible')).click()
  for (let i = 2; i < 8; i++) {
    await page.getByLabel('绑定码').and(page.locator(':visible')).fill(`WRNG-WRNG-WRNG-${i}`)
    await button(page, '绑定').click()
    await shown(page, i < 7 ? /绑定码不对或已过期/ : /后可以再试/)
  }
  await look(page, 'binding-spent')
}, 200_000)
