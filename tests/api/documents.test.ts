import { createHash } from 'node:crypto'
import { documentEndpoints } from '@shared/contract/documents'
import type { DecisionEntry, LedgerEntry } from '@shared/model/ledger'
import { isSample } from '../../functions/core/spot-check'
import { pdfRenderer } from '../../functions/documents/render'
import { keys } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { getItem, putItem, queryAll } from '../../functions/store/table'
import { issueDocumentWith } from '../../functions/use-cases/issue-document'
import { allRoutes, keptDocuments } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { readPdf } from '../support/pdf'
import { makeReady } from '../support/ready-student'
import { scanOf } from '../support/scan'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, allRoutes)
  keptDocuments.clear()
}, 60_000)
afterEach(() => context.close())

const student = 'w-student'
const issue = (id = 'document-0001', kind = 'transcript', who = student, of = student) => call(who, 'POST', `/v1/people/${of}/documents`, { id, kind })
const list = async (who = student) => (await call(who, 'GET', `/v1/people/${student}/documents`)).body.documents
const bytesOf = (sha256: string) => keptDocuments.get(`documents/${student}/${sha256}.pdf`) as Uint8Array
/** The code as whoever holds the paper reads it. */
const codeOn = async (sha256: string): Promise<string> => (await readPdf(bytesOf(sha256)))[0]?.text.match(/证明编码 ([0-9A-Z-]+)/)?.[1] ?? ''
const check = (code: string) => call(undefined, 'GET', `/v1/documents/${code}`)
const decide = (n: number, recordId: string, verdict: DecisionEntry['verdict']) =>
  appendEntry(context.table, student, { type: 'decision', n, decisionId: `decision-${n}`, recordId, verdict, evidence: [], at: '2026-06-15T03:00:00.000Z', by: 'w-secretary' } as LedgerEntry & { type: 'decision' })

test('a transcript is issued, opened by a link, listed, and checked by the code on it, masked', async () => {
  await makeReady(context, student)
  const reply = await issue()
  expect(reply).toMatchObject({ status: 201, body: { documentId: 'document-0001', kind: 'transcript', issuedAt: '2026-06-15T02:00:00.000Z', pages: 1, service: { minutes: 1440, entries: 3, from: '2026-04-01', until: '2026-04-03' }, changedSince: false } })
  const { sha256, bytes } = reply.body
  expect(bytesOf(sha256).length).toBe(bytes)
  expect(createHash('sha256').update(bytesOf(sha256)).digest('hex')).toBe(sha256)
  expect(await list()).toEqual([reply.body])
  expect((await call(student, 'GET', `/v1/people/${student}/documents/document-0001`)).body).toEqual({ url: `http://files.test/documents/${student}/${sha256}.pdf?signed`, fileName: '志愿服务证明-w-student-2026-06-15.pdf' })

  const code = await codeOn(sha256)
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$/)
  expect((await readPdf(bytesOf(sha256)))[0]?.links).toEqual([`https://api.test/verify/${code}`])
  const checked = await check(code)
  expect(checked).toEqual({ status: 200, body: {
    kind: 'transcript', maskedName: 'w*******t', orgName: '第一中学初三（1）班团支部', issuedAt: '2026-06-15T02:00:00.000Z', ruleSet: { id: 'wangcang', version: 1 },
    service: { minutes: 1440, entries: 3, from: '2026-04-01', until: '2026-04-03' }, pages: 1, sha256Prefix: sha256.slice(0, 16), changedSince: false,
  } })
  for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), encodeURIComponent(` ${code.replaceAll('-', ' ')} `)]) expect((await check(typed)).body).toEqual(checked.body)
})

test('the public is told neither the name nor whether the person is eligible', async () => {
  await putPerson(context, student, { name: '张小明', branch: 'wangcang.s01.b01', birthDate: '2011-05-04' })
  await makeReady(context, student)
  const { sha256 } = (await issue('document-0002', 'progress-report')).body
  const { body } = await check(await codeOn(sha256))
  expect(body).toMatchObject({ kind: 'progress-report', maskedName: '张*明' })
  expect(JSON.stringify(body)).not.toMatch(/张小明|eligible|2011-05-04|w-student|requirements/)
})

