import type { DynamoDBRecord } from 'aws-lambda'
import { emptyRollUp } from '../../functions/core/roll-up'
import { messagePrefix, personPartition } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { addMessage } from '../../functions/store/messages'
import { refoldRollUp } from '../../functions/store/roll-ups'
import { queryAll } from '../../functions/store/table'
import { bothOf } from '../../functions/stream/entries'
import { tellPeople } from '../../functions/stream/tell-people'
import { projectPerson } from '../../functions/use-cases/project-person'
import { allRoutes } from '../support/all-routes'
import { admissionOf, openAdmission } from '../support/admission'
import { apiOf } from '../support/api'
import { at, riverside } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { makeReady } from '../support/ready-student'
import { scanOf } from '../support/scan'
import { deliverAll } from '../support/whole-stream'

let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, allRoutes)
}, 60_000)
afterEach(() => context.close())

const student = 'w-student'
const stream = async () => deliverAll(context, tellPeople(context))
const inbox = async (who = student, query = '') => (await call(who, 'GET', `/v1/messages${query}`)).body
const told = async (who = student) => (await inbox(who)).items.map(({ about }: { about: object }) => about)
const unread = async (who = student) => (await call(who, 'GET', '/v1/messages/unread')).body.unread
const hours = (id: string, from: string, to: string) => ({ id, category: 'volunteering', startedAt: `2026-06-10T${from}:00+08:00`, endedAt: `2026-06-10T${to}:00+08:00`, quantity: 60, title: '清理河道', photoIds: [] })
const submit = (id: string, from = '08:00', to = '09:00') => call(student, 'POST', '/v1/records', hours(id, from, to))
const review = (recordId: string, verdict: string, id = `decision-${recordId}-${verdict}`) => call('w-secretary', 'POST', '/v1/reviews', { decisions: [{ id, personId: student, recordId, verdict, ...(verdict !== 'approved' && { reason: 'other', words: '请补充' }) }] })

