import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { freePort } from '../../functions/local/ports'
import { root } from '../../functions/local/root'
import { type LocalStage, startStage } from '../../functions/local/stage'
import { startStaticApp } from '../../functions/local/static-app'
import type { Context } from '../../functions/use-cases/context'
import { issueToken } from '../../functions/use-cases/session-token'
import { openBrowser, phone } from './browser'
import { leadTo } from './page'

/** A stage as it is deployed: no demo people, secrets of its own. Only WeChat is the stand-in, at the other end of real redirects. */
const deployed = { STAGE: 'prod', SESSION_SECRET: 'a-secret-of-a-deployed-stage-0123456789', WECHAT_APP_ID: 'wx-mini', WECHAT_SECRET: 'a-secret-of-the-mini-program', WECHAT_WEB_APP_ID: 'wx-web', WECHAT_WEB_SECRET: 'a-secret-of-the-website' }

export interface DeployedApp {
  stage: LocalStage
  /** The app's own address, without a slash at its end. */
  address: string
  /** Headers of a session of somebody. */
  headersOf(personId: string): Promise<Record<string, string>>
  /** A browser of one's own, at a path of the app. */
  visit(path: string, device?: object): Promise<Page>
  /** A browser in which somebody is signed in already, as a session kept from before. */
  signedIn(personId: string, device?: object): Promise<Page>
  open(page: Page, path: string): Promise<void>
  /** On WeChat's page: who they are, and yes or no. */
  answer(page: Page, user: string, yes?: boolean): Promise<void>
  /** Keeps a picture of what a page shows: .local/screenshots/<name>.png. */
  look(page: Page, name: string): Promise<void>
  stop(): Promise<void>
}

export const pictures = join(root, '.local/screenshots')

/** The app as it is deployed, with what `seed` puts into the table. */
export const startDeployedApp = async (seed: (stage: Pick<LocalStage, 'table'>) => Promise<void>): Promise<DeployedApp> => {
  mkdirSync(pictures, { recursive: true })
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const stage = await startStage({ folder: mkdtempSync(join(tmpdir(), 'stage-')), apiPort: await freePort(), memory: true, appUrl: `${address}/`, deployed, seed })
  const app = await startStaticApp(join(root, 'miniapp/dist/h5'), port)
  const browser = await openBrowser()
  const headersOf = async (personId: string) => {
    const config = { sessionMinutes: 30, sessionSecret: new TextEncoder().encode(deployed.SESSION_SECRET) }
    const { token } = await issueToken({ config, now: Date.now } as Context, { personId, epoch: 1 })
    return { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  }
  const visit = async (path: string, device: object = phone): Promise<Page> => {
    const page = await (await browser.newContext(device)).newPage()
    page.setDefaultTimeout(60_000)
    await leadTo(page, stage.api)
    await page.goto(`${address}${path}`)
    return page
  }
  return {
    stage,
    address,
    headersOf,
    visit,
    signedIn: async (personId, device) => {
      const renewed = await fetch(`${stage.api}/v1/session/renew`, { method: 'POST', headers: await headersOf(personId) })
      const page = await visit('/', device)
      await page.evaluate((session) => localStorage.setItem('qingcheng:session', session), await renewed.text())
      await page.reload()
      return page
    },
    open: async (page, path) => {
      await page.goto(`${address}/#/${path}`)
      await page.waitForTimeout(300)
    },
    answer: async (page, user, yes = true) => {
      await page.waitForURL(`${stage.weChat.url}/**`)
      await page.getByLabel('微信用户').fill(user)
      await page.getByRole('button', { name: yes ? '同意' : '拒绝' }).click()
      await page.waitForURL(`${address}/**`)
    },
    look: async (page, name) => {
      await page.waitForTimeout(400)
      await page.screenshot({ path: join(pictures, `${name}.png`) })
    },
    stop: async () => {
      await browser.close()
      await app.stop()
      await stage.stop()
    },
  }
}
