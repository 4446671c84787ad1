import type { NumberRange, QuotaLine } from '@shared/model/plan'
import { appendApplicationStep, readApplicationSteps, readChainHeads } from '../../functions/store/applications'
import { keys } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { deleteItem, getItem, type Item, putItem, type Write } from '../../functions/store/table'
import { actOnApplicationBy } from '../../functions/use-cases/record-act'
import { admissionOf, decided, openAdmission } from '../support/admission'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

type Appending = typeof appendApplicationStep
let context: TestContext
let way: ReturnType<typeof admissionOf>
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await openAdmission(context)
  await putPerson(context, 'w-school-too', { name: '另一位老师', roles: [{ name: 'committee', scope: 'wangcang.s01' }] })
  way = admissionOf(context)
}, 60_000)
afterAll(() => context.close())

const branch = 'wangcang.s01.b01'
const committee = 'wangcang.s01'
const line = `${branch}#*`
const review = { act: 'pre-review', decision: decided('2026-06-05', '学校团委'), reply: '同意' }
const quotaNow = async () => (await getItem<QuotaLine>(context.table, keys.quota(committee, 2026, line), true)) as QuotaLine
const rangeNow = async (from: number) => (await getItem<NumberRange>(context.table, keys.numberRange('wangcang', 2026, from), true)) as NumberRange
const numberOf = async (who: string) => (await readApplicationSteps(context.table, who)).flatMap((step) => (step.act === 'pre-review' ? [step.facts.number] : []))[0]

/** Several at once, held together until all have read and decided. */
const atOnce = async (acts: { by: string; who: string; what: object }[], append: Appending) => {
  context.setNow('2026-06-05T02:00:00Z')
  const gated = together(acts.length, append)
  const versions = await Promise.all(acts.map(({ who }) => way.versionOf(who)))
  return Promise.all(acts.map(async ({ by, who, what }, i) =>
    actOnApplicationBy(gated)(context, { personId: who, id: `at-once-${by}-${who}`, version: versions[i], what } as never, { actor: (await readMe(context.table, by, true)) as never, identity: '' })))
}
/** A write without its condition, and without what only the condition named. */
const unguarded = ({ Update, Put, ...other }: Write): Write => {
  if (Put) return { Put: { ...Put, ConditionExpression: undefined } }
  if (!Update) return other as Write
  const used = (all: Record<string, unknown> = {}) => Object.fromEntries(Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(Update.UpdateExpression ?? '')))
  return { Update: { ...Update, ConditionExpression: undefined, ExpressionAttributeNames: used(Update.ExpressionAttributeNames) as Record<string, string>, ExpressionAttributeValues: used(Update.ExpressionAttributeValues) } }
}

describe('two secretaries act at once on one application', () => {
  const pair = (who: string) => [{ by: 'w-secretary', who, what: { act: 'return', reason: '材料不齐' } }, { by: 'w-school', who, what: review }]

  test('one wins, the other is told what happened, by whom and when', async () => {
    await way.applicant('w-raced', 'candidate-proposed')
    const answers = await atOnce(pair('w-raced'), appendApplicationStep)
    const lost = answers.flatMap((answer) => ('refused' in answer ? [answer] : []))
    const won = answers.flatMap((answer) => ('refused' in answer ? [] : [answer.application]))
    expect([lost.length, won.length]).toEqual([1, 1])
    const state = won[0]?.state
    expect(lost[0]).toMatchObject({ refused: 'application-changed', detail: { conflict: { byName: state === 'returned' ? 'w-secretary' : 'w-school', state, at: '2026-06-05T02:00:00.000Z', version: 8 } } })
    expect(await readApplicationSteps(context.table, 'w-raced')).toHaveLength(8)
    expect(await readChainHeads(context.table, 'w-raced')).toMatchObject([{ count: 8 }])
  })

  test('two pre-reviews of one applicant spend one number and one place', async () => {
    await way.applicant('w-twice', 'candidate-proposed')
    const [before, range] = [await quotaNow(), await rangeNow(1)]
    const answers = await atOnce([{ by: 'w-school', who: 'w-twice', what: review }, { by: 'w-school-too', who: 'w-twice', what: review }], appendApplicationStep)
    const lost = answers.flatMap((answer) => ('refused' in answer ? [answer] : []))
    expect(lost).toMatchObject([{ refused: 'application-changed', detail: { conflict: { state: 'pre-reviewed', byName: expect.stringMatching(/另一位老师|w-school/) } } }])
    expect([(await quotaNow()).taken - before.taken, (await rangeNow(1)).next - range.next]).toEqual([1, 1])
  })

  test('control: without the condition both think they won, and one step is gone', async () => {
    await way.applicant('w-unguarded', 'candidate-proposed')
    const answers = await atOnce(pair('w-unguarded'), async (table, personId, { step }) => {
      await putItem(table, { ...keys.applicationStep(personId, step.n), ...step } as unknown as Item)
      return true
    })
    expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(0)
    expect(await readApplicationSteps(context.table, 'w-unguarded')).toHaveLength(8)
  })
})

