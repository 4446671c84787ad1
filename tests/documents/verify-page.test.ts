import type { Verification } from '@shared/contract/documents'
import { appOf } from '../../functions/http/app'
import { documentRoutes } from '../../functions/http/routes/documents'
import { withVerifyPages } from '../../functions/http/verify-pages'
import { logRead } from '../../functions/use-cases/log-read'
import { allRoutes, keptDocuments } from '../support/all-routes'
import { apiOf, request } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { readPdf } from '../support/pdf'
import { makeReady } from '../support/ready-student'

let context: TestContext
let code: string
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-student', { name: '张小明', branch: 'wangcang.s01.b01', birthDate: '2011-05-04' })
  await makeReady(context, 'w-student')
  await apiOf(context, allRoutes)('w-student', 'POST', '/v1/people/w-student/documents', { id: 'document-0001', kind: 'transcript' })
  const [bytes] = keptDocuments.values()
  code = (await readPdf(bytes as Uint8Array))[0]?.text.match(/证明编码 ([0-9A-Z-]+)/)?.[1] ?? ''
}, 60_000)
afterAll(() => context.close())

const served = () => withVerifyPages(appOf(context, documentRoutes, logRead))
const get = async (path: string, app = served()) => {
  const answer = await request(app, path, { method: 'GET', headers: {} })
  return { status: answer.status, type: answer.headers.get('content-type'), html: await answer.text() }
}
const stub = (status: number, found: unknown) => withVerifyPages(async () => ({ status, type: 'application/json', body: JSON.stringify(found) }))
const standing: Verification = { kind: 'transcript', maskedName: '张*明', orgName: '第一中学', issuedAt: '2026-06-15T02:00:00.000Z', ruleSet: { id: 'wangcang', version: 1 }, service: { minutes: 90, entries: 1, from: '2026-04-01', until: '2026-04-01' }, pages: 1, sha256Prefix: '0123456789abcdef', changedSince: false }

test('a form to begin with; by the code as typed or scanned, what anyone may know', async () => {
  expect(await get('/verify')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', html: expect.stringContaining('<form') })
  for (const path of [`/verify/${code}`, `/verify?code=${code.toLowerCase().replaceAll('-', '+')}`]) {
    const { status, html } = await get(path)
    expect(status).toBe(200)
    for (const words of ['有效', '张*明', '第一中学初三（1）班团支部', '志愿服务证明', '24 小时 0 分钟', code, '3 次', '2026-04-01 至 2026-04-03', '2026-06-15 10:00', '第 1 版']) expect(html).toContain(words)
    expect(html).not.toMatch(/张小明|w-student|2011-05-04|条件都满足/)
  }
})

test('in English by a link that keeps the code', async () => {
  expect((await get(`/verify/${code}`)).html).toContain(`href="/verify/${code}?lang=en"`)
  const { html } = await get(`/verify/${code}?lang=en`)
  for (const words of ['lang="en"', 'Valid', 'Volunteer transcript', '24 h 0 min', `href="/verify/${code}"`]) expect(html).toContain(words)
})

test('an unknown code, no code, and a fault each have a page of their own', async () => {
  expect(await get('/verify/AAAA-BBBB-CCCC-DDDD')).toMatchObject({ status: 404, html: expect.stringContaining('没有找到这个编码') })
  expect(await get('/verify?code=')).toMatchObject({ status: 200, html: expect.stringContaining('aria-invalid="true"') })
  expect(await get(`/verify/${code}`, stub(500, {}))).toMatchObject({ status: 500, html: expect.stringContaining('暂时不能核验') })
})

test.each([
  [{}, '这份证明由青程出具，目前有效', 'state good'], [{ changedSince: true }, '其中有内容被撤销、更正或重新提交', 'state wait'],
  [{ withdrawnAt: '2026-06-20T02:00:00.000Z', changedSince: true }, '已于 2026-06-20 10:00 撤回', 'state bad'],
])('%j is said as what it is', async (change, words, tone) => {
  const { html } = await get(`/verify/${code}`, stub(200, { ...standing, ...change }))
  expect(html).toContain(words)
  expect(html).toContain(tone)
  expect(html.match(/class="state/g)).toHaveLength(1)
})

test('what comes from outside is text on the page, not markup; no script, nothing from elsewhere', async () => {
  const { html } = await get('/verify/code', stub(200, { ...standing, maskedName: '<img src=x onerror=alert(1)>', orgName: '"><script>' }))
  expect(html).not.toMatch(/<img|<script/)
  expect((await get(`/verify?code=${encodeURIComponent('"><script>alert(1)</script>')}&lang=${encodeURIComponent('"><b>')}`)).html).not.toMatch(/<script|<b>/)
  expect(html).toContain("default-src 'none'")
})

test('everything else goes to the app', async () => {
  expect(await get('/v1/documents/x')).toMatchObject({ status: 404, type: 'application/problem+json; charset=utf-8' })
  expect(await get('/verify/a/b')).toMatchObject({ status: 404, type: 'application/problem+json; charset=utf-8' })
})
