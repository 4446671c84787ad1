import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { freePort } from '../../functions/local/ports'
import { root } from '../../functions/local/root'
import { startStage } from '../../functions/local/stage'
import { startStaticApp } from '../../functions/local/static-app'
import { browserProgram } from '../support/browser'
import { demoCounty } from '../support/demo-county'
import { p50 } from './interleaved'

const built = join(root, 'miniapp/dist/h5')
const categories = ['performance', 'accessibility', 'best-practices'] as const
/** What a build asks for unless it is told otherwise (miniapp/config). */
const usualApi = '127.0.0.1:3000'

/** Row 9, of one route: scores of 0 to 100, what falls short of the full score, and the JavaScript it loads (bytes by gzip). */
export interface RouteBench {
  route: string
  scores: [number, number, number]
  short: string[]
  gzipBytes: number
}

/** A browser of one's own whose calls to the usual API end at this one; `keep` is put into the app's local storage. */
const openPhone = async (app: string, api: string, keep: Record<string, unknown>) => {
  const { path, args, env } = browserProgram()
  const port = await freePort()
  const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'))
  const browser = spawn(path, [...args, '--headless', `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`, `--host-resolver-rules=MAP ${usualApi} ${api}`, 'about:blank'], { env, stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}`
  for (;;) {
    const up = await fetch(`${address}/json/version`).then((answer) => answer.ok, () => false)
    if (up) break
    await new Promise((next) => setTimeout(next, 100))
  }
  const driver = await chromium.connectOverCDP(address)
  const page = await (driver.contexts()[0] ?? (await driver.newContext())).newPage()
  await page.goto(`${app}/robots.txt`)
  await page.evaluate((items) => { for (const [key, value] of Object.entries(items)) localStorage.setItem(`qingcheng:${key}`, JSON.stringify(value)) }, keep)
  await page.close()
  await driver.close()
  return { port, close: () => browser.kill() }
}

const measure = async (url: string, port: number): Promise<Omit<RouteBench, 'route'>> => {
  const run = await lighthouse(url, { port, onlyCategories: [...categories], output: 'json', logLevel: 'error' })
  if (!run) throw new Error(`No result for ${url}`)
  const { categories: found, audits } = run.lhr
  const short = categories.flatMap((name) => found[name]?.auditRefs ?? []).filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id)
  const requests = (audits['network-requests']?.details as { items?: { url: string; resourceType?: string }[] } | undefined)?.items ?? []
  const scripts = new Set(requests.filter(({ resourceType }) => resourceType === 'Script').map((request) => new URL(request.url).pathname))
  const gzipBytes = [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(built, path))).length, 0)
  return { scores: categories.map((name) => Math.round((found[name]?.score ?? 0) * 100)) as RouteBench['scores'], short, gzipBytes }
}

/** Lighthouse as a phone on a slow network sees the three entry routes, the latter two as a student; the median of three. */
export const benchLighthouse = async (): Promise<RouteBench[]> => {
  const stage = await startStage({ folder: await demoCounty(), apiPort: await freePort() })
  const port = await freePort()
  const server = await startStaticApp(built, port, 11)
  const app = `http://127.0.0.1:${port}`
  const session = await (await fetch(`${stage.api}/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ provider: 'demo', code: 'student-hours-short' }) })).json()
  const bench: RouteBench[] = []
  for (const [route, keep] of [['sign-in', {}], ['home', { session }], ['events', { session }]] as const) {
    const phone = await openPhone(app, stage.api.replace('http://', ''), keep)
    const runs: Omit<RouteBench, 'route'>[] = []
    for (let i = 0; i < 3; i++) runs.push(await measure(`${app}/#/pages/${route}/index`, phone.port))
    phone.close()
    bench.push({ route, scores: [0, 1, 2].map((k) => p50(runs.map(({ scores }) => scores[k] as number))) as RouteBench['scores'], short: [...new Set(runs.flatMap(({ short }) => short))], gzipBytes: runs[0]?.gzipBytes ?? 0 })
  }
  await server.stop()
  await stage.stop()
  return bench
}
