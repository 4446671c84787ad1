import { noticeVersion } from '@shared/model/consent'
import { foldLedger } from '../../functions/core/fold-ledger'
import { peopleRoutes } from '../../functions/http/routes/people'
import { progressRoutes } from '../../functions/http/routes/progress'
import { recordRoutes } from '../../functions/http/routes/records'
import { reviewRoutes } from '../../functions/http/routes/reviews'
import { keys } from '../../functions/store/keys'
import { appendEntry, readLedger } from '../../functions/store/ledger'
import { readPhoto, settlePhoto } from '../../functions/store/photos'
import { type Item, putItem } from '../../functions/store/table'
import { projectPerson } from '../../functions/use-cases/project-person'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

const student = 'w-student'
const branch = 'wangcang.s01.b01'
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...recordRoutes, ...reviewRoutes, ...progressRoutes, ...peopleRoutes })
}, 60_000)
afterAll(() => context.close())

const why = '没有手机，交来了纸质证明'
const hours = (id: string, hour: string, more: object = {}) => ({ id, category: 'volunteering', startedAt: `2026-06-10T${hour}:00:00+08:00`, endedAt: `2026-06-10T${hour}:50:00+08:00`, quantity: 50, title: '清理河道', photoIds: [], why, ...more })
const enter = (body: object, { who = 'w-secretary', whose = student } = {}) => call(who, 'POST', `/v1/people/${whose}/records`, body)
const review = async (who: string, recordId: string, verdict: string, more: object = {}) =>
  (await call(who, 'POST', '/v1/reviews', { decisions: [{ id: `${verdict}-${who}-${recordId}`, personId: student, recordId, verdict, ...more }] })).body.outcomes[0]
const withdraw = (who: string, recordId: string) => call(who, 'POST', `/v1/people/${student}/records/${recordId}/withdraw`, { id: `withdraw-${who}-${recordId}` })
const uploadFor = (id: string, { who = 'w-secretary', whose = student } = {}) => call(who, 'POST', `/v1/people/${whose}/uploads`, { id, contentType: 'image/jpeg', bytes: 1000 })

test('entered with a photo and why; the student sees by whom; somebody else approves, and it counts', async () => {
  expect(await uploadFor('photo-paper')).toMatchObject({ status: 201, body: { fields: { key: `quarantine/${student}/photo-paper` } } })
  expect(await readPhoto(context.table, student, 'photo-paper')).toMatchObject({ by: 'w-secretary', state: 'waiting' })
  await settlePhoto(context.table, student, 'photo-paper', { state: 'ready', sha256: 'hash-of-paper', usedBefore: false })
  const first = await enter(hours('record-paper', '08', { photoIds: ['photo-paper'] }))
  expect(first).toMatchObject({ status: 201, body: { status: 'pending', source: 'on-behalf', enteredBy: { personId: 'w-secretary', name: 'w-secretary', why }, photos: [{ photoId: 'photo-paper', state: 'ready' }] } })
  expect(await enter(hours('record-paper', '08', { photoIds: ['photo-paper'] }))).toEqual(first)
  expect((await enter(hours('record-paper', '08', { photoIds: ['photo-paper'], why: '别的原因' }))).body.code).toBe('id-reused')
  expect((await enter(hours('record-paper', '08', { photoIds: ['photo-paper'] }), { who: 'w-school' })).body.code).toBe('id-reused')

  await projectPerson(context, student)
  const queued = async (who: string) => (await call(who, 'GET', `/v1/reviews?org=${branch}`)).body.items.map(({ own, record }: { own: boolean; record: { recordId: string } }) => [record.recordId, own])
  expect(await queued('w-secretary')).toEqual([['record-paper', true]])
  expect(await queued('w-school')).toEqual([['record-paper', false]])
  expect((await call(student, 'GET', `/v1/people/${student}/records/record-paper`)).body).toMatchObject({ source: 'on-behalf', enteredBy: { name: 'w-secretary', why } })

  expect(await review('w-school', 'record-paper', 'approved')).toMatchObject({ ok: true })
  expect((await readLedger(context.table, student)).find(({ type }) => type === 'decision')).toMatchObject({ evidence: ['hash-of-paper'], by: 'w-school' })
  const progress = await call(student, 'GET', `/v1/people/${student}/progress`)
  expect(progress.body.requirements.find(({ key }: { key: string }) => key === 'volunteer-hours')).toMatchObject({ achieved: 50, counted: [{ line: { source: 'on-behalf' } }] })
})

