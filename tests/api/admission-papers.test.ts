import { createHash } from 'node:crypto'
import { documentEndpoints } from '@shared/contract/documents'
import { paperKinds } from '@shared/model/document'
import { pdfRenderer } from '../../functions/documents/render'
import { keys } from '../../functions/store/keys'
import { stepItems } from '../../functions/store/applications'
import { putItem, writeAll } from '../../functions/store/table'
import { issueAdmissionPaperWith } from '../../functions/use-cases/issue-admission-paper'
import { dossierOf } from '../documents/dossier-sample'
import { allRoutes, keptDocuments } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { photoOf } from '../support/photo'
import { readPdf } from '../support/pdf'
import { putApplication } from '../support/put-dossier'

const student = 'w-student'
const branch = 'wangcang.s01.b01'
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  for (const [id, name] of [['secretary', '祝卿安'], ['school', '司马青云'], ['county', '阿依努尔·买买提']] as const) await putPerson(context, id, { name })
  await putPerson(context, 'm1', { name: '古丽娜扎尔·阿卜杜热合曼', branch })
  await putPerson(context, 'm2', { name: '欧阳䶮', branch })
  await putPerson(context, student, { name: '欧阳小明', branch })
  call = apiOf(context, allRoutes)
  keptDocuments.clear()
}, 60_000)
afterEach(() => context.close())

const issue = (kind: string, id = `paper-${kind}`, who = 'w-secretary') => call(who, 'POST', `/v1/people/${student}/application/papers`, { id, kind })
const textOf = async (key: string) => (await readPdf(keptDocuments.get(key) as Uint8Array)).map(({ text }) => text).join('').replaceAll(/\s/g, '')
const paper = async (kind: string) => textOf(`documents/${student}/${(await issue(kind)).body.sha256}.pdf`)
const act = (what: object, version: number, id = 'act-00000001', who = 'w-secretary') => call(who, 'POST', `/v1/people/${student}/application/acts`, { id, version, what })

test('a letter on paper is printed from its photos, in the letter and the e-file; bytes that are not those of the trail are not shown', async () => {
  const [picture, other] = [await photoOf(600, 800), await photoOf(640, 800)]
  const dossier = dossierOf()
  Object.assign(dossier.application.steps[0]?.facts ?? {}, { photos: [picture, other].map((bytes, i) => ({ photoId: `photo-000${i + 1}`, sha256: createHash('sha256').update(bytes).digest('hex') })) })
  await putApplication(context, student, dossier)
  keptDocuments.set(`evidence/${student}/photo-0001.jpg`, picture)
  keptDocuments.set(`evidence/${student}/photo-0002.jpg`, await photoOf(640, 800))
  for (const kind of ['application-letter', 'e-file']) {
    const { status, body } = await issue(kind)
    expect({ kind, status }).toEqual({ kind, status: 201 })
    const bytes = Buffer.from(keptDocuments.get(`documents/${student}/${body.sha256}.pdf`) as Uint8Array)
    expect([picture, other].map((one) => bytes.includes(one.subarray(0, 2000)))).toEqual([true, false])
    expect(await textOf(`documents/${student}/${body.sha256}.pdf`)).toContain(`${createHash('sha256').update(other).digest('hex')}（没有保存与此相符的照片）`)
  }
})

test('each paper is kept under its hash, opened by a link, listed, and checked by the code on it', async () => {
  await putApplication(context, student, dossierOf())
  for (const kind of paperKinds) {
    const { status, body } = await issue(kind)
    expect({ kind, status, changedSince: body.changedSince }).toEqual({ kind, status: 201, changedSince: false })
    const bytes = keptDocuments.get(`documents/${student}/${body.sha256}.pdf`) as Uint8Array
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(body.sha256)
    const [first] = await readPdf(bytes)
    const code = first?.links[0]?.split('/').at(-1)
    expect((await call(undefined, 'GET', `/v1/documents/${code}`)).body).toEqual({ kind, maskedName: '欧**明', orgName: kind === 'public-notice' ? '第一中学团委' : '第一中学初三（1）班团支部', issuedAt: '2026-06-15T02:00:00.000Z', pages: body.pages, sha256Prefix: body.sha256.slice(0, 16), changedSince: false })
    expect((await call('w-school', 'GET', `/v1/people/${student}/documents/paper-${kind}`)).body.url).toContain(body.sha256)
  }
  expect((await call('w-school', 'GET', `/v1/people/${student}/documents`)).body.documents).toHaveLength(5)
})

