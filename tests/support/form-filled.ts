import { keys } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { type Item, putItem, UpdateCommand } from '../../functions/store/table'
import type { ActInput } from '../../functions/core/act-input'
import { actOn } from '../../functions/use-cases/act-on-application'
import { projectPerson } from '../../functions/use-cases/project-person'
import type { TestContext } from './context'
import { makeReady } from './ready-student'

const decision = (date: string) => ({ body: '支部委员会', date, attendance: 5, minutes: '第 1 次' })
const branch = 'wangcang.s01.b01'

/** What the school of the small world may admit by this year: a range of numbers, and places for the branch. */
export const putPlan = async (context: TestContext): Promise<void> => {
  await putItem(context.table, { ...keys.numberRange('wangcang', 2026, 1), committee: 'wangcang.s01', year: 2026, from: 1, to: 99, next: 1 })
  await putItem(context.table, { ...keys.quota('wangcang.s01', 2026, `${branch}#*`), committee: 'wangcang.s01', year: 2026, branch, grade: '*', quota: 50, taken: 0, used: 0 } as Item)
}

/** Makes somebody of a branch a member of the League, in their account and the roster. */
export const makeMember = async (context: TestContext, personId: string, of = branch): Promise<void> => {
  for (const Key of [keys.me(personId), keys.member(of, personId)]) await context.table.doc.send(new UpdateCommand({ TableName: context.table.name, Key, UpdateExpression: 'SET leagueMember = :member', ExpressionAttributeValues: { ':member': { since: '2025-05-04' } } }))
}

/**
 * Leads somebody of the small world's first branch from the letter to a form that waits for the branch's vote, each step on its own day from February to May
 * 2026; `silent` introducers have not spoken yet. The clock is where it was after.
 */
export const fillForm = async (context: TestContext, personId: string, introducers: [string, string], silent: readonly string[] = []): Promise<void> => {
  const now = context.now()
  await makeReady(context, personId)
  let n = 0
  const go = async (date: string, by: string, input: ActInput) => {
    context.setNow(`${date}T02:00:00Z`)
    const [me, actor] = [await readMe(context.table, personId, true), await readMe(context.table, by, true)]
    if (!me || !actor) throw new Error(`Nobody: ${personId}, ${by}`)
    const refusal = await actOn(context, me, { stepId: `step-${personId}-${++n}`, actor, input })
    if (refusal) throw new Error(`${input.act} on ${date}: ${JSON.stringify(refusal)}`)
  }
  await go('2026-02-02', personId, { act: 'apply', letter: '我志愿加入中国共产主义青年团' })
  await go('2026-02-03', 'w-secretary', { act: 'talk', date: '2026-02-03', talker: '书记', notes: '谈话' })
  await go('2026-02-04', 'w-secretary', { act: 'record-route', route: 'peer-review', date: '2026-02-04', tally: { present: 10, for: 9, against: 1, abstain: 0 } })
  await go('2026-02-04', 'w-secretary', { act: 'name-activist', decision: decision('2026-02-04'), mentors: [{ name: '周老师' }] })
  for (const date of ['2026-03-10', '2026-04-10']) await go(date, 'w-secretary', { act: 'mentor-talk', date, mentor: 0, notes: '谈话' })
  await go('2026-05-06', 'w-secretary', { act: 'propose-candidate', decision: decision('2026-05-06') })
  await go('2026-05-06', 'w-school', { act: 'pre-review', decision: decision('2026-05-06'), reply: '同意' })
  await go('2026-05-06', 'w-school', { act: 'open-notice', from: '2026-05-06', place: '公告栏' })
  await go('2026-05-13', 'w-school', { act: 'close-notice' })
  await go('2026-05-13', personId, { act: 'fill-form', form: { ethnicity: '汉族', education: '第一中学', family: '父亲', statement: '我愿意' }, introducers })
  for (const introducer of introducers) if (!silent.includes(introducer)) await go('2026-05-14', 'w-secretary', { act: 'introduce', introducer, date: '2026-05-14', opinion: '同意' })
  context.setNow(new Date(now).toISOString())
  await projectPerson(context, personId)
}
