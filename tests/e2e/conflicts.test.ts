import type { Page } from 'playwright-core'
import { isSample } from '../../functions/core/spot-check'
import { faultsOf } from '../support/axe'
import { type DemoApp, desktop, startDemoApp } from '../support/demo-app'
import { button, field, shown } from '../support/page'
import { type ScanMade, scanOf } from '../support/scan'

let app: DemoApp
beforeAll(async () => {
  app = await startDemoApp()
}, 600_000)
afterAll(() => app?.stop())

/** Asks the API as whoever is signed in on this page. */
const ask = (page: Page, method: string, path: string, body?: object) =>
  page.evaluate(async ({ method: m, path: p, body: b }) => {
    const { token } = JSON.parse(localStorage.getItem('qingcheng:session') ?? '{}') as { token?: string }
    const answer = await fetch(`http://127.0.0.1:3000${p}`, { method: m, headers: { authorization: `Bearer ${token}`, ...(b && { 'content-type': 'application/json' }) }, ...(b && { body: JSON.stringify(b) }) })
    if (!answer.ok) throw new Error(`${m} ${p}: ${await answer.text()}`)
    return answer.json()
  }, { method, path, body })

/** Asks again until it is so: an upload or the stream may still be on its way. */
const until = async <T>(read: () => Promise<T>, is: (value: T) => boolean): Promise<T> => {
  for (let tries = 0; ; tries++) {
    const value = await read()
    if (is(value) || tries === 60) return value
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

const faults: unknown[] = []
const look = async (page: Page, name: string) => {
  await app.look(page, name)
  const { scrollWidth, innerWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, innerWidth: window.innerWidth }))
  faults.push(...(await faultsOf(page)).map((fault) => [name, fault]), ...(scrollWidth > innerWidth ? [[name, 'too wide']] : []))
}

