import { createHash } from 'node:crypto'
import { makePass, publicKeyOf } from '@shared/pass/make-pass'
import type { BrowserContext, Page } from 'playwright-core'
import { foldLedger } from '../../functions/core/fold-ledger'
import { readLedger } from '../../functions/store/ledger'
import type { Table } from '../../functions/store/table'
import type { Context } from '../../functions/use-cases/context'
import { cameraOf, qrMatrix } from '../support/camera'
import { putPerson, smallWorld } from '../support/context'
import { type DeployedApp, startDeployedApp } from '../support/deployed-app'

const members = Array.from({ length: 30 }, (_, i) => ({ personId: `p-member-${i}`, name: `队员${String(i + 1).padStart(2, '0')}` }))
const seed = async ({ table }: { table: Table }) => {
  const context = { table } as Context
  await smallWorld(context)
  for (const { personId, name } of members) await putPerson(context, personId, { name, branch: 'wangcang.s01.b01' })
  await putPerson(context, 'p-late', { name: '后来报名', branch: 'wangcang.s01.b01' })
}

let app: DeployedApp
let page: Page
let context: BrowserContext
let eventId: string
const network = { cut: false }
const handles = new Map<string, string>()
beforeAll(async () => {
  app = await startDeployedApp(seed)
}, 300_000)
afterAll(() => app?.stop())

const secretOf = (personId: string) => createHash('sha256').update(`the phone of ${personId}`).digest()
const send = async (who: string, path: string, body: object) => {
  const answer = await fetch(`${app.stage.api}${path}`, { method: 'POST', headers: await app.headersOf(who), body: JSON.stringify(body) })
  expect([path, answer.status]).toEqual([path, 201])
  return (await answer.json()) as Record<string, string>
}
const signUp = async (personId: string) => {
  handles.set(personId, (await send(personId, `/v1/events/${encodeURIComponent(eventId)}/sign-up`, { id: `sign-up-${personId}`, publicKey: publicKeyOf(secretOf(personId)) })).handle as string)
}
const passOf = (personId: string) => makePass({ eventId, handle: handles.get(personId) as string, secretKey: secretOf(personId), ms: Date.now() })

/** The API is out of reach while the network is cut, whatever the browser thinks of it. */
const lead = (one: Page) => one.route('http://127.0.0.1:3000/**', (route) => network.cut ? route.abort('connectionrefused') : route.continue({ url: route.request().url().replace('http://127.0.0.1:3000', app.stage.api) }))
const open = async () => {
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await lead(page)
  await page.goto(`${app.address}/#/packages/staff/check-in/index?id=${encodeURIComponent(eventId)}`)
}
const visible = (words: string | RegExp) => page.getByText(words).and(page.locator(':visible')).first()
const button = (name: string) => page.getByRole('button', { name, exact: true }).and(page.locator(':visible')).first()
const dialog = () => page.getByRole('dialog').and(page.locator(':visible'))
const holdUp = (text: string) => page.evaluate(cameraOf, qrMatrix(text))

/** Everybody's pass, one after the other, in front of the camera. Gives how long each one took to be answered, milliseconds. */
const scanAll = async (direction: '扫码签到' | '扫码签退'): Promise<number[]> => {
  const took: number[] = []
  for (const [i, { personId, name }] of members.entries()) {
    await holdUp(passOf(personId))
    if (i === 0) await button(direction).click()
    const from = Date.now()
    await dialog().getByText(name).waitFor()
    await dialog().getByText('有效，已记下').waitFor()
    took.push(Date.now() - from)
  }
  return took
}

test('with a network: an event, thirty sign-ups, the list on the manager’s phone', async () => {
  const start = Date.now() - 10 * 60_000
  eventId = (await send('w-manager', '/v1/events', { id: 'event-offline1', org: 'wangcang.t01.home', title: '河谷里没有信号', category: 'volunteering', startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3 * 3_600_000).toISOString(), place: '河谷' })).eventId as string
  for (const { personId } of members) await signUp(personId)
  const first = await app.signedIn('w-manager')
  context = first.context()
  await open()
  await first.close()
  await visible(/^名单 30 人.*没网也能用/).waitFor()
  await visible('未到 30').waitFor()
  await app.look(page, 'scanner-1-ready')
  // Signed up when this phone could not hear of it any more.
  network.cut = true
  await context.setOffline(true)
  await signUp('p-late')
}, 180_000)

/** How many scans the page says are waiting. */
const depth = async () => {
  await visible(/条待上传 · 最早/).waitFor()
  return Number.parseInt((await visible(/条待上传 · 最早/).textContent()) ?? '', 10)
}

let lastEntryAt = 0
let waiting = 0
test('the network cut: thirty passes are scanned, each shown as valid at once; one not in the list is no reproach, what is no pass is', async () => {
  await scanAll('扫码签到')
  lastEntryAt = Date.now()
  await app.look(page, 'scanner-2-valid')
  await holdUp(passOf('p-late'))
  await dialog().getByText('这部手机的名单里没有，联网后核对').waitFor()
  await app.look(page, 'scanner-3-unknown')
  await holdUp('https://u.wechat.com/EAbcd')
  await dialog().getByText('不是活动码').waitFor()
  await app.look(page, 'scanner-4-bad')
  await button('关闭').click()
  waiting = await depth()
  expect(waiting).toBeGreaterThanOrEqual(32)
  await visible('在场 30').waitFor()
  await app.look(page, 'scanner-5-queue')
}, 180_000)

