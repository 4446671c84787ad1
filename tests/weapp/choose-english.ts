import { createRequire } from 'node:module'
import type { english } from '../../miniapp/config/english-apart.cjs'
import { answer, sessions } from './answers'
import { weappBuild } from './build'
import { compileWxml } from './compile'
import { startFramework } from './framework'
import { openPage } from './open-app'
import { tap, tappableIn } from './tap'
import { rested } from './visit-page'
import { type Answer, standInForWx } from './wx'

/** Chooses English under 我的 in WeChat's component framework, on a phone that keeps what the app keeps, and prints as JSON what came of it. A process of its own, as visit.ts. */
const file = (createRequire(import.meta.url)('../../miniapp/config/english-apart.cjs') as { english: typeof english }).english()
const problems: string[] = []
const problem = (...parts: unknown[]) => void problems.push(parts.join(' '))
console.error = problem
process.on('uncaughtException', problem)
process.on('unhandledRejection', problem)

const framework = startFramework(problem)
const templates = compileWxml(weappBuild)
let kept: Record<string, string> = { session: JSON.stringify(sessions.student) }
let host: Answer | undefined
const asked: string[] = []

/** Opens the app at a page, taps what bears these words, if any, and closes it. Gives what the page shows then, and where the app was sent. */
const open = async (route: string, words?: string): Promise<{ text: string; sentTo: unknown[] }> => {
  const stand = standInForWx(kept, (request) => {
    if (!request.url.includes('/english.json')) return answer(request)
    asked.push(request.url)
    if (!host) throw new Error('Nobody expected English to be asked for')
    return host
  })
  const opened = openPage(weappBuild, route, {}, stand, framework, templates)
  await rested(opened, stand)
  if (words !== undefined) {
    const node = tappableIn(opened.page).find(({ $$ }) => $$?.textContent === words)
    if (!node) throw new Error(`Nothing to tap says ${words}`)
    tap(framework, node)
    await rested(opened, stand)
  }
  const text = opened.page.dom.textContent ?? ''
  opened.close()
  kept = stand.stored()
  return { text, sentTo: stand.calls.filter(({ name }) => name === 'reLaunch').map(({ options }) => options.url) }
}

const main = async () => {
  host = { status: 503, body: {} }
  const failed = await open('pages/me/index', 'English')
  host = { status: 200, body: file }
  const chosen = await open('pages/me/index', 'English')
  host = undefined
  const me = await open('pages/me/index')
  const apply = await open('packages/mine/apply/index')
  kept.session = JSON.stringify(sessions.staff)
  const staff = await open('packages/staff/home/index')
  const chinese = await open('pages/me/index', '中文')
  const again = await open('pages/me/index')
  process.stdout.write(JSON.stringify({ version: file.version, asked, failed, chosen, me, apply, staff, chinese, again, problems }))
}
main().then(() => process.exit(0), (error: Error) => process.stderr.write(`${error.stack ?? error.message}\n`, () => process.exit(1)))
