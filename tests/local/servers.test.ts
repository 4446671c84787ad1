import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { type HttpHandler, startGateway } from '../../functions/local/gateway'
import { freePort } from '../../functions/local/ports'
import { startStaticApp } from '../../functions/local/static-app'

/** One request as it stands, for paths that `fetch` would tidy. */
const raw = (port: number, path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text.slice(9, 12)))
    socket.on('error', reject)
  })

describe('the local host of the app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingcheng-app-'))
  const built = join(folder, 'built')
  let port: number
  let host: { stop(): Promise<void> }
  beforeAll(async () => {
    mkdirSync(join(built, 'js'), { recursive: true })
    writeFileSync(join(built, 'index.html'), '<title>青城</title>')
    writeFileSync(join(built, 'js', 'app.0123abcd.js'), 'let a = 1;'.repeat(500))
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    port = await freePort()
    host = await startStaticApp(built, port)
  })
  afterAll(async () => {
    await host.stop()
    rmSync(folder, { recursive: true })
  })

  test('the page is asked for anew each time, a file with a hash in its name kept for ever; both come compressed', async () => {
    const page = await fetch(`http://127.0.0.1:${port}/`)
    expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([200, 'no-cache', '<title>青城</title>'])
    const code = await fetch(`http://127.0.0.1:${port}/js/app.0123abcd.js`, { headers: { 'accept-encoding': 'gzip' } })
    expect([code.headers.get('content-encoding'), code.headers.get('cache-control')]).toEqual(['gzip', 'public, max-age=31536000, immutable'])
    expect(await code.text()).toHaveLength(5000)
  })
  test('what is not there is 404; nothing outside the folder, and no malformed path, gets through or brings it down', async () => {
    expect(await raw(port, '/none.js')).toBe('404')
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/js/..%2f..%2fsecret.txt']) expect(await raw(port, path)).not.toBe('200')
    for (const path of ['/%zz', '/%00', '/js', 'http://[']) expect(await raw(port, path)).toBe('404')
    expect(await raw(port, '/')).toBe('200')
  })
})

describe('the local gateway', () => {
  const seen: { by: string; event: APIGatewayProxyEventV2 }[] = []
  const handler = (by: string): HttpHandler => async (event) => {
    seen.push({ by, event })
    if (event.rawPath === '/v1/fault') throw new Error('a fault of this test')
    return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: by }
  }
  let port: number
  let gateway: { stop(): Promise<void> }
  beforeAll(async () => {
    port = await freePort()
    gateway = await startGateway([{ route: '*', handler: handler('rest') }, { route: 'POST /v1/events/{eventId}/check-ins', handler: handler('core') }], port)
  })
  beforeEach(() => {
    seen.length = 0
  })
  afterAll(() => gateway.stop())
  const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init)

  test('the exact route goes before the rest, by method and whole path', async () => {
    const by = async (path: string, method: string) => (await ask(path, { method })).text()
    expect(await by('/v1/events/a~b/check-ins', 'POST')).toBe('core')
    expect(await by('/v1/events/a~b/check-ins', 'GET')).toBe('rest')
    expect(await by('/v1/events/a/b/check-ins', 'POST')).toBe('rest')
    expect(await by('/v1/events/a~b/check-ins/more', 'POST')).toBe('rest')
  })
  test('a handler gets the path as it was sent, the query, the headers and the bytes', async () => {
    await ask('/v1/x%20y?a=1&a=%C3%A9', { method: 'POST', body: new Uint8Array([0, 255]), headers: { 'X-Kind': 'raw' } })
    expect(seen[0]?.event).toMatchObject({ version: '2.0', rawPath: '/v1/x%20y', rawQueryString: 'a=1&a=%C3%A9', headers: { 'x-kind': 'raw' }, body: 'AP8=', isBase64Encoded: true })
  })
  test('CORS on answers, refusals and faults, and a preflight that reaches no handler', async () => {
    const preflight = await ask('/v1/home', { method: 'OPTIONS' })
    expect([preflight.status, preflight.headers.get('access-control-allow-headers'), seen.length]).toEqual([204, 'authorization, content-type', 0])
    const answer = await ask('/v1/home')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    // The app takes the time from it.
    expect(answer.headers.get('access-control-expose-headers')).toBe('date')
    expect(Math.abs(Date.parse(answer.headers.get('date') ?? '') - Date.now())).toBeLessThan(60_000)
    const { error } = console
    console.error = () => undefined
    const fault = await ask('/v1/fault').finally(() => {
      console.error = error
    })
    expect([fault.status, fault.headers.get('content-type'), fault.headers.get('access-control-allow-origin')]).toEqual([500, 'application/problem+json; charset=utf-8', '*'])
  })
  test('a body above six megabytes is refused before a handler sees it', async () => {
    const answer = await ask('/v1/records', { method: 'POST', body: 'x'.repeat(6_000_001) })
    expect([answer.status, ((await answer.json()) as { code: string }).code, seen.length]).toEqual([413, 'too-large', 0])
    expect((await ask('/v1/records', { method: 'POST', body: 'x'.repeat(6_000_000) })).status).toBe(200)
  })
  test('a path that is no path is the caller’s mistake', async () => {
    expect(await raw(port, 'http://[')).toBe('400')
    for (const path of ['//', '//x:y', '/%zz']) expect(await raw(port, path)).toBe('200')
    expect(seen.map(({ by }) => by)).toEqual(['rest', 'rest', 'rest'])
    expect((await ask('/v1/home')).status).toBe(200)
  })
})
