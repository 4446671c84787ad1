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
import { button, field, ledTo, leadTo, text } from '../support/page'

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

const open = async () => {
  page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await leadTo(page, app.stage.api, () => network.cut)
  await page.goto(`${app.address}/#/packages/staff/check-in/index?id=${encodeURIComponent(eventId)}`)
}
const visible = (words: string | RegExp) => text(page, words)
const press = (name: string) => button(page, name).click()
const dialog = () => page.getByRole('dialog').and(page.locator(':visible'))
const holdUp = (text: string) => page.evaluate(cameraOf, qrMatrix(text))

/** Everybody's pass, one after the other, in front of the camera. Gives how long each one took to be answered, milliseconds. */
const scanAll = async (direction: '扫码签到' | '扫码签退'): Promise<number[]> => {
  const took: number[] = []
  for (const [i, { personId, name }] of members.entries()) {
    await holdUp(passOf(personId))
    if (i === 0) await press(direction)
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
  await press('关闭')
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
  await press('关闭')
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
    await route.fetch({ url: ledTo(app.stage.api, route.request().url()) })
    lost++
    await route.abort()
  })
  await field(page, '按姓名查找').fill('后来')
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

/** In the page: which of these words can be read as they are, of all that this browser's stores hold, keys and values; and of each CryptoKey among it, whether it may be taken out. */
const readable = async (words: string[]) => {
  const texts: string[] = []
  const extractable: boolean[] = []
  const read = (value: unknown): void => {
    if (value instanceof CryptoKey) extractable.push(value.extractable)
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) texts.push(new TextDecoder().decode(value))
    else if (typeof value === 'object' && value !== null) Object.entries(value).flat().forEach(read)
    else texts.push(String(value))
  }
  const answered = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  for (const one of [localStorage, sessionStorage]) read(Object.entries(one))
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answered(indexedDB.open(name))
    for (const table of database.objectStoreNames) {
      const store = () => database.transaction(table).objectStore(table)
      read([await answered(store().getAllKeys()), await answered(store().getAll())])
    }
    database.close()
  }
  return { texts: texts.length, extractable, inClear: words.filter((word) => texts.some((text) => text.includes(word))) }
}
/** In the page: leaves a word in clear, as careless code would, or takes it away again. */
const leave = async ([word, how]: readonly [string, 'local' | 'within' | 'bytes' | 'key' | 'nowhere']) => {
  localStorage.removeItem('careless')
  if (how === 'local') localStorage.setItem('careless', `of ${word}`)
  await new Promise((done) => {
    const opening = indexedDB.open('qingcheng')
    opening.onsuccess = () => {
      const writing = opening.result.transaction('kept', 'readwrite')
      const store = writing.objectStore('kept')
      store.delete('careless')
      store.delete(`careless:${word}`)
      if (how === 'within') store.put({ items: [{ handle: word }] }, 'careless')
      if (how === 'bytes') store.put({ bytes: new TextEncoder().encode(word).buffer }, 'careless')
      if (how === 'key') store.put(1, `careless:${word}`)
      writing.oncomplete = done
      opening.result.close()
    }
  })
}

test('signed out, the phone holds nobody’s name or key, and what waits stays for its owner', async () => {
  network.cut = true
  await context.setOffline(true)
  await field(page, '按姓名查找').fill('路过的人')
  await press('按姓名登记“路过的人”')
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
  // Nothing of it can be read from outside: no name, no key, no handle in clear anywhere in the browser's storage, and the key that seals it cannot be taken out.
  const everybody = ['后来报名', '路过的人', ...members.map(({ name }) => name), ...handles.values(), ...[...handles.keys()].map((personId) => publicKeyOf(secretOf(personId)))]
  expect(everybody).toHaveLength(2 + 30 + 31 + 31)
  const { texts, ...found } = await page.evaluate(readable, everybody)
  expect(found).toEqual({ inClear: [], extractable: [false] })
  expect(texts).toBeGreaterThan(60 * 3)
  // Control: one of each in clear, as text, within a value or as bytes, is found.
  for (const [word, how] of [[members[3]?.name, 'local'], [handles.get('p-member-4'), 'within'], [publicKeyOf(secretOf('p-member-5')), 'bytes'], [members[6]?.name, 'key']] as const) {
    await page.evaluate(leave, [word as string, how] as const)
    expect((await page.evaluate(readable, everybody)).inClear).toEqual([word])
    await page.evaluate(leave, [word as string, 'nowhere'] as const)
  }
  expect((await page.evaluate(readable, everybody)).inClear).toEqual([])
  await context.setOffline(false)
  await page.goto(`${app.address}/#/pages/me/index`)
  await press('退出登录')
  await dialog().getByRole('button', { name: '退出登录', exact: true }).click()
  await visible('微信登录').waitFor()
  expect([await under('held:'), await under('scan:')]).toEqual([0, 1])
}, 120_000)