test('too early for a paper, it is said; nothing is written', async () => {
  expect(await issue('application-letter')).toMatchObject({ status: 409, body: { code: 'paper-not-ready' } })
  await putApplication(context, student, dossierOf({ until: 'form-filled' }))
  for (const kind of ['branch-minutes', 'e-file']) expect(await issue(kind)).toMatchObject({ status: 409, body: { code: 'paper-not-ready' } })
  expect((await issue('admission-form')).status).toBe(201)
  expect(keptDocuments.size).toBe(1)
})

test('the student has their own letter and form, opens what staff made but minutes, and takes back none of it', async () => {
  await putApplication(context, student, dossierOf())
  for (const kind of paperKinds) await issue(kind)
  for (const kind of ['application-letter', 'admission-form']) expect((await issue(kind, `own-${kind}`, student)).status).toBe(201)
  for (const kind of ['branch-minutes', 'public-notice', 'e-file']) expect(await issue(kind, `own-${kind}`, student)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  const own = (await call(student, 'GET', `/v1/people/${student}/documents`)).body.documents as { kind: string }[]
  expect(new Set(own.map(({ kind }) => kind))).toEqual(new Set(['application-letter', 'admission-form', 'public-notice', 'e-file']))
  expect((await call(student, 'GET', `/v1/people/${student}/documents/paper-e-file`)).status).toBe(200)
  expect((await call(student, 'GET', `/v1/people/${student}/documents/paper-branch-minutes`)).status).toBe(404)
  for (const kind of ['e-file', 'branch-minutes']) expect((await call(student, 'POST', `/v1/people/${student}/documents/paper-${kind}/withdraw`)).status).toBe(404)
  expect((await call(student, 'POST', `/v1/people/${student}/documents/own-admission-form/withdraw`)).body.withdrawnAt).toBe('2026-06-15T02:00:00.000Z')
})

test('minutes name everyone of the same meeting and nobody of another; a notice everyone of the committee on the same days, as the public may have them', async () => {
  await putApplication(context, student, dossierOf())
  await putPerson(context, 'w-other', { name: '买合木提·艾则孜', branch })
  await putApplication(context, 'w-other', dossierOf({ until: 'branch-voted' }))
  await putPerson(context, 'w-neighbour', { name: '司徒敏', branch: 'wangcang.s01.b02' })
  await putApplication(context, 'w-neighbour', dossierOf({ until: 'public-notice' }))
  const elsewhere = dossierOf({ until: 'branch-voted' })
  for (const step of elsewhere.application.steps) if (step.act === 'vote') step.facts.meetingId = 'meeting-9999'
  await putPerson(context, 'w-elsewhere', { name: '王五六', branch })
  await putApplication(context, 'w-elsewhere', elsewhere)

  const minutes = await paper('branch-minutes')
  for (const part of ['欧阳小明：应到21人', '买合木提·艾则孜：应到21人', '古丽娜扎尔·阿卜杜热合曼、欧阳䶮']) expect(minutes).toContain(part)
  expect(minutes).not.toMatch(/王五六|司徒敏/)
  const notice = await paper('public-notice')
  for (const part of ['以下4名同志', '欧**明第一中学初三（1）班团支部', '买******孜', '司*敏第一中学初三（2）班团支部', '第一中学团委']) expect(notice).toContain(part)
  expect(notice).not.toMatch(/欧阳小明|司徒敏|买合木提/)
  expect((await call('w-secretary', 'GET', `/v1/people/${student}/documents/paper-public-notice`)).body.fileName).toBe('发展对象公示-2026-06-15.pdf')
})

test('minutes of a meeting that was planned here say who led it, who was there and what was said; one not voted on has no resolution', async () => {
  await putApplication(context, student, dossierOf())
  await putPerson(context, 'w-other', { name: '买合木提·艾则孜', branch })
  const base = { voteId: 'step-17', personId: student, secret: true, shouldAttend: 21, present: 20, for: 9, against: 10, abstain: 1, passed: false, at: '2026-05-15T02:30:00.000Z', by: 'secretary' }
  const meeting = { meetingId: 'meeting-0001', branch, state: 'held', date: '2026-05-15', place: '阶梯教室', host: '祝卿安', recorder: '欧阳䶮', candidates: [student, 'w-other'], items: [{ title: '学习文件', outcome: '学习了团章' }], roll: [{ personId: 'm1', present: true }, { personId: 'm2', present: false }], besides: { should: 0, present: 0 }, votes: [base], minutes: '会议于下午四点开始。', revision: 3 }
  await putItem(context.table, { ...keys.meeting(branch, 'meeting-0001'), ...meeting })
  const minutes = await paper('branch-minutes')
  for (const part of ['主持人祝卿安记录人欧阳䶮', '地点阶梯教室', '到会古丽娜扎尔·阿卜杜热合曼缺席欧阳䶮', '1.学习文件：学习了团章', '会议于下午四点开始。', '欧阳小明：应到21人，实到20人，无记名投票，赞成9票、反对10票、弃权1票，赞成票未达到规定票数，未通过。', '2买合木提·艾则孜未表决']) expect(minutes).toContain(part)
})

test('minutes of a meeting by its id: one that is planned leaves room and calls nobody absent, and changes with the vote; one of others is not found', async () => {
  const early = dossierOf({ until: 'form-filled' })
  await putApplication(context, student, early)
  const planned = { meetingId: 'meeting-0002', branch, state: 'planned', date: '2026-06-20', place: '阶梯教室', host: '祝卿安', recorder: '欧阳䶮', candidates: [student], items: [], roll: [{ personId: 'm1', present: false }, { personId: 'm2', present: false }], besides: { should: 0, present: 0 }, votes: [], revision: 1 }
  await putItem(context.table, { ...keys.meeting(branch, 'meeting-0002'), ...planned })
  await putItem(context.table, { ...keys.meeting(branch, 'meeting-0003'), ...planned, meetingId: 'meeting-0003', candidates: ['m1'] })
  const ask = (meetingId: string) => call('w-secretary', 'POST', `/v1/people/${student}/application/papers`, { id: `paper-${meetingId}`, kind: 'branch-minutes', meetingId })
  expect((await ask('meeting-0003')).body.code).toBe('not-found')
  const { body } = await ask('meeting-0002')
  const text = await textOf(`documents/${student}/${body.sha256}.pdf`)
  for (const part of ['2026年6月20日', '地点阶梯教室', '应到2人', '欧阳小明']) expect(text).toContain(part)
  expect(text).not.toMatch(/缺席|未表决|无记名投票|实到\d/)
  const changed = async () => (await ask('meeting-0002')).body.changedSince
  expect(await changed()).toBe(false)
  const [vote] = dossierOf().application.steps.filter(({ act: of }) => of === 'vote')
  await writeAll(context.table, stepItems(student, { ...vote, n: early.application.version + 1, salt: '00' } as never))
  expect(await changed()).toBe(true)
})

test('the e-file is a file of the application, and the act that archives names it; one made before something was recorded is refused', async () => {
  const dossier = dossierOf()
  await putApplication(context, student, dossier)
  const version = dossier.application.version
  await putItem(context.table, { ...keys.attachment(student, 'scan-00001'), fileId: 'scan-00001', kind: 'scan', sha256: 'ab'.repeat(32), bytes: 3_456_789, pages: 4, contentType: 'application/pdf', at: '2026-05-25T00:00:00Z', by: 'w-county' })
  expect(await act({ act: 'archive', fileId: 'file-none' }, version)).toMatchObject({ status: 400, body: { errors: [{ path: 'what.fileId', code: 'file-missing' }] } })
  expect(await act({ act: 'archive', fileId: 'scan-00001' }, version)).toMatchObject({ status: 400, body: { errors: [{ path: 'what.fileId', code: 'file-of-another-kind' }] } })
  const { body } = await issue('e-file')
  expect(body.fileId).toBe('paper-e-file')
  expect(await textOf(`attachments/${student}/${body.sha256}.pdf`)).toContain('ab'.repeat(32))
  expect((await call('w-secretary', 'GET', `/v1/people/${student}/attachments/${body.fileId}`)).body).toMatchObject({ kind: 'e-file', state: 'ready', sha256: body.sha256, pages: body.pages })

  await putItem(context.table, { ...keys.attachment(student, 'older-0001'), fileId: 'older-0001', kind: 'e-file', sha256: 'cd'.repeat(32), bytes: 1, contentType: 'application/pdf', at: '2026-05-25T00:00:00Z', by: 'w-secretary', upTo: dossier.application.steps.at(-2)?.hash })
  expect(await act({ act: 'archive', fileId: 'older-0001' }, version)).toMatchObject({ status: 400, body: { errors: [{ path: 'what.fileId', code: 'file-outdated' }] } })
  expect(await act({ act: 'archive', fileId: body.fileId }, version)).toMatchObject({ status: 200, body: { application: { state: 'archived' } } })
  expect((await call('w-secretary', 'GET', `/v1/people/${student}/documents`)).body.documents).toMatchObject([{ kind: 'e-file', changedSince: false }])
})

test('what a paper prints was said anew: whoever checks it is told', async () => {
  await putApplication(context, student, dossierOf({ until: 'form-filled' }))
  const { body } = await issue('admission-form')
  const again = dossierOf({ until: 'form-filled' })
  const form = again.application.steps.find((step) => step.act === 'fill-form')
  await putItem(context.table, { ...keys.applicationStep(student, again.application.version + 1), ...form, texts: undefined, n: again.application.version + 1 })
  expect((await call('w-secretary', 'GET', `/v1/people/${student}/documents`)).body.documents).toMatchObject([{ documentId: body.documentId, changedSince: true }])
})

test('a name on it that no font has is refused by its characters, an introducer’s too', async () => {
  await putPerson(context, 'm2', { name: '欧阳𱍐', branch })
  await putApplication(context, student, dossierOf())
  expect(await issue('admission-form')).toMatchObject({ status: 409, body: { code: 'name-not-printable', detail: { characters: ['𱍐'] } } })
  expect((await issue('application-letter')).status).toBe(201)
})

test('two requests at once of one id make one paper; a control without the condition makes two', async () => {
  await putApplication(context, student, dossierOf())
  const [one, two] = await Promise.all([issue('e-file'), issue('e-file')])
  expect(two.body).toEqual(one.body)
  expect((await call('w-secretary', 'GET', `/v1/people/${student}/attachments/paper-e-file`)).body.sha256).toBe(one.body.sha256)
  expect(await issue('admission-form', 'paper-e-file')).toMatchObject({ status: 409, body: { code: 'id-reused' } })

  const parts = { renderer: pdfRenderer, objects: { get: async () => undefined, put: async () => undefined }, publicUrl: 'https://api.test' }
  const unguarded = issueAdmissionPaperWith(parts, async (table, personId, document) => {
    await putItem(table, { ...keys.document(personId, document.documentId), ...document })
    return true
  })
  const open = apiOf(context, { issueAdmissionPaper: { endpoint: documentEndpoints.issueAdmissionPaper, useCase: unguarded } })
  const [first, second] = await Promise.all([1, 2].map(() => open('w-secretary', 'POST', `/v1/people/${student}/application/papers`, { id: 'paper-twice', kind: 'admission-form' })))
  expect(first?.body.sha256).not.toBe(second?.body.sha256)
})