test('a manager looks at scans in doubt, finds whom a name means, states an exit and takes a scan back; the secretary sees what a report meets; the county checks one by the list', async () => {
  const page = await app.signIn('贾承然')
  const { scope } = await page.evaluate(() => (JSON.parse(localStorage.getItem('qingcheng:session') ?? '{}') as { person: { roles: { scope: string }[] } }).person.roles[0] as { scope: string })
  // An event is published before it is over: this one ends twenty seconds from now.
  const ends = Date.now() + 20_000
  const begun = Math.floor(ends / 60_000) * 60_000 - 49 * 60_000
  const at = (minute: number) => new Date(begun + minute * 60_000).toISOString()
  const { eventId } = await ask(page, 'POST', '/v1/events', { id: `conflicts-${begun}`, org: scope, title: '清理河道', category: 'volunteering', startsAt: at(0), endsAt: new Date(ends).toISOString(), place: '东河岸', minimumMinutes: 20 })
  const path = `/v1/events/${encodeURIComponent(eventId)}`
  const find = async (name: string) => (await ask(page, 'GET', `${path}/people?name=${encodeURIComponent(name)}`)).people as { personId: string; name: string }[]
  const [student] = await find('范诗萱')
  const [skewed, left, inside, listed, ...late] = (await find('李')) as [{ personId: string; name: string }, ...{ personId: string; name: string }[]]
  if (!student || !left || !inside || !listed) throw new Error('The demo county has too few people of one name')
  await ask(page, 'POST', `${path}/scanners`, { id: 'scanner-of-test' })
  let made = 0
  const send = async (scans: ScanMade[], slow = 0) => (await ask(page, 'POST', `${path}/check-ins`, { scanner: 'scanner-of-test', sentAt: new Date(Date.now() - slow * 60_000).toISOString(), scans: scans.map((scan) => scanOf(eventId, `${eventId} ${++made}`, scan)) })).verdicts
  const scan = (direction: 'entry' | 'exit', minute: number, personId: string): ScanMade => ({ direction, deviceTime: at(minute), personId })
  // An hour behind, and nothing vouches for it.
  await send([scan('entry', 5 - 60, skewed.personId), ...late.slice(0, 3).map(({ personId }) => scan('entry', 6 - 60, personId))], 60)
  await send([scan('exit', 45, skewed.personId), scan('entry', 2, left.personId), scan('exit', 40, left.personId), scan('entry', 3, inside.personId), scan('exit', 44, student.personId), { direction: 'entry', deviceTime: at(4), name: '范诗萱' }])
  while (!isSample({ scanId: scanOf(eventId, `${eventId} ${made + 1}`, scan('entry', 7, listed.personId)).scanId, way: 'list' })) made++
  await send([scan('entry', 7, listed.personId)])

  await page.waitForTimeout(Math.max(0, ends - Date.now() + 1000))
  await app.open(page, `packages/staff/check-in/index?id=${encodeURIComponent(eventId)}`)
  await button(page, /^待核对/).waitFor()
  await look(page, 'conflicts-0-check-in')
  await button(page, /^待核对/).click()
  await shown(page, /这 \d 条都是“手机时间不准”/)
  await shown(page, /^没有签退的 \d 人/)
  await look(page, 'conflicts-1-queue')
  await page.screenshot({ path: '.local/screenshots/conflicts-1-queue-full.png', fullPage: true })
  await button(page, `算上 ${skewed.name}`).click()
  await look(page, 'conflicts-2-accept')
  await button(page, '算上').and(page.getByRole('dialog').getByRole('button')).click()
  await shown(page, '已算上')

  await button(page, '算上 范诗萱').click()
  await page.getByRole('dialog').getByText('范诗萱', { exact: true }).waitFor()
  await look(page, 'conflicts-3-name')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '算上', exact: true }).click()
  await dialog.getByText('先选一位').waitFor()
  await dialog.getByText('范诗萱', { exact: true }).click()
  await dialog.getByRole('button', { name: '算上', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })

  await button(page, '全部不算').click()
  await page.getByRole('dialog').getByText('本人不在场').waitFor()
  await look(page, 'conflicts-4-none')
  await page.getByRole('dialog').getByRole('button', { name: '不算', exact: true }).click()
  await shown(page, '没有要核对的')
  await button(page, `补签退 ${inside.name}`).click()
  await field(page, '几点离开的').fill(new Date(Date.parse(at(30)) + 8 * 3_600_000).toISOString().slice(11, 16))
  await look(page, 'conflicts-5-exit')
  await button(page, '补上').click()
  await button(page, `补签退 ${inside.name}`).waitFor({ state: 'hidden' })
  await look(page, 'conflicts-6-done')
  // The way of the upload is taken for skew where nothing vouches: a few milliseconds less than 27 minutes.
  const attendee = async () => (await ask(page, 'GET', `${path}/attendees?limit=100`)).items.find(({ personId }: { personId: string }) => personId === inside.personId)
  expect(await until(attendee, (one) => one?.exitAt !== undefined)).toMatchObject({ exitAt: at(30), minutes: 26 })

  await app.open(page, `packages/staff/person-scans/index?id=${encodeURIComponent(eventId)}&person=${left.personId}`)
  await button(page, /^撤销 .*签退$/).click()
  await look(page, 'conflicts-7-undo')
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
  await shown(page, /贾承然 .*撤销/)
  await look(page, 'conflicts-8-undone')

  const wide = await app.signIn('贾承然', desktop)
  await send([scan('entry', 8 - 60, left.personId), scan('exit', 46 - 60, left.personId)], 60)
  await app.open(wide, 'packages/staff/events/index')
  // In the hour after midnight it began yesterday.
  const dayOf = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10)
  if (dayOf(begun) !== dayOf(Date.now())) await wide.getByRole('radio', { name: '过去' }).and(wide.locator(':visible')).click()
  await shown(wide, /待核对 2/)
  await look(wide, 'conflicts-9-board-desktop')
  const asScanner: string[] = []
  wide.on('request', (one) => void (/\/(scanners|pass-keys)\b/.test(one.url()) && asScanner.push(one.url())))
  await app.open(wide, `packages/staff/conflicts/index?id=${encodeURIComponent(eventId)}`)
  await shown(wide, /^这一次$/)
  await shown(wide, /^没有签退的 \d 人/)
  await look(wide, 'conflicts-9-queue-desktop')
  // Nobody is scanned on this page: whoever reads it holds nobody's keys.
  expect(asScanner).toEqual([])

  const mine = await app.signIn('范诗萱')
  await ask(mine, 'POST', '/v1/records', { id: `report-${begun}`, category: 'volunteering', startedAt: at(20), endedAt: at(48), quantity: 28, title: '河边捡垃圾' })
  const secretary = await app.signIn('熊月彤')
  await ask(secretary, 'POST', '/v1/reviews', { decisions: [{ id: `approve-${begun}`, personId: student.personId, recordId: `report-${begun}`, verdict: 'approved' }] })
  const { person: { roles } } = await secretary.evaluate(() => JSON.parse(localStorage.getItem('qingcheng:session') ?? '{}') as { person: { roles: { name: string; scope: string }[] } })
  const own = roles.find(({ name }) => name !== 'student')?.scope ?? ''
  const met = async () => (await ask(secretary, 'GET', `/v1/reviews/collisions?org=${own}`)).items as { record: { recordId: string } }[]
  expect((await until(met, (items) => items.some(({ record }) => record.recordId === `report-${begun}`))).map(({ record }) => record.recordId)).toContain(`report-${begun}`)
  await app.open(secretary, 'packages/staff/reviews/index')
  await shown(secretary, '申报与签到时间重叠')
  await look(secretary, 'conflicts-10-collision')
  await button(secretary, '两条都属实').click()
  await secretary.getByRole('dialog').getByRole('button', { name: '两条都属实', exact: true }).click()
  await shown(secretary, '已记下：两条都属实')

  for (const device of ['phone', 'desktop'] as const) {
    const county = await app.signIn('孔嘉琪', ...(device === 'desktop' ? [desktop] : []))
    await app.open(county, 'packages/staff/spot-checks/index')
    await shown(county, /按名单|抽查/)
    await button(county, `属实 ${listed.name}`).waitFor()
    await look(county, `conflicts-11-spot-${device}`)
    if (device === 'phone') continue
    await button(county, `存疑 ${listed.name}`).click()
    await field(county, '理由').fill('本人说当天在家')
    await county.getByRole('dialog').getByRole('button', { name: '存疑', exact: true }).click()
    await shown(county, '已撤销这次登记')
  }
  expect(faults).toEqual([])
}, 400_000)
