import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { defaultRuleSet } from '@shared/rules/default-rule-set'
import type { RecordEntry } from '@shared/model/ledger'
import fc from 'fast-check'
import { keys } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { type Item, putItem } from '../../functions/store/table'
import { decideRecord } from '../../functions/use-cases/decide-record'
import { admissionOf, decided, openAdmission } from '../support/admission'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let call: ReturnType<typeof apiOf>
let way: ReturnType<typeof admissionOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await openAdmission(context)
  call = apiOf(context, allRoutes)
  way = admissionOf(context)
})
afterAll(() => context.close())

const branch = 'wangcang.s01.b01'
let count = 0
const next = (what: string) => `${what}-${String(++count).padStart(8, '0')}`
const rerun = (who: string, n: number, by = 'w-secretary') => call(by, 'GET', `/v1/people/${who}/application/steps/${n}/rerun`)

/** The proposal of an applicant of one's own, on 4 June 2026: the seventh step, and the first that the rules are asked for. */
const proposal = 7
const proposed = (): Promise<string> => way.applicant(next('w-member'), 'candidate-proposed')

test('the step keeps what was evaluated; run again it is the same, and the page is told which version', async () => {
  const who = await proposed()
  expect((await call('w-secretary', 'GET', `/v1/people/${who}/application`)).body.application.steps.at(-1)).toMatchObject({ to: 'candidate-proposed', rules: 1 })
  const { body } = await rerun(who, proposal)
  expect(body).toMatchObject({ n: proposal, asOf: '2026-06-04T02:00:00.000Z', ruleSet: { id: 'wangcang', version: 1 }, effectiveFrom: '2025-01-01', outcome: 'same', lost: 0, kept: { eligible: true }, again: { eligible: true } })
  expect(body.again.figures).toContainEqual({ key: 'volunteer-hours', enforcement: 'required', achieved: 1440, required: 1200, met: true })
  expect(body.again.figures).toEqual(body.kept.figures)
  expect((await rerun(who, proposal, who)).body.outcome).toBe('same')
})

test.each([['a step that is not there', 9], ['a withdrawal, which nothing was evaluated for', 2]])('%s is not found', async (_what, n) => {
  const who = next('w-back')
  await putPerson(context, who, { branch })
  await way.apply(who)
  await call(who, 'POST', '/v1/applications/withdraw', { id: next('withdraw'), version: 1 })
  expect((await rerun(who, n)).body.code).toBe('not-found')
})

const record = (category: string, startedAt: string, source: RecordEntry['source'] = 'granted', distinctKey?: string): RecordEntry => ({
  type: 'record', recordId: next('record'), source, category, startedAt, endedAt: new Date(Date.parse(startedAt) + 3_600_000).toISOString(), quantity: category === 'volunteering' ? 60 : 1, distinctKey, title: '后来的', photoIds: [], at: new Date(context.now()).toISOString(), by: 'w-secretary',
})

