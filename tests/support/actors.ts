import type { Page } from 'playwright-core'
import type { DemoApp } from './demo-app'

/** As long as a session lives of which nobody makes use. */
const sessionMs = 30 * 60_000

/** Everyone in a browser of their own, at the page they are asked to open; whoever comes back after their session has ended signs in again, as people do. */
export const actorsOf = (app: DemoApp, now: () => number) => {
  const known = new Map<string, { page: Page; at: number }>()
  const comeBack = async (page: Page, name: string, ended: boolean) => {
    await page.clock.setSystemTime(now())
    await page.reload()
    if (ended) await app.choose(page, name)
    return page
  }
  return async (name: string, path: string, device?: object): Promise<Page> => {
    const held = known.get(name)
    const page = held ? await comeBack(held.page, name, now() - held.at > sessionMs) : await app.signIn(name, device)
    known.set(name, { page, at: now() })
    await app.open(page, path)
    return page
  }
}
