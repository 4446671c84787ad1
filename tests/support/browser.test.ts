import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { openBrowser, phone } from './browser'

describe('the browser of the tests', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  }, 60_000)
  afterAll(() => browser.close())

  test('draws different Chinese characters differently, so not as boxes', async () => {
    const page = await browser.newPage(phone)
    await page.setContent('<html lang="zh-CN"><body style="font: 40px sans-serif; margin: 0"><span id="a">青</span> <span id="b">城</span> <span id="c">&#xE000;</span></body></html>')
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((id) => page.locator(`#${id}`).screenshot()))
    expect(a?.equals(b as Buffer)).toBe(false)
    expect(a?.equals(c as Buffer)).toBe(false)
    await page.close()
  })

  test('keeps to the same-origin policy', async () => {
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html')
      if (request.url === '/shared') response.setHeader('access-control-allow-origin', '*')
      response.end('text')
    })
    await new Promise<void>((up) => server.listen(0, '127.0.0.1', up))
    const { port } = server.address() as AddressInfo
    const page = await browser.newPage()
    await page.goto(`http://localhost:${port}/`)
    const read = (path: string) => page.evaluate((url) => fetch(url).then((r) => r.text(), () => 'refused'), `http://127.0.0.1:${port}${path}`)
    expect(await read('/own')).toBe('refused')
    expect(await read('/shared')).toBe('text')
    await page.close()
    server.close()
  })
})
