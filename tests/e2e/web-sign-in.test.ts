import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { freePort } from '../../functions/local/ports'
import { root } from '../../functions/local/root'
import { type LocalStage, startStage } from '../../functions/local/stage'
import { startStaticApp } from '../../functions/local/static-app'
import type { Context } from '../../functions/use-cases/context'
import { issueToken } from '../../functions/use-cases/session-token'
import { openBrowser, phone } from '../support/browser'
import { smallWorld } from '../support/context'

/** A stage as it is deployed: no demo people, secrets of its own. Only WeChat is the stand-in, at the other end of real redirects. */
const deployed = { STAGE: 'prod', SESSION_SECRET: 'a-secret-of-a-deployed-stage-0123456789', WECHAT_APP_ID: 'wx-mini', WECHAT_SECRET: 'a-secret-of-the-mini-program', WECHAT_WEB_APP_ID: 'wx-web', WECHAT_WEB_SECRET: 'a-secret-of-the-website' }
let stage: LocalStage
let app: { stop(): Promise<void> }
let browser: Browser
let address: string
beforeAll(async () => {
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  stage = await startStage({ folder: mkdtempSync(join(tmpdir(), 'stage-')), apiPort: await freePort(), memory: true, appUrl: `${address}/`, deployed, seed: ({ table }) => smallWorld({ table } as Context) })
  app = await startStaticApp(join(root, 'miniapp/dist/h5'), port)
  browser = await openBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await stage?.stop()
})

const visit = async (path: string): Promise<Page> => {
  const page = await (await browser.newContext(phone)).newPage()
  page.setDefaultTimeout(60_000)
  await page.route('http://127.0.0.1:3000/**', (route) => route.continue({ url: route.request().url().replace('http://127.0.0.1:3000', stage.api) }))
  await page.goto(`${address}${path}`)
  return page
}
const shown = (page: Page, words: string | RegExp) => page.getByText(words).and(page.locator(':visible')).first().waitFor()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).and(page.locator(':visible')).first()
const look = (page: Page, name: string) => page.screenshot({ path: join(root, '.local/screenshots', `${name}.png`) })

const codeFor = async (personId: string): Promise<string> => {
  const config = { sessionMinutes: 30, sessionSecret: new TextEncoder().encode(deployed.SESSION_SECRET) }
  const { token } = await issueToken({ config, now: Date.now } as Context, { personId: 'w-secretary', epoch: 1 })
  const answer = await fetch(`${stage.api}/v1/people/${personId}/binding-code`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ id: 'client-id-1' }) })
  return ((await answer.json()) as { code: string }).code
}
/** On WeChat's page: who they are, and yes or no. */
const answer = async (page: Page, user: string, yes = true) => {
  await page.waitForURL(`${stage.weChat.url}/**`)
  await page.getByLabel('微信用户').fill(user)
  await page.getByRole('button', { name: yes ? '同意' : '拒绝' }).click()
  await page.waitForURL(`${address}/**`)
}

test('a slip’s link, a sign-in at WeChat and back, binding with the code filled in; the next sign-in needs none', async () => {
  const code = await codeFor('w-student')
  const page = await visit(`/?bind=${code}`)
  await shown(page, '微信登录')
  expect(await page.getByText('选一位演示人物登录').count()).toBe(0)
  await look(page, 'web-sign-in')
  await button(page, '微信登录').click()
  await page.waitForURL(`${stage.weChat.url}/**`)
  await look(page, 'web-sign-in-wechat')
  await answer(page, 'hanna')
  await shown(page, '个人信息说明')
  expect(new URL(page.url()).search).toBe('')
  expect(await page.getByLabel('绑定码').and(page.locator(':visible')).inputValue()).toBe(code)
  await page.getByRole('checkbox').and(page.locator(':visible')).click()
  await button(page, '绑定').click()
  await shown(page, '你好，w-student')

  const again = await visit('/')
  await button(again, '微信登录').click()
  await answer(again, 'hanna')
  await shown(again, '你好，w-student')
  // Whoever is bound and opens a brother's slip binds him too.
  await again.goto(`${address}/?bind=${await codeFor('w-classmate')}`)
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
  const way = ways.find((url) => url.startsWith(address) && url.includes('state='))
  expect(way).toBeDefined()
  await page.evaluate(() => localStorage.clear())
  await page.goto(way ?? '')
  await shown(page, '这次登录已过期，请重新登录')
  await look(page, 'web-sign-in-used')

  const { url } = (await (await fetch(`${stage.api}/v1/session/web`)).json()) as { url: string }
  const theirs = `${address}/?code=${stage.weChat.mintWebCode({ openId: 'attacker' })}&state=${new URL(url).searchParams.get('state')}`
  const victim = await visit('/')
  await victim.goto(theirs)
  await shown(victim, '这次登录已过期，请重新登录')
  expect(await victim.evaluate(() => Object.keys(localStorage).includes('qingcheng:session'))).toBe(false)
}, 200_000)

test('nobody signs in as a demo person, or with the local stage’s secrets', async () => {
  const signIn = await fetch(`${stage.api}/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ provider: 'demo', code: 'student-ready' }) })
  expect([signIn.status, (await fetch(`${stage.api}/v1/demo-accounts`)).status]).toEqual([403, 404])
})