describe('every decision reaches the person it is about', () => {
  test('about what a roll granted: one message a roll, however often it comes; what one entered oneself is not even looked at', async () => {
    const people = [{ personId: student }, { personId: 'w-classmate' }]
    const roll = { id: 'roll-00007', org: 'wangcang.s01.b01', category: 'league-class', title: '团课 第三讲', startedAt: '2026-06-13T01:00:00Z', endedAt: '2026-06-13T02:00:00Z', quantity: 1, distinctKey: 'lesson-3', people }
    expect((await call('w-secretary', 'POST', '/v1/rolls', roll)).body.outcomes).toMatchObject([{ ok: true }, { ok: true }])
    await submit('record-0001')
    const came = async (personId: string) => {
      const items = await queryAll<{ pk: string; sk: string; type: string; source: string }>(context.table, { pk: personPartition(personId), prefix: 'L#R#' })
      const Records: DynamoDBRecord[] = items.map(({ pk, sk, type, source }, i) => ({ eventName: 'INSERT', dynamodb: { SequenceNumber: String(i + 1), Keys: { pk: { S: pk }, sk: { S: sk } }, NewImage: { type: { S: type }, source: { S: source } } } }))
      expect(await tellPeople(context)({ Records })).toEqual({ batchItemFailures: [] })
      return items.length
    }
    for (let times = 0; times < 2; times++) expect([await came(student), await came('w-classmate')]).toEqual([2, 1])
    const granted = { kind: 'record', recordId: 'roll-00007', verdict: 'approved', title: '团课 第三讲', granted: true }
    expect([await told(), await told('w-classmate')]).toEqual([[granted], [granted]])
  })

  test('about records: approved, rejected, after an appeal, corrected, revoked; not what one did oneself', async () => {
    await submit('record-0001')
    await submit('record-0002', '10:00', '11:00')
    await submit('record-0003', '12:00', '13:00')
    await call(student, 'POST', '/v1/records/record-0003/withdraw', { id: 'withdraw-01' })
    await review('record-0001', 'approved')
    await review('record-0002', 'rejected')
    await call(student, 'POST', '/v1/records/record-0002/appeal', { id: 'appeal-0001', words: '当天我在场' })
    await review('record-0002', 'approved', 'decision-again')
    expect((await call('w-secretary', 'POST', `/v1/people/${student}/records/record-0001/corrections`, { ...hours('correct-0001', '08:00', '08:30'), quantity: 30, title: '清理河岸', version: 1, words: '时间写错' })).status).toBe(200)
    await review('record-0001', 'revoked')
    await stream()
    expect(await told()).toEqual(expect.arrayContaining([
      { kind: 'record', recordId: 'record-0001', verdict: 'approved', title: '清理河道' },
      { kind: 'record', recordId: 'record-0002', verdict: 'rejected', title: '清理河道' },
      { kind: 'record', recordId: 'record-0002', verdict: 'approved', title: '清理河道', appealed: true },
      { kind: 'record', recordId: 'record-0001', verdict: 'corrected', title: '清理河岸' },
      { kind: 'record', recordId: 'record-0001', verdict: 'revoked', title: '清理河岸' },
    ]))
    expect(await told()).toHaveLength(5)
  })

  test('about exams: entered by a class roll, corrected, taken back', async () => {
    const exam = { course: 'league-class', takenAt: '2026-06-13T01:00:00Z' }
    expect((await call('w-secretary', 'POST', '/v1/rolls', { id: 'roll-00001', org: 'wangcang.s01.b01', category: 'league-class', title: '团课', startedAt: '2026-06-13T01:00:00Z', endedAt: '2026-06-13T02:00:00Z', quantity: 1, distinctKey: 'a', exam, people: [{ personId: student, score: 70 }] })).body.outcomes).toMatchObject([{ ok: true }])
    const examId = (await queryAll<{ examId: string }>(context.table, { pk: personPartition(student), prefix: 'L#X#' }))[0]?.examId ?? ''
    const correct = (id: string, body: object) => call('w-secretary', 'POST', `/v1/people/${student}/exams/${encodeURIComponent(examId)}/corrections`, { id, reason: '抄错', ...body })
    context.setNow('2026-06-15T02:01:00Z')
    expect((await correct('correct-01', { was: 70, score: 90 })).status).toBe(200)
    context.setNow('2026-06-15T02:02:00Z')
    expect((await correct('correct-02', { was: 90 })).status).toBe(200)
    await stream()
    expect(await told()).toEqual([
      { kind: 'exam', examId, course: 'league-class', score: 90, change: 'taken-back' },
      { kind: 'exam', examId, course: 'league-class', score: 90, change: 'corrected' },
      { kind: 'exam', examId, course: 'league-class', score: 70 },
    ])
  })

  test('about a seat that came free', async () => {
    const { body: { eventId } } = await call('w-manager', 'POST', '/v1/events', riverside('event-full1', { capacity: 1, startsAt: '2026-06-16T09:00:00+08:00', endsAt: '2026-06-16T11:00:00+08:00', title: '清洁河岸' }))
    await call('w-classmate', 'POST', `${at(eventId)}/sign-up`, { id: 'sign-up-01' })
    await call(student, 'POST', `${at(eventId)}/sign-up`, { id: 'sign-up-02' })
    await stream()
    expect(await told()).toEqual([])
    await call('w-classmate', 'DELETE', `${at(eventId)}/sign-up`)
    await stream()
    expect(await told()).toEqual([{ kind: 'event', eventId, title: '清洁河岸' }])
    expect(await told('w-classmate')).toEqual([])
  })

  test('about scans: a conflict accepted, another dismissed, and one that was taken back', async () => {
    const { body: { eventId } } = await call('w-manager', 'POST', '/v1/events', riverside('event-scan1', { title: '清洁河岸' }))
    context.setNow('2026-06-15T02:05:00Z')
    const { body: { scannerId } } = await call('w-manager', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-w-manager' })
    const scan = async (label: string, made: { deviceTime: string; personId: string }, sentAt = '2026-06-15T02:05:00Z') =>
      (await call('w-manager', 'POST', `${at(eventId)}/check-ins`, { scanner: scannerId, scans: [scanOf(eventId, label, { direction: 'entry', ...made })], sentAt })).body.verdicts[0]
    const skewed = { deviceTime: '2026-06-15T01:05:00Z', personId: student }
    const decide = (scanId: string, accept: boolean, id: string) => call('w-manager', 'POST', `${at(eventId)}/conflicts/${scanId}/decision`, { id, accept, words: '我看见了' })
    const one = await scan('one', skewed, '2026-06-15T01:05:00Z')
    expect((await decide(one.scanId, true, 'decide-0001')).status).toBe(200)
    const other = await scan('other', { ...skewed, personId: 'w-classmate' }, '2026-06-15T01:05:00Z')
    expect((await decide(other.scanId, false, 'decide-0002')).status).toBe(200)
    const third = await scan('third', { deviceTime: '2026-06-15T02:05:00Z', personId: 'w-student-b02' })
    expect(third.verdict).toBe('accepted')
    expect((await call('w-manager', 'POST', `${at(eventId)}/scans/${third.scanId}/undo`, { id: 'undo-00001', personId: 'w-student-b02' })).status).toBe(200)
    await stream()
    expect(await told()).toEqual([{ kind: 'scan', eventId, title: '清洁河岸', outcome: 'accepted' }])
    expect(await told('w-classmate')).toEqual([{ kind: 'scan', eventId, title: '清洁河岸', outcome: 'dismissed' }])
    expect(await told('w-student-b02')).toEqual([{ kind: 'scan', eventId, title: '清洁河岸', outcome: 'undone' }])
  })

  test('about roles: given and taken away, and what came of a proposal', async () => {
    await putPerson(context, 'w-county-2', { roles: [{ name: 'county-committee', scope: 'wangcang' }] })
    const propose = async (id: string, personId: string) => (await call('w-school', 'POST', '/v1/role-grants', { id, role: 'branch-secretary', scope: 'wangcang.s01.b01', why: '推选', personId })).body.grantId
    const decide = (grantId: string, to: string, id: string) => call('w-county', 'POST', `/v1/role-grants/${grantId}/decisions`, { id, to, why: '同意' })
    await decide(await propose('propose-01', 'w-classmate'), 'approved', 'decide-0001')
    await decide(await propose('propose-02', student), 'refused', 'decide-0002')
    context.setNow('2026-06-15T02:10:00Z')
    expect((await call('w-county', 'DELETE', `/v1/people/w-classmate/roles/branch-secretary/wangcang.s01.b01?why=${encodeURIComponent('换届')}`)).status).toBe(200)
    await stream()
    const role = { kind: 'role', role: 'branch-secretary', scope: 'wangcang.s01.b01', scopeName: '第一中学初三（1）班团支部' }
    expect(await told('w-classmate')).toEqual([{ ...role, outcome: 'ended' }, { ...role, outcome: 'given' }])
    expect(await told()).toEqual([])
    expect(await told('w-school')).toEqual(expect.arrayContaining([{ ...role, kind: 'proposal', name: 'w-classmate', outcome: 'approved' }, { ...role, kind: 'proposal', name: student, outcome: 'refused' }]))
  })

  test('about a document that was withdrawn, unless one withdrew it oneself', async () => {
    await makeReady(context, student)
    for (const id of ['document-0001', 'document-0002']) await call(student, 'POST', `/v1/people/${student}/documents`, { id, kind: 'transcript' })
    expect((await call('w-secretary', 'POST', `/v1/people/${student}/documents/document-0001/withdraw`)).status).toBe(200)
    await call(student, 'POST', `/v1/people/${student}/documents/document-0002/withdraw`)
    await stream()
    expect((await told()).filter(({ kind }: { kind: string }) => kind === 'document')).toEqual([{ kind: 'document', documentId: 'document-0001', document: 'transcript' }])
  })

  test('about the application, and to whoever is named mentor or introducer', async () => {
    await openAdmission(context)
    await admissionOf(context).lead(student, 'activist')
    expect((await told()).map(({ act }: { act: string }) => act)).toEqual(['name-activist', 'record-route', 'talk'])
    expect(await told('w-introducer-1')).toEqual([{ kind: 'asked', as: 'mentor', personId: student, name: student }])
  })
})

test('what is delivered again tells nothing again, and a scan tells nothing', async () => {
  await submit('record-0001')
  await review('record-0001', 'approved')
  for (let i = 0; i < 3; i++) await stream()
  expect(await told()).toHaveLength(1)
  const [message] = await queryAll<{ expiresAt: number; at: string }>(context.table, { pk: personPartition(student), prefix: messagePrefix })
  expect(message?.expiresAt).toBe(Date.parse(message?.at ?? '') / 1000 + 2 * 365 * 86_400)
})

describe('read and unread', () => {
  const message = (n: number) => ({ messageId: `message-${n}`, at: `2026-06-15T01:0${n}:00.000Z`, about: { kind: 'event' as const, eventId: 'home~event', title: `活动 ${n}` } })
  const read = (n: number, who = student) => call(who, 'POST', '/v1/messages/read', { at: message(n).at, messageId: `message-${n}` })
  const marks = async () => (await inbox()).items.map(({ messageId, unread: mark }: { messageId: string; unread: boolean }) => `${messageId}${mark ? '*' : ''}`)

  test('newest first, page by page; up to one is read, and the mark never goes back', async () => {
    for (const n of [1, 2, 3]) await addMessage(context.table, student, message(n))
    const first = await inbox(student, '?limit=2')
    expect(first).toMatchObject({ unread: 3, items: [{ messageId: 'message-3', unread: true }, { messageId: 'message-2' }] })
    expect(await inbox(student, `?limit=2&cursor=${first.next}`)).toMatchObject({ items: [{ messageId: 'message-1' }] })
    expect((await read(2)).body).toEqual({ unread: 1 })
    expect(await marks()).toEqual(['message-3*', 'message-2', 'message-1'])
    expect((await read(1)).body).toEqual({ unread: 1 })
    expect((await read(3)).body).toEqual({ unread: 0 })
    expect(await unread()).toBe(0)
    await addMessage(context.table, student, message(4))
    expect(await unread()).toBe(1)
  })

  test('one that comes late, from before what was read, is unread all the same', async () => {
    await addMessage(context.table, student, message(3))
    await read(3)
    await addMessage(context.table, student, message(1))
    await addMessage(context.table, student, message(1))
    expect(await unread()).toBe(1)
    expect(await marks()).toEqual(['message-3', 'message-1*'])
    expect((await read(3)).body).toEqual({ unread: 0 })
    expect(await marks()).toEqual(['message-3', 'message-1'])
  })

  test('nobody reads for somebody else, nor up to what is not there', async () => {
    await addMessage(context.table, student, message(1))
    expect((await read(1, 'w-classmate')).status).toBe(404)
    expect((await call(student, 'POST', '/v1/messages/read', { at: '2030-01-01T00:00:00Z', messageId: 'message-1' })).status).toBe(404)
    expect(await unread()).toBe(1)
  })
})

test('of two works on a batch the first record that either failed is delivered again', async () => {
  const Records: DynamoDBRecord[] = ['1', '2', '3'].map((SequenceNumber) => ({ dynamodb: { SequenceNumber } }))
  const failing = (itemIdentifier?: string) => async () => ({ batchItemFailures: itemIdentifier === undefined ? [] : [{ itemIdentifier }] })
  expect(await bothOf(failing('3'), failing('2'))({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] })
  expect(await bothOf(failing('2'), failing())({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] })
  expect(await bothOf(failing(), failing())({ Records })).toEqual({ batchItemFailures: [] })
})

test('what a student did alone is no message, whoever delivers it', async () => {
  await appendEntry(context.table, student, { type: 'exam', examId: 'league-class~1', course: 'league-class', takenAt: '2026-06-14T02:00:00.000Z', score: 80, online: true, at: '2026-06-14T02:00:00.000Z', by: student })
  await stream()
  expect(await told()).toEqual([])
})

test('a queue shows at the level above with since when its oldest record waits', async () => {
  const [branch, other] = ['wangcang.s01.b01', 'wangcang.s01.b02']
  const below = async () => (await call('w-school', 'GET', '/v1/dashboard?org=wangcang.s01')).body.below.map(({ id, oldestReview }: { id: string; oldestReview?: string }) => [id, oldestReview])
  expect(await below()).toEqual([[branch, undefined], [other, undefined]])
  await submit('record-0001')
  context.setNow('2026-06-16T02:00:00Z')
  await submit('record-0002', '10:00', '11:00')
  await projectPerson(context, student)
  await refoldRollUp(context.table, branch, async () => ({ ...emptyRollUp(), members: 2, pending: 2 }))
  expect(await below()).toEqual([[branch, '2026-06-15T02:00:00.000Z'], [other, undefined]])
})