describe('twenty pre-reviews at once', () => {
  const pool: string[] = []
  let made = 0
  let from = 1
  /** Twenty who wait for their pre-review, a range with so many numbers and a line with so many places left. */
  const ready = async (numbers: number, places: number): Promise<string[]> => {
    while (pool.length < 20) pool.push(await way.applicant(`w-waits-${++made}`, 'candidate-proposed'))
    await deleteItem(context.table, keys.numberRange('wangcang', 2026, from))
    from += 1_000
    await putItem(context.table, { ...keys.numberRange('wangcang', 2026, from), year: 2026, from, to: from + numbers - 1, next: from, committee })
    const { taken } = await quotaNow()
    await putItem(context.table, { ...keys.quota(committee, 2026, line), branch, grade: '*', quota: taken + places, taken, used: 0 })
    return [...pool]
  }
  const all = async (whom: string[], append: Appending) => {
    const answers = await atOnce(whom.map((who) => ({ by: 'w-school', who, what: review })), append)
    const won = whom.filter((_, i) => !('refused' in (answers[i] as object)))
    for (const who of won) pool.splice(pool.indexOf(who), 1)
    const unmet = answers.flatMap((answer) => ('refused' in answer ? [((answer.detail?.conditions ?? []) as { key: string }[]).map(({ key }) => key)] : []))
    return { won, unmet, numbers: await Promise.all(won.map(numberOf)) }
  }

  test.each([[1, 100, 'number-left'], [6, 100, 'number-left'], [100, 1, 'quota-left'], [100, 6, 'quota-left'], [1, 1, 'number-left']])('%i numbers and %i places: never over, never twice, and the others hear what is short', async (numbers, places, short) => {
    const whom = await ready(numbers, places)
    const { taken } = await quotaNow()
    const outcome = await all(whom, appendApplicationStep)
    const most = Math.min(numbers, places)
    expect(outcome.won).toHaveLength(most)
    expect(new Set(outcome.numbers).size).toBe(most)
    expect(outcome.numbers.every((one) => Number(one?.slice(6)) >= from && Number(one?.slice(6)) < from + numbers)).toBe(true)
    expect(outcome.unmet).toHaveLength(20 - most)
    expect(outcome.unmet.every((keysOf) => keysOf.includes(short))).toBe(true)
    expect([(await quotaNow()).taken, (await rangeNow(from)).next]).toEqual([taken + most, from + most])
  }, 60_000)

  test('control: without the conditions on numbers and places the last number is given to all of them, and the last place too', async () => {
    const whom = await ready(1, 1)
    const { taken } = await quotaNow()
    const { won, numbers } = await all(whom, (table, personId, step) => appendApplicationStep(table, personId, { ...step, also: step.also.map(unguarded) }))
    expect(won).toHaveLength(20)
    expect(new Set(numbers).size).toBe(1)
    const after = await quotaNow()
    expect(after.taken).toBe(taken + 20)
    expect(after.taken).toBeGreaterThan(after.quota)
  }, 60_000)
})