describe('who entered a record', () => {
  test.each(['approved', 'rejected', 'revoked'])('does not decide on it: %s', async (verdict) => {
    const recordId = `record-${verdict}`
    await enter(hours(recordId, '09'), { who: 'w-school' })
    if (verdict === 'revoked') expect(await review('w-secretary', recordId, 'approved')).toMatchObject({ ok: true })
    expect(await review('w-school', recordId, verdict, { reason: 'other' })).toMatchObject({ ok: false, code: 'own-record' })
    if (verdict === 'revoked') expect(await review('w-county', recordId, 'revoked', { reason: 'other' })).toMatchObject({ ok: true })
  })

  test('takes it back while it waits, the same again with the same answer; nobody else of the staff does, and not once it is approved', async () => {
    await enter(hours('record-back', '11'))
    expect((await withdraw('w-school', 'record-back')).body.code).toBe('not-allowed')
    expect(await withdraw('w-secretary', 'record-back')).toMatchObject({ status: 200, body: { status: 'withdrawn', decisions: [{ verdict: 'withdrawn', byName: 'w-secretary' }] } })
    expect(await withdraw('w-secretary', 'record-back')).toMatchObject({ status: 200, body: { status: 'withdrawn' } })
    await enter(hours('record-kept', '12'))
    await review('w-school', 'record-kept', 'approved')
    expect((await withdraw('w-secretary', 'record-kept')).body).toMatchObject({ code: 'already-decided', detail: { conflict: { verdict: 'approved', byName: 'w-school' } } })
  })

  test('may review what the student submitted, and takes nothing of that back', async () => {
    await call(student, 'POST', '/v1/records', hours('record-theirs', '13', { why: undefined }))
    expect((await withdraw('w-secretary', 'record-theirs')).body.code).toBe('not-allowed')
    expect(await review('w-secretary', 'record-theirs', 'approved')).toMatchObject({ ok: true })
  })
})

test('the student takes back what was entered for them, and appeals what was rejected of it', async () => {
  await enter(hours('record-no', '14'))
  expect((await call(student, 'POST', '/v1/records/record-no/withdraw', { id: 'withdraw-own' })).body.status).toBe('withdrawn')
  await enter(hours('record-yes', '15'))
  await review('w-school', 'record-yes', 'rejected', { reason: 'photo-unclear' })
  expect((await call(student, 'POST', '/v1/records/record-yes/appeal', { id: 'appeal-own', words: '证明在班主任那里' })).body.status).toBe('pending')
  expect(await review('w-secretary', 'record-yes', 'approved')).toMatchObject({ ok: false, code: 'own-record' })
})

test('what overlaps an approved one is refused at the review, whoever entered either', async () => {
  await enter(hours('record-over', '08', { startedAt: '2026-06-10T08:30:00+08:00', quantity: 20 }))
  expect(await review('w-school', 'record-over', 'approved')).toMatchObject({ ok: false, code: 'overlaps', detail: { collisions: [{ recordId: 'record-paper' }] } })
})

test.each([
  ['no reason', { why: ' ' }, 'why'],
  ['a future end', { startedAt: '2026-06-16T09:00:00+08:00', endedAt: '2026-06-16T10:00:00+08:00' }, 'endedAt'],
  ['a photo of somebody else', { photoIds: ['photo-of-other'] }, 'photoIds[0]'],
  ['a photo of another record', { photoIds: ['photo-paper'] }, 'photoIds[0]'],
])('%s names its field, and nothing is written', async (_what, wrong, path) => {
  await uploadFor('photo-of-other', { whose: 'w-classmate' })
  const before = await readLedger(context.table, student)
  expect((await enter(hours('record-bad', '16', wrong))).body).toMatchObject({ code: 'invalid-input', errors: [{ path }] })
  expect(await readLedger(context.table, student)).toEqual(before)
})

test('nobody does this for themselves, with photos neither', async () => {
  const roles = [{ name: 'student', scope: branch }, { name: 'branch-secretary', scope: branch }]
  await putItem(context.table, { ...keys.me('w-both'), personId: 'w-both', name: 'both', branch, birthDate: '2000-01-01', epoch: 1, roles } as Item)
  expect((await enter(hours('record-mine', '08'), { who: 'w-both', whose: 'w-both' })).body.code).toBe('own-record')
  expect((await uploadFor('photo-mine', { who: 'w-both', whose: 'w-both' })).body.code).toBe('own-record')
})

test('of somebody under 14 nothing is kept until a guardian’s consent is attested', async () => {
  await putPerson(context, 'w-child', { branch, birthDate: '2012-06-16' })
  expect((await uploadFor('photo-child', { whose: 'w-child' })).body.code).toBe('guardian-consent-needed')
  expect((await enter(hours('record-child', '08'), { whose: 'w-child' })).body.code).toBe('guardian-consent-needed')
  expect(await readLedger(context.table, 'w-child')).toEqual([])
  await call('w-secretary', 'POST', '/v1/people/w-child/guardian-consent', { id: 'attested-1', version: noticeVersion, how: 'paper' })
  expect((await uploadFor('photo-child', { whose: 'w-child' })).status).toBe(201)
  expect((await enter(hours('record-child', '08', { photoIds: ['photo-child'] }), { whose: 'w-child' })).status).toBe(201)
})

test('control: a record of the student’s own source could be approved by its submitter on the staff', async () => {
  await appendEntry(context.table, student, { type: 'record', recordId: 'record-open', source: 'self-reported', category: 'quality-activity', startedAt: '2026-06-10T10:00:00.000Z', endedAt: '2026-06-10T11:00:00.000Z', quantity: 1, title: '演讲', photoIds: [], at: '2026-06-10T11:00:00.000Z', by: 'w-school' })
  expect(await review('w-school', 'record-open', 'approved')).toMatchObject({ ok: true })
  expect(foldLedger(await readLedger(context.table, student)).records.find(({ id }) => id === 'record-open')?.status).toBe('approved')
})