/** What may come after a decision; each ends with whatever the ledger and the policy then say. */
const later: Record<string, (who: string) => Promise<unknown>> = {
  'hours taken back': (who) => decideRecord(context, who, { decisionId: next('decision'), recordId: 'hours-0', verdict: 'revoked', reason: 'time-wrong', by: 'w-school' }),
  'lessons taken back': (who) => decideRecord(context, who, { decisionId: next('decision'), recordId: 'civics-class-3', verdict: 'revoked', reason: 'other', words: '补课', by: 'w-school' }),
  'more hours in the same months': (who) => appendEntry(context.table, who, record('volunteering', '2026-05-01T00:00:00.000Z')),
  // Its clock is behind: it says an earlier time than the decision, and was not known to it.
  'hours from a function with a slow clock': (who) => appendEntry(context.table, who, { ...record('volunteering', '2026-05-02T00:00:00.000Z'), at: '2026-06-04T01:59:00.000Z' }),
  'a record that waits, is rejected and appealed': async (who) => {
    const one = record('volunteering', '2026-05-03T00:00:00.000Z', 'self-reported')
    await appendEntry(context.table, who, one)
    await decideRecord(context, who, { decisionId: next('decision'), recordId: one.recordId, verdict: 'rejected', reason: 'photo-unclear', by: 'w-school' })
    await decideRecord(context, who, { decisionId: next('decision'), recordId: one.recordId, verdict: 'appealed', words: '照片清楚', by: who })
  },
  'a better exam': (who) => appendEntry(context.table, who, { type: 'exam', examId: next('exam'), course: 'league-class', takenAt: '2026-05-20T08:00:00.000Z', score: 99, at: '2026-06-20T00:00:00.000Z', by: 'w-school' }),
  'an issue of long ago': () => call('w-county', 'POST', '/v1/study-issues', { org: 'wangcang', id: next('old'), title: '补录', publishedAt: '2026-04-06T02:00:00Z' }),
  'an issue withdrawn': async () => {
    const id = next('issue')
    await call('w-county', 'POST', '/v1/study-issues', { org: 'wangcang', id, title: '试发', publishedAt: '2026-06-01T02:00:00Z' })
    await call('w-county', 'POST', `/v1/study-issues/${id}/withdraw`, { org: 'wangcang', id: next('withdraw') })
  },
  'stricter rules from today': async () => {
    const { revision } = (await call('w-county', 'GET', '/v1/rule-sets/draft?org=wangcang')).body
    const last = (await call('w-county', 'GET', '/v1/rule-sets?org=wangcang')).body.items[0].ruleSet.version
    const requirements = defaultRuleSet.requirements.map((one) => (one.key === 'civics-class' ? { ...one, atLeast: 8 + last } : one))
    const { draft } = (await call('w-county', 'POST', '/v1/rule-sets/draft', { id: next('save'), org: 'wangcang', revision, content: { counting: defaultRuleSet.counting, requirements } })).body
    const today = new Date(context.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    expect((await call('w-county', 'POST', '/v1/rule-sets', { id: next('publish'), org: 'wangcang', hash: draft.hash, after: last, effectiveFrom: today })).status).toBe(201)
  },
  'the birth date corrected': (who) => putPerson(context, who, { branch, birthDate: '2013-03-01' }),
}

test('a year of what comes after changes nothing that was decided', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...Object.keys(later)), fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 6 }), async (events) => {
      const who = await proposed()
      const before = await rerun(who, proposal)
      for (const [what, hours] of events) {
        context.setNow(new Date(context.now() + hours * 3_600_000).toISOString())
        await later[what]?.(who)
      }
      const { birthDate: _, ...after } = (await rerun(who, proposal)).body
      expect([events, after]).toEqual([events, before.body])
      expect(after.outcome).toBe('same')
    }),
    { numRuns: 25, seed: 20_261_125 },
  )
})

test('a decision stands on the rules of its moment, not on what a process remembers', async () => {
  const kept = await context.policy('wangcang')
  const stale = { ...context, policy: async () => kept }
  const who = await way.applicant(next('w-member'), 'cultivating')
  context.setNow('2026-06-04T03:00:00Z')
  await later['stricter rules from today']?.(who)
  const refused = await admissionOf(stale).act('w-secretary', who, { act: 'propose-candidate', decision: decided('2026-06-04') })
  expect(refused.body).toMatchObject({ code: 'conditions-unmet', detail: { conditions: [{ key: 'civics-class', achieved: 8 }] } })
})

test('a birth date that was corrected since is said, with the figures of then', async () => {
  const who = await proposed()
  await later['the birth date corrected']?.(who)
  expect((await rerun(who, proposal)).body).toMatchObject({ outcome: 'same', birthDate: { was: '2010-03-01', is: '2013-03-01' } })
})

describe('controls: what does differ is told', () => {
  test('an entry that was removed', async () => {
    const who = await proposed()
    await context.table.doc.send(new DeleteCommand({ TableName: context.table.name, Key: keys.record(who, 'hours-1') }))
    const { body } = await rerun(who, proposal)
    expect(body).toMatchObject({ outcome: 'differs', lost: 1, kept: { eligible: true }, again: { eligible: false } })
  })

  test('an entry that was altered', async () => {
    const who = await proposed()
    await putItem(context.table, { ...keys.record(who, 'hours-1'), ...record('volunteering', '2026-04-02T00:00:00.000Z'), recordId: 'hours-1' } as unknown as Item)
    expect((await rerun(who, proposal)).body).toMatchObject({ outcome: 'differs', lost: 0, again: { eligible: false } })
  })

  test('a result that was written over', async () => {
    const who = await proposed()
    await context.table.doc.send(new UpdateCommand({ TableName: context.table.name, Key: keys.applicationBody(who, proposal), UpdateExpression: 'SET evaluated.figures[3].achieved = :more', ExpressionAttributeValues: { ':more': 9999 } }))
    expect((await rerun(who, proposal)).body.outcome).toBe('differs')
  })
})
