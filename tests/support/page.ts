import type { Locator, Page } from 'playwright-core'

/** The pages below the one in front stay in the document, hidden: whatever is looked for is what somebody sees. */
const seen = (page: Page): Locator => page.locator(':visible')

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true }).and(seen(page)).first()
export const text = (page: Page, words: string | RegExp): Locator => page.getByText(words).and(seen(page)).first()
export const shown = (page: Page, words: string | RegExp): Promise<void> => text(page, words).waitFor()
export const field = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true }).and(seen(page))

const usualApi = 'http://127.0.0.1:3000'
/** The build asks the API at its usual port; here that is at another. */
export const ledTo = (api: string, url: string): string => url.replace(usualApi, api)
/** Leads a page's requests to a stage's API; while `cut` says so it is out of reach, whatever the browser thinks of it. */
export const leadTo = (page: Page, api: string, cut = () => false): Promise<unknown> =>
  page.route(`${usualApi}/**`, (route) => (cut() ? route.abort('connectionrefused') : route.continue({ url: ledTo(api, route.request().url()) })))
