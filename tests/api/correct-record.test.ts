import { foldLedger } from '../../functions/core/fold-ledger'
import { progressRoutes } from '../../functions/http/routes/progress'
import { recordRoutes } from '../../functions/http/routes/records'
import { reviewRoutes } from '../../functions/http/routes/reviews'
import { keys } from '../../functions/store/keys'
import { appendEntry, readLedger } from '../../functions/store/ledger'
import { readMe } from '../../functions/store/people'
import { type Item, putItem } from '../../functions/store/table'
import { correctRecordBy } from '../../functions/use-cases/correct-record'
import { type Append, decideRecord } from '../../functions/use-cases/decide-record'
import { projectPerson } from '../../functions/use-cases/project-person'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

const student = 'w-student'
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...recordRoutes, ...reviewRoutes, ...progressRoutes })
}, 60_000)
afterAll(() => context.close())

const content = (day: string, from: string, to: string, quantity = 60) => ({ category: 'volunteering', startedAt: `2026-06-${day}T${from}:00+08:00`, endedAt: `2026-06-${day}T${to}:00+08:00`, quantity, title: '清理河道', place: '东河镇' })
type Content = ReturnType<typeof content>
const approved = async (id: string, said: Content) => {
  await call(student, 'POST', '/v1/records', { id, ...said })
  expect(await decideRecord(context, student, { decisionId: `approve-${id}`, recordId: id, verdict: 'approved', by: 'w-secretary' })).toMatchObject({ verdict: 'approved' })
}
const correct = (recordId: string, said: object, more: object = {}, who = 'w-secretary') => call(who, 'POST', `/v1/people/${student}/records/${recordId}/corrections`, { id: `correct-${recordId}`, version: 1, words: '时长按签到表', ...said, ...more })
const statuses = async () => foldLedger(await readLedger(context.table, student)).records

test('the student sees before and after, why and by whom; the figures follow; the entry stays as it was', async () => {
  await approved('record-long', content('10', '08:00', '10:00', 120))
  const ledger = await readLedger(context.table, student)
  const { place, ...noPlace } = content('10', '08:00', '09:30', 90)
  const answer = await correct('record-long', noPlace)
  expect(answer).toMatchObject({ status: 200, body: { status: 'approved', quantity: 90, endedAt: '2026-06-10T01:30:00.000Z' } })
  expect(answer.body.place).toBeUndefined()
  expect(await correct('record-long', noPlace)).toEqual(answer)
  expect((await correct('record-long', noPlace, { words: '别的原因' })).body.code).toBe('id-reused')

  const seen = (await call(student, 'GET', `/v1/people/${student}/records/record-long`)).body
  expect(seen.decisions).toMatchObject([{ verdict: 'approved' }, { verdict: 'corrected', words: '时长按签到表', byName: 'w-secretary', correction: { from: { quantity: 120, place: '东河镇' }, to: { quantity: 90 } } }])
  expect((await readLedger(context.table, student)).slice(0, ledger.length + 1)).toEqual(expect.arrayContaining(ledger))
  expect(await readLedger(context.table, student)).toHaveLength(ledger.length + 1)

  await projectPerson(context, student)
  const { figures } = (await readMe(context.table, student, true))?.progress ?? {}
  const progress = (await call(student, 'GET', `/v1/people/${student}/progress`)).body
  expect(progress.requirements.find(({ key }: { key: string }) => key === 'volunteer-hours')).toMatchObject({ achieved: 90, counted: [{ quantity: 90, line: { id: 'record-long' } }] })
  expect(figures).toContainEqual([90, 1200, 0])
  expect((await call(student, 'GET', `/v1/people/${student}/export`)).body.records).toMatchObject([{ id: 'record-long', quantity: 90, endedAt: '2026-06-10T01:30:00.000Z' }])
})

test('minutes that a correction lets go of are free for another record, those it takes are not', async () => {
  await call(student, 'POST', '/v1/records', { id: 'record-free', ...content('10', '09:30', '10:00', 30) })
  await call(student, 'POST', '/v1/records', { id: 'record-taken', ...content('10', '09:00', '09:30', 30) })
  expect(await decideRecord(context, student, { decisionId: 'approve-free', recordId: 'record-free', verdict: 'approved', by: 'w-secretary' })).toMatchObject({ verdict: 'approved' })
  expect(await decideRecord(context, student, { decisionId: 'approve-taken', recordId: 'record-taken', verdict: 'approved', by: 'w-secretary' })).toMatchObject({ refused: 'overlaps' })
  expect((await correct('record-long', content('10', '08:00', '10:00', 120), { id: 'correct-back', version: 2 })).body).toMatchObject({ code: 'overlaps', detail: { collisions: [{ recordId: 'record-free' }] } })
})

