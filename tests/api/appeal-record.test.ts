import { progressRoutes } from '../../functions/http/routes/progress'
import { recordRoutes } from '../../functions/http/routes/records'
import { reviewRoutes } from '../../functions/http/routes/reviews'
import { foldLedger } from '../../functions/core/fold-ledger'
import { appendEntry, readLedger } from '../../functions/store/ledger'
import type { Table } from '../../functions/store/table'
import { decideRecord } from '../../functions/use-cases/decide-record'
import { projectPerson } from '../../functions/use-cases/project-person'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

const student = 'w-student'
const today = '2026-06-15T02:00:00.000Z'
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  call = apiOf(context, { ...recordRoutes, ...reviewRoutes, ...progressRoutes })
}, 60_000)
beforeEach(() => context.setNow(today))
afterAll(() => context.close())

const submit = (id: string, hour: string) => call(student, 'POST', '/v1/records', { id, category: 'volunteering', startedAt: `2026-06-10T${hour}:00:00+08:00`, endedAt: `2026-06-10T${hour}:50:00+08:00`, quantity: 50, title: '清理河道', photoIds: [] })
const review = async (recordId: string, verdict: string, id = `${verdict}-${recordId}`) => (await call('w-secretary', 'POST', '/v1/reviews', { decisions: [{ id, personId: student, recordId, verdict, reason: 'photo-unclear', words: '看不清人' }] })).body.outcomes[0]
const appeal = (recordId: string, { id = `appeal-${recordId}`, words = '红衣服的是我', who = student } = {}) => call(who, 'POST', `/v1/records/${recordId}/appeal`, { id, words })
const rejected = async (id: string, hour: string) => {
  await submit(id, hour)
  expect(await review(id, 'rejected')).toMatchObject({ ok: true, status: 'rejected' })
}
const queue = async () => (await call('w-secretary', 'GET', '/v1/reviews?org=wangcang.s01.b01')).body.items

test('rejected, appealed, in the queue with the student’s words and who rejected it, approved, counted; nothing of the ledger is changed', async () => {
  await rejected('record-heard', '08')
  await projectPerson(context, student)
  expect(await queue()).toEqual([])
  const before = await readLedger(context.table, student)

  const answer = await appeal('record-heard')
  expect(answer).toMatchObject({ status: 200, body: { status: 'pending', decisions: [{ verdict: 'rejected' }, { verdict: 'appealed', words: '红衣服的是我', byName: student, at: today }] } })
  expect(await readLedger(context.table, student)).toEqual(expect.arrayContaining(before))
  expect(await readLedger(context.table, student)).toHaveLength(before.length + 1)

  await projectPerson(context, student, new Set(['record-heard']))
  expect(await queue()).toMatchObject([{ record: { recordId: 'record-heard', decisions: [{ verdict: 'rejected', reason: 'photo-unclear', words: '看不清人', byName: 'w-secretary' }, { verdict: 'appealed', words: '红衣服的是我' }] }, wouldChange: [{ key: 'volunteer-hours', from: 0, to: 50 }, {}] }])
  const hours = async () => (await call(student, 'GET', `/v1/people/${student}/progress`)).body.requirements.find(({ key }: { key: string }) => key === 'volunteer-hours')
  expect((await hours()).excluded).toMatchObject([{ line: { id: 'record-heard', status: 'pending' }, reason: 'not-approved' }])
  expect((await hours()).excluded[0].line.words).toBeUndefined()

  expect(await review('record-heard', 'approved')).toMatchObject({ ok: true, status: 'approved' })
  expect(await hours()).toMatchObject({ achieved: 50, counted: [{ line: { id: 'record-heard' } }] })
})

test('the same id gives the same answer, also after the review; with other words it is refused', async () => {
  await rejected('record-same', '09')
  const first = await appeal('record-same')
  expect(first.status).toBe(200)
  expect(await appeal('record-same')).toEqual(first)
  expect((await appeal('record-same', { words: '别的话' })).body.code).toBe('id-reused')
  expect(await review('record-same', 'approved')).toMatchObject({ ok: true })
  expect(await appeal('record-same')).toMatchObject({ status: 200, body: { status: 'approved' } })
})

test('once only: neither while it waits nor after the second rejection', async () => {
  await rejected('record-twice', '10')
  await appeal('record-twice')
  expect(await appeal('record-twice', { id: 'appeal-second' })).toMatchObject({ status: 409, body: { code: 'appeal-not-open' } })
  expect(await review('record-twice', 'rejected', 'rejected-second')).toMatchObject({ ok: true, status: 'rejected' })
  expect(await appeal('record-twice', { id: 'appeal-second' })).toMatchObject({ status: 409, body: { code: 'appeal-not-open' } })
})