/** The page is gone without a word, and opened cold with the network cut: by the service worker. */
const kill = async () => {
  await page.close()
  await open()
}

test('killed and opened again without a network, the phone knows all of it; the exits are scanned', async () => {
  await kill()
  expect(await depth()).toBe(waiting)
  await visible('在场 30').waitFor()
  await app.look(page, 'scanner-6-reopened')
  await page.getByRole('radio', { name: '签退' }).and(page.locator(':visible')).click()
  // Minutes are whole ones: a stay that counts lasts one.
  await page.waitForTimeout(Math.max(0, lastEntryAt + 61_000 - Date.now()))
  await scanAll('扫码签退')
  await button('关闭').click()
  await visible('已离开 30').waitFor()
  const before = await depth()
  expect(before).toBeGreaterThanOrEqual(waiting + 30)
  await kill()
  waiting = await depth()
  expect(waiting).toBe(before)
}, 300_000)

test('with the network back all of it goes by itself; every scan has its verdict, and everybody’s minutes are in the ledger once', async () => {
  network.cut = false
  await context.setOffline(false)
  await visible(/待上传 0/).waitFor()
  await visible(/有问题 1/).waitFor()
  await visible(`已核对 ${waiting - 1}`).waitFor()
  expect(await page.getByText(/条待上传 · 最早/).count()).toBe(0)
  await app.look(page, 'scanner-7-synced')
  const { table } = app.stage
  for (const { personId } of members) {
    const ledger = await readLedger(table, personId)
    // A pass that lay in front of the camera for long may be there twice; it changes nothing.
    const scans = ledger.flatMap((entry) => (entry.type === 'scan' && entry.verdict === 'accepted' ? [entry] : []))
    expect(scans.map(({ direction, verdict, way }) => `${direction} ${verdict} ${way}`).sort()).toEqual(['entry accepted pass', 'exit accepted pass'])
    const [entry, exit] = ['entry', 'exit'].map((direction) => Date.parse(scans.find((scan) => scan.direction === direction)?.time ?? ''))
    const minutes = Math.floor(((exit as number) - (entry as number)) / 60_000)
    expect(foldLedger(ledger).records.map(({ source, status, quantity }) => [source, status, quantity])).toEqual([['attendance', 'approved', minutes]])
    expect(minutes).toBeGreaterThan(0)
  }
  expect((await readLedger(table, 'p-late')).flatMap((entry) => (entry.type === 'scan' && entry.verdict === 'accepted' ? [entry.direction] : []))).toEqual(['entry'])
}, 180_000)

test('an upload that is killed before its answer came is the same scans again, once', async () => {
  const before = await readLedger(app.stage.table, 'p-member-0')
  // The list is stated by the manager while answers are lost on their way.
  let lost = 0
  await page.route('**/check-ins', async (route) => {
    await route.fetch({ url: route.request().url().replace('http://127.0.0.1:3000', app.stage.api) })
    lost++
    await route.abort()
  })
  await page.getByLabel('按姓名查找', { exact: true }).and(page.locator(':visible')).fill('后来')
  await page.getByRole('button', { name: '签退 后来报名' }).and(page.locator(':visible')).click()
  await visible('按名单，已记下').waitFor()
  await app.look(page, 'scanner-8-by-list')
  await page.waitForTimeout(500)
  expect(lost).toBeGreaterThan(0)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await kill()
  await context.setOffline(false)
  await visible(/待上传 0/).waitFor()
  const scans = (await readLedger(app.stage.table, 'p-late')).flatMap((entry) => (entry.type === 'scan' && entry.verdict === 'accepted' ? [entry] : []))
  expect(scans.map(({ direction, way }) => `${direction} ${way}`).sort()).toEqual(['entry pass', 'exit list'])
  expect(await readLedger(app.stage.table, 'p-member-0')).toEqual(before)
}, 180_000)

test('signed out, the phone holds nobody’s name or key, and what waits stays for its owner', async () => {
  network.cut = true
  await context.setOffline(true)
  await page.getByLabel('按姓名查找', { exact: true }).and(page.locator(':visible')).fill('路过的人')
  await button('按姓名登记“路过的人”').click()
  await visible('已按姓名记下').waitFor()
  await app.look(page, 'scanner-9-by-name')
  const kept = () => page.evaluate(() => new Promise<string[]>((resolve) => {
    const opening = indexedDB.open('qingcheng')
    opening.onsuccess = () => {
      const all = opening.result.transaction('kept').objectStore('kept').getAllKeys()
      all.onsuccess = () => resolve(all.result.map(String).sort())
    }
  }))
  const under = async (prefix: string) => (await kept()).filter((key) => key.startsWith(prefix)).length
  expect(await under('held:')).toBeGreaterThan(60)
  expect(await under('scan:')).toBe(1)
  // Nothing of it can be read from outside: no name, no key, no handle in clear anywhere in the browser's storage.
  const clear = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  expect(members.filter(({ name }) => clear.includes(name))).toEqual([])
  await context.setOffline(false)
  await page.goto(`${app.address}/#/pages/me/index`)
  await button('退出登录').click()
  await dialog().getByRole('button', { name: '退出登录', exact: true }).click()
  await visible('微信登录').waitFor()
  expect([await under('held:'), await under('scan:')]).toEqual([0, 1])
}, 120_000)