test.each([
  ['no reason', { words: '' }, 'words'],
  ['no version', { version: undefined }, 'version'],
  ['an unknown category', { category: 'cleaning' }, 'category'],
  ['more minutes than there were', { quantity: 61 }, 'quantity'],
])('%s names its field, and nothing is written', async (_what, wrong, path) => {
  const before = await readLedger(context.table, student)
  expect((await correct('record-free', content('10', '09:00', '10:00', 30), { id: 'correct-bad', ...wrong })).body).toMatchObject({ code: 'invalid-input', errors: [{ path }] })
  expect(await readLedger(context.table, student)).toEqual(before)
})

describe('races', () => {
  /** The guard removed: the entry lands whatever holds its number. */
  const unguarded: Append = async (table, personId, entry) => {
    await putItem(table, { ...keys.decision(personId, Math.floor(Math.random() * 900_000)), ...entry } as unknown as Item)
    return { put: true }
  }
  const correctBy = async (by: string, recordId: string, said: Content, append: Append) =>
    correctRecordBy(append)(context, { personId: student, recordId, id: `race-${recordId}-${by}`, version: 1, words: '时长按签到表', ...said } as never, { actor: (await readMe(context.table, by, true)) as never, identity: '' })
  const lostOf = (answers: unknown[]) => answers.filter((answer) => (answer as { refused?: string }).refused !== undefined)

  const twoCorrections = async (recordId: string, day: string, append: Append) => {
    await approved(recordId, content(day, '08:00', '09:00'))
    const gated = together(2, append)
    return Promise.all([correctBy('w-secretary', recordId, content(day, '08:00', '09:00', 30), gated), correctBy('w-school', recordId, content(day, '08:00', '09:00', 45), gated)])
  }

  test('two corrections of one record: one stands, the other hears by whom', async () => {
    const answers = await twoCorrections('record-twice', '05', appendEntry)
    expect(lostOf(answers)).toMatchObject([{ refused: 'already-decided', detail: { conflict: { verdict: 'corrected', byName: expect.stringMatching(/w-s/) } } }])
    const won = answers.find((answer) => 'recordId' in answer) as { quantity: number }
    expect((await statuses()).find(({ id }) => id === 'record-twice')?.quantity).toBe(won.quantity)
  })

  const corrected = async (prefix: string, day: string, append: Append) => {
    await approved(`${prefix}-one`, content(day, '08:00', '09:00'))
    await approved(`${prefix}-two`, content(day, '11:00', '12:00'))
    await call(student, 'POST', '/v1/records', { id: `${prefix}-new`, ...content(day, '09:30', '10:30') })
    const gated = together(3, append)
    const answers = await Promise.all([
      correctBy('w-secretary', `${prefix}-one`, content(day, '09:00', '10:00'), gated),
      correctBy('w-school', `${prefix}-two`, content(day, '10:00', '11:00'), gated),
      decideRecord(context, student, { decisionId: `${prefix}-approve`, recordId: `${prefix}-new`, verdict: 'approved', by: 'w-county' }, gated),
    ])
    const all = (await statuses()).filter(({ id, status }) => id.startsWith(`${prefix}-`) && status === 'approved')
    return { answers, clash: all.some((a) => all.some((b) => a !== b && a.startedAt < b.endedAt && b.startedAt < a.endedAt)) }
  }

  test('corrections and an approval that reach for the same minutes: none is covered twice, and who loses hears with what', async () => {
    const { answers, clash } = await corrected('overlap', '03', appendEntry)
    expect(clash).toBe(false)
    expect(lostOf(answers).length).toBeGreaterThan(0)
    for (const lost of lostOf(answers)) expect(lost).toMatchObject({ refused: 'overlaps', detail: { collisions: expect.arrayContaining([expect.anything()]) } })
  })

  test('a correction and a revocation at once: whichever is second is told', async () => {
    await approved('record-gone', content('04', '08:00', '09:00'))
    const gated = together(2, appendEntry as Append)
    const answers = await Promise.all([
      correctBy('w-secretary', 'record-gone', content('04', '08:00', '09:00', 30), gated),
      decideRecord(context, student, { decisionId: 'revoke-gone', recordId: 'record-gone', verdict: 'revoked', reason: 'other', by: 'w-school' }, gated),
    ])
    // A revocation after a correction is one of the corrected record; a correction after a revocation is none.
    const record = (await statuses()).find(({ id }) => id === 'record-gone')
    expect(record?.status).toBe('revoked')
    expect(lostOf(answers)).toHaveLength(record?.quantity === 30 ? 0 : 1)
    for (const lost of lostOf(answers)) expect(lost).toMatchObject({ refused: 'already-decided', detail: { conflict: { verdict: 'revoked' } } })
  })

  test('control: without the condition on the next number both correct, and minutes are covered twice', async () => {
    expect(lostOf(await twoCorrections('control-twice', '06', unguarded))).toHaveLength(0)
    expect((await corrected('control', '02', unguarded)).clash).toBe(true)
  })
})