test('an unknown code is not found; nothing in the table holds a code', async () => {
  await makeReady(context, student)
  const code = await codeOn((await issue()).body.sha256)
  for (const wrong of ['AAAA-AAAA-AAAA-AAAA', 'x', `${code}2`, code.slice(0, -1), '%20']) expect(await check(wrong)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  const items = await queryAll(context.table, { pk: keys.me(student).pk, prefix: '' })
  expect(JSON.stringify(items)).not.toContain(code)
  expect(JSON.stringify(items)).not.toContain(code.replaceAll('-', ''))
  const hash = createHash('sha256').update(code.replaceAll('-', '')).digest('hex')
  expect(await getItem(context.table, keys.documentCode(hash))).toMatchObject({ personId: student, documentId: 'document-0001' })
})

test('the same id gives the same document, at once too; for another kind it is refused', async () => {
  await makeReady(context, student)
  const [one, two] = await Promise.all([issue(), issue()])
  const again = await issue()
  expect(one.status).toBe(201)
  expect([two.body, again.body]).toEqual([one.body, one.body])
  expect(await list()).toHaveLength(1)
  expect(await issue('document-0001', 'progress-report')).toMatchObject({ status: 409, body: { code: 'id-reused' } })
})

test('control: without the condition two requests at once make two documents of one id', async () => {
  await makeReady(context, student)
  const parts = { renderer: pdfRenderer, objects: { get: async () => undefined, put: async () => undefined }, publicUrl: 'https://api.test' }
  const unguarded = issueDocumentWith(parts, async (table, personId, document) => {
    await putItem(table, { ...keys.document(personId, document.documentId), ...document })
    return true
  })
  const open = apiOf(context, { issueDocument: { endpoint: documentEndpoints.issueDocument, useCase: unguarded } })
  const [one, two] = await Promise.all([1, 2].map(() => open(student, 'POST', `/v1/people/${student}/documents`, { id: 'document-0001', kind: 'transcript' })))
  expect(one?.body.sha256).not.toBe(two?.body.sha256)
})

test('what was certified stays as it is: later records change nothing of it', async () => {
  await makeReady(context, student)
  const { sha256 } = (await issue()).body
  await appendEntry(context.table, student, { type: 'record', recordId: 'more-hours', source: 'granted', category: 'volunteering', startedAt: '2026-06-01T00:00:00.000Z', endedAt: '2026-06-01T02:00:00.000Z', quantity: 120, title: '更多', photoIds: [], at: '2026-06-02T00:00:00.000Z', by: 'w-secretary' })
  const [first] = await list()
  expect(first).toMatchObject({ sha256, service: { minutes: 1440 }, changedSince: false })
  expect((await issue('document-0003')).body.service.minutes).toBe(1560)
})

test('a record revoked after issue is said; one revoked before, or not counted, is not', async () => {
  await makeReady(context, student)
  await decide(1, 'hours-2', 'revoked')
  const before = (await issue()).body
  expect(before.service.minutes).toBe(960)
  await decide(2, 'activity-1', 'revoked')
  expect((await list())[0].changedSince).toBe(false)
  await decide(3, 'hours-0', 'revoked')
  expect((await list())[0].changedSince).toBe(true)
  expect((await check(await codeOn(before.sha256))).body.changedSince).toBe(true)
  expect((await issue('document-0004')).body).toMatchObject({ service: { minutes: 480 }, changedSince: false })
})

test('an exam taken back since, and a record corrected since, are said; of what nobody touched nothing is', async () => {
  await makeReady(context, student)
  const report = (await issue('document-0007', 'progress-report')).body
  const untouched = (await issue('document-0008', 'transcript')).body
  expect([report.changedSince, untouched.changedSince]).toEqual([false, false])
  const changed = async () => Object.fromEntries((await list()).map(({ documentId, changedSince }: { documentId: string; changedSince: boolean }) => [documentId, changedSince]))
  expect((await call('w-secretary', 'POST', `/v1/people/${student}/exams/exam-1/corrections`, { id: 'correct-001', was: 85, reason: '替考' })).status).toBe(200)
  // A transcript counts no exam.
  expect(await changed()).toEqual({ 'document-0007': true, 'document-0008': false })
  expect((await check(await codeOn(report.sha256))).body.changedSince).toBe(true)

  const after = (await issue('document-0009', 'progress-report')).body
  const { category, startedAt, endedAt, title, version = 0 } = (await call('w-secretary', 'GET', `/v1/people/${student}/records/hours-0`)).body
  expect((await call('w-secretary', 'POST', `/v1/people/${student}/records/hours-0/corrections`, { id: 'correct-002', version, category, startedAt, endedAt, quantity: 240, title, words: '只有四小时' })).status).toBeLessThan(300)
  expect(await changed()).toEqual({ 'document-0007': true, 'document-0008': true, [after.documentId]: true })
  expect((await check(await codeOn(untouched.sha256))).body.changedSince).toBe(true)
  expect((await issue('document-0010')).body).toMatchObject({ service: { minutes: 1200 }, changedSince: false })
})

test('attendance taken back by the level above, or longer by a scan that came late, is said; on another document nothing is', async () => {
  await makeReady(context, student)
  const { body: { eventId } } = await call('w-manager', 'POST', '/v1/events', { id: 'event-document', org: 'wangcang.t01.home', title: '清洁河岸', category: 'volunteering', startsAt: '2026-06-15T10:00:00+08:00', endsAt: '2026-06-15T12:00:00+08:00', place: '东河岸', minimumMinutes: 30 })
  const at = `/v1/events/${encodeURIComponent(eventId)}`
  const { body: { scannerId: scanner } } = await call('w-manager', 'POST', `${at}/scanners`, { id: 'scanner-document' })
  const scan = async (direction: 'entry' | 'exit', deviceTime: string): Promise<string> => {
    let n = 0
    const made = () => scanOf(eventId, `document ${n}`, { direction, deviceTime, personId: student })
    while (!isSample({ scanId: made().scanId, way: 'list' })) n++
    expect((await call('w-manager', 'POST', `${at}/check-ins`, { scanner, sentAt: new Date(context.now()).toISOString(), scans: [made()] })).body.verdicts).toMatchObject([{ verdict: 'accepted' }])
    return made().scanId
  }
  const before = (await issue('document-0011')).body
  const entry = await scan('entry', '2026-06-15T02:00:00Z')
  context.setNow('2026-06-15T04:30:00Z')
  const open = (await issue('document-0012')).body
  expect([before.service.minutes, open.service.minutes, open.changedSince]).toEqual([1440, 1470, false])
  const changed = async () => Object.fromEntries((await list()).map(({ documentId, changedSince }: { documentId: string; changedSince: boolean }) => [documentId, changedSince]))
  context.setNow('2026-06-15T04:31:00Z')
  await scan('exit', '2026-06-15T03:00:00Z')
  expect(await changed()).toEqual({ 'document-0011': false, 'document-0012': true })
  context.setNow('2026-06-15T04:32:00Z')
  const whole = (await issue('document-0013')).body
  expect([whole.service.minutes, whole.changedSince]).toEqual([1500, false])
  context.setNow('2026-06-17T03:00:00Z')
  expect((await call('w-township', 'POST', `${at}/scans/${entry}/check`, { id: 'check-document', personId: student, confirmed: false, words: '当时不在场' })).status).toBe(200)
  expect(await changed()).toEqual({ 'document-0011': false, 'document-0012': true, 'document-0013': true })
  expect((await check(await codeOn(whole.sha256))).body.changedSince).toBe(true)
})

test('a withdrawn document says so, to everyone and for good', async () => {
  const { sha256 } = (await issue()).body
  const withdraw = (who: string) => call(who, 'POST', `/v1/people/${student}/documents/document-0001/withdraw`)
  expect((await withdraw(student)).body).toMatchObject({ withdrawnAt: '2026-06-15T02:00:00.000Z' })
  context.setNow('2026-06-16T02:00:00Z')
  expect((await withdraw('w-secretary')).body).toMatchObject({ withdrawnAt: '2026-06-15T02:00:00.000Z' })
  expect((await check(await codeOn(sha256))).body.withdrawnAt).toBe('2026-06-15T02:00:00.000Z')
  expect(await call(student, 'POST', `/v1/people/${student}/documents/document-none/withdraw`)).toMatchObject({ status: 404 })
})

test('a name that no font has is refused by its characters, and nothing is written', async () => {
  await putPerson(context, student, { name: '张𱍐', branch: 'wangcang.s01.b01' })
  expect(await issue()).toMatchObject({ status: 409, body: { code: 'name-not-printable', detail: { characters: ['𱍐'] } } })
  expect(await list()).toEqual([])
  expect(keptDocuments.size).toBe(0)
})

test('wrong input names the field; who is in no branch has no document', async () => {
  expect(await issue('x', 'diploma')).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ path: 'id' }, { path: 'kind' }] } })
  expect(await issue('document-0005', 'transcript', 'w-manager', 'w-manager')).toMatchObject({ status: 404 })
})

test('staff who issue or open one are in the person’s log', async () => {
  await issue('document-0006', 'transcript', 'w-secretary')
  await call('w-school', 'GET', `/v1/people/${student}/documents/document-0006`)
  const { items } = (await call(student, 'GET', '/v1/reads')).body
  expect(items.map(({ name, parts }: { name: string; parts: string[] }) => [name, parts]).sort()).toEqual([['w-school', ['document']], ['w-secretary', ['document']]])
})
