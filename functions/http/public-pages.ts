import { docsPage } from './docs-page'
import type { App } from './message'
import { openApi } from './openapi'

/** What is open to anyone, before the app: health, the OpenAPI document, and a page to browse it. */
export const withPublicPages = (app: App): App => {
  let document: string | undefined
  const pages: Record<string, () => { type: string; body: string }> = {
    '/healthz': () => ({ type: 'application/json', body: '{"ok":true}' }),
    '/openapi.json': () => ({ type: 'application/json; charset=utf-8', body: (document ??= JSON.stringify(openApi())) }),
    '/docs': () => ({ type: 'text/html; charset=utf-8', body: docsPage }),
  }
  return async (request) => {
    const page = request.method === 'GET' && Object.hasOwn(pages, request.path) ? pages[request.path] : undefined
    return page ? { status: 200, ...page() } : app(request)
  }
}
