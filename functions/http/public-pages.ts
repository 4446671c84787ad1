import type { Hono } from 'hono'
import { docsPage } from './docs-page'
import { openApi } from './openapi'

/** What is open to anyone: health, the OpenAPI document, and a page to browse it. */
export const addPublicPages = (app: Hono): Hono => {
  let document: string | undefined
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/openapi.json', (c) => {
    document ??= JSON.stringify(openApi())
    return c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
  app.get('/docs', (c) => c.html(docsPage))
  return app
}