test('what was appealed can still be withdrawn', async () => {
  await rejected('record-takeback', '11')
  await appeal('record-takeback')
  expect((await call(student, 'POST', '/v1/records/record-takeback/withdraw', { id: 'withdraw-0001' })).body.status).toBe('withdrawn')
})

test.each([
  ['the last millisecond of 30 days', '2026-07-15T02:00:00.000Z', 200, undefined],
  ['a millisecond later', '2026-07-15T02:00:00.001Z', 409, 'appeal-too-late'],
  ['day 31', '2026-07-16T02:00:00Z', 409, 'appeal-too-late'],
])('%s', async (what, now, status, code) => {
  const recordId = `record-${now.replaceAll(/\D/g, '')}`
  await rejected(recordId, '12')
  context.setNow(now)
  const answer = await appeal(recordId)
  expect([what, answer.status, answer.body.code]).toEqual([what, status, code])
})

describe('refused, and nothing is written', () => {
  beforeAll(async () => {
    context.setNow(today)
    await submit('record-waits', '14')
    await submit('record-good', '15')
    await review('record-good', 'approved')
    await rejected('record-bad', '16')
  })
  test.each([
    ['a record that waits', 'record-waits', {}, 409, 'appeal-not-open'],
    ['an approved record', 'record-good', {}, 409, 'appeal-not-open'],
    ['another’s record', 'record-bad', { who: 'w-classmate' }, 404, 'not-found'],
    ['no record', 'record-none', {}, 404, 'not-found'],
    ['a reviewer', 'record-bad', { who: 'w-secretary' }, 403, 'not-allowed'],
    ['no words', 'record-bad', { words: '  ' }, 400, 'invalid-input'],
    ['501 letters', 'record-bad', { words: '话'.repeat(501) }, 400, 'invalid-input'],
  ])('%s', async (_what, recordId, more, status, code) => {
    const before = await readLedger(context.table, student)
    expect(await appeal(recordId, more)).toMatchObject({ status, body: { code } })
    expect(await readLedger(context.table, student)).toEqual(before)
  })
  test('500 letters are heard', async () => expect((await appeal('record-bad', { words: '话'.repeat(500) })).status).toBe(200))
})

describe('races', () => {
  const recordOf = async (recordId: string) => foldLedger(await readLedger(context.table, student)).records.find(({ id }) => id === recordId)

  test('two appeals at once: one stands, the other hears that it is not open', async () => {
    await rejected('record-race', '17')
    const gated = together(2, appendEntry) as typeof appendEntry
    const results = await Promise.all([1, 2].map((i) => decideRecord(context, student, { decisionId: `appeal-race-${i}`, recordId: 'record-race', verdict: 'appealed', words: `${i}`, by: student }, gated as never)))
    expect(results.filter((result) => 'refused' in result)).toEqual([{ refused: 'appeal-not-open' }])
    expect((await recordOf('record-race'))?.decisions.map(({ verdict }) => verdict)).toEqual(['rejected', 'appealed'])
  })

  test('an appeal and the approval of another record at once: both stand, under numbers of their own', async () => {
    await rejected('record-race-a', '18')
    await submit('record-race-b', '19')
    const gated = together(2, appendEntry) as typeof appendEntry
    const results = await Promise.all([
      decideRecord(context, student, { decisionId: 'appeal-race-a', recordId: 'record-race-a', verdict: 'appealed', words: '是我', by: student }, gated as never),
      decideRecord(context, student, { decisionId: 'approve-race-b', recordId: 'record-race-b', verdict: 'approved', by: 'w-secretary' }, gated as never),
    ])
    expect(results).toMatchObject([{ verdict: 'appealed' }, { verdict: 'approved' }])
    expect([(await recordOf('record-race-a'))?.status, (await recordOf('record-race-b'))?.status]).toEqual(['pending', 'approved'])
  })

  test('a slow projection of the rejection does not take the appealed record out of the queue', async () => {
    await rejected('record-slow', '20')
    await projectPerson(context, student)
    let slowed = false
    // Holds the slow projection right before it takes the record out, until the appeal is made and projected.
    const doc: Table['doc'] = Object.create(context.table.doc)
    doc.send = (async (command: { constructor: { name: string } }) => {
      if (command.constructor.name === 'BatchWriteCommand' && !slowed) {
        slowed = true
        await appeal('record-slow')
        await projectPerson(context, student, new Set(['record-slow']))
      }
      return context.table.doc.send(command as never)
    }) as never
    await projectPerson({ ...context, table: { ...context.table, doc } }, student, new Set(['record-slow']))
    expect(slowed).toBe(true)
    expect((await queue()).map(({ record }: { record: { recordId: string } }) => record.recordId)).toContain('record-slow')
  })
})
