import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { freePort } from '../../functions/local/ports'
import { root } from '../../functions/local/root'
import { type LocalStage, startStage } from '../../functions/local/stage'
import { startStaticApp } from '../../functions/local/static-app'
import type { Table } from '../../functions/store/table'
import { faultsOf } from './axe'
import { openBrowser, phone } from './browser'
import { demoCounty } from './demo-county'
import { leadTo } from './page'

/** A desktop of a staff room. */
export const desktop = { viewport: { width: 1280, height: 800 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const

export interface DemoApp {
  /** What stands behind it: its API's address and its table. */
  stage: Pick<LocalStage, 'api' | 'table'>
  /** A browser of one's own, at the first page, signed in as nobody. */
  visit(device?: object): Promise<Page>
  /** Signs in as a demo person by name, where a page asks who one is. */
  choose(page: Page, name: string): Promise<void>
  /** A browser of one's own, signed in as a demo person by name. */
  signIn(name: string, device?: object): Promise<Page>
  /** Leads a page to another of the app's, and waits until nothing is loading there. */
  open(page: Page, path: string): Promise<void>
  /** Keeps a picture of what a page shows, to be looked at: .local/screenshots/<name>.png. */
  look(page: Page, name: string): Promise<void>
  /** The same, of a page that is as it should be: nothing on it is wider than the screen, or missed by a screen reader or weak eyes. */
  wellMade(page: Page, name: string): Promise<void>
  /** From now on nothing answers, neither the API nor the app's host, and each page's browser says that it is offline. For good. */
  cut(...pages: Page[]): Promise<void>
  /** A page of the same browser, opened anew as after the app was killed. */
  reopen(page: Page, path: string): Promise<Page>
  /** What the stage has kept: to arrange what no seed has, and to see what came of it. */
  table: Table
  stop(): Promise<void>
}

/** The whole product with the demo county: stage, H5 build and browser. `now`: the clock of the stage and of each browser when it is opened. */
export const startDemoApp = async ({ now }: { now?: () => number } = {}): Promise<DemoApp> => {
  const stage = await startStage({ folder: await demoCounty(), apiPort: await freePort(), ...(now && { now }) })
  const port = await freePort()
  const app = await startStaticApp(join(root, 'miniapp/dist/h5'), port)
  const browser: Browser = await openBrowser()
  const address = `http://127.0.0.1:${port}`
  const pictures = join(root, '.local/screenshots')
  mkdirSync(pictures, { recursive: true })
  const settle = async (page: Page) => {
    await page.waitForTimeout(300)
    await page.locator('[role=status][aria-label=正在加载]:visible').first().waitFor({ state: 'hidden' })
  }
  const newPage = async (context: BrowserContext) => {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    if (now) await page.clock.setSystemTime(now())
    await leadTo(page, stage.api)
    return page
  }
  const look = async (page: Page, name: string) => {
    await settle(page)
    await page.screenshot({ path: join(pictures, `${name}.png`) })
  }
  let cut: Promise<unknown> | undefined
  const visit = async (device: object = phone) => {
    // A worker fetches what most tests never look at: only those of the app without a network have one.
    const page = await newPage(await browser.newContext({ serviceWorkers: 'block', ...device }))
    await page.goto(address)
    return page
  }
  const choose = async (page: Page, name: string) => {
    await page.getByText(name, { exact: true }).and(page.locator(':visible')).first().click()
    await page.getByText('选一位演示人物登录').waitFor({ state: 'hidden' })
    await settle(page)
  }
  return {
    stage,
    visit,
    choose,
    table: stage.table,
    signIn: async (name, device = phone) => {
      const page = await visit(device)
      await choose(page, name)
      return page
    },
    open: async (page, path) => {
      await page.goto(`${address}/#/${path}`)
      await settle(page)
    },
    look,
    wellMade: async (page, name) => {
      await look(page, name)
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      expect({ name, tooWide, axe: await faultsOf(page) }).toEqual({ name, tooWide: false, axe: [] })
    },
    cut: async (...pages) => {
      cut ??= Promise.all([app.stop(), stage.stop()])
      await cut
      for (const page of pages) await page.context().setOffline(true)
    },
    reopen: async (page, path) => {
      const context = page.context()
      await page.close()
      const next = await newPage(context)
      await next.goto(`${address}/#/${path}`)
      await settle(next)
      return next
    },
    stop: async () => {
      await browser.close()
      await (cut ?? Promise.all([app.stop(), stage.stop()]))
    },
  }
}
