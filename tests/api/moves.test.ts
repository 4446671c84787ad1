import type { DynamoDBRecord } from 'aws-lambda'
import { keys, queuePartition } from '../../functions/store/keys'
import { appendEntry } from '../../functions/store/ledger'
import { readMembers } from '../../functions/store/members'
import { readMe } from '../../functions/store/people'
import { readStays } from '../../functions/store/stays'
import { type Item, putItem, queryAll, transact, type Table, type Write } from '../../functions/store/table'
import { projectPeople } from '../../functions/stream/project-people'
import { appendApplicationStep } from '../../functions/store/applications'
import { actOn } from '../../functions/use-cases/act-on-application'
import { decideMoveBy } from '../../functions/use-cases/decide-move'
import { foldRollUps } from '../../functions/use-cases/fold-roll-ups'
import { moveMemberBy } from '../../functions/use-cases/move-member'
import { projectPerson } from '../../functions/use-cases/project-person'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

const [b01, b02, away] = ['wangcang.s01.b01', 'wangcang.s01.b02', 'wangcang.s02.b01']
const [class1, class2] = ['初三（1）班', '初三（2）班']
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-secretary-s02', { roles: [{ name: 'branch-secretary', scope: away }] })
  call = apiOf(context, allRoutes)
}, 60_000)
afterEach(() => context.close())

let made = 0
const here = { branch: b01, className: class1 }
const move = (to: string, { who = 'w-school', person = 'w-student', id = `move-${++made}-xxxx`, from = here, ...more }: { who?: string; person?: string; id?: string; from?: object; className?: string; why?: string } = {}) =>
  call(who, 'POST', `/v1/people/${person}/moves`, { id, from, to, why: '分班调整', ...more })
const decide = (who: string, moveId: string, to: string, more: object = {}) => call(who, 'POST', `/v1/people/w-student/moves/${moveId}/decision`, { to, ...more })
const branchesWith = async (person = 'w-student') => (await Promise.all([b01, b02, away].map(async (branch) => ((await readMembers(context.table, branch)).some(({ personId }) => personId === person) ? [branch] : [])))).flat()
const me = async (person = 'w-student') => readMe(context.table, person, true)
const actorOf = async (who: string) => ({ actor: (await me(who)) as never, identity: '' })
/** Conditions left out: what a control writes with. */
const unguarded = async (table: Table, writes: Write[]): Promise<boolean> =>
  transact(table, writes.flatMap((write): Write[] => {
    const strip = <T extends object>(one: T): T => {
      const { ConditionExpression: _, ...rest } = one as T & { ConditionExpression?: string }
      return rest as T
    }
    if (write.Put) return [{ Put: strip(write.Put) }]
    if (write.Delete) return [{ Delete: { TableName: write.Delete.TableName, Key: write.Delete.Key } }]
    if (!write.Update) return []
    const { UpdateExpression = '', ExpressionAttributeNames = {}, ExpressionAttributeValues = {} } = write.Update
    const used = (names: Record<string, unknown>) => Object.fromEntries(Object.entries(names).filter(([name]) => new RegExp(`${name}\\b`).test(UpdateExpression)))
    return [{ Update: { ...strip(write.Update), ExpressionAttributeNames: used(ExpressionAttributeNames) as Record<string, string>, ExpressionAttributeValues: used(ExpressionAttributeValues) } }]
  }))

describe('within a school', () => {
  test('account, role, roster and history change together; the same again is the same, other words under its id are a mistake', async () => {
    const first = await move(b02, { id: 'move-same-1' })
    expect(first).toMatchObject({ status: 201, body: { state: 'done', from: here, to: { branch: b02, className: class2 }, byName: 'w-school' } })
    expect(await move(b02, { id: 'move-same-1' })).toEqual(first)
    expect((await move(away, { id: 'move-same-1' })).body.code).toBe('id-reused')
    expect(await me()).toMatchObject({ branch: b02, className: class2, roles: [{ name: 'student', scope: b02 }] })
    expect(await branchesWith()).toEqual([b02])
    const { body } = await call('w-school', 'GET', '/v1/people/w-student/stays')
    expect(body).toMatchObject({ now: { branch: b02, branchName: '第一中学初三（2）班团支部', className: class2 }, items: [{ kind: 'moved', byName: 'w-school', from: here, to: { branch: b02 }, why: '分班调整' }] })
    expect((await call('w-student', 'GET', '/v1/messages')).body.items).toMatchObject([{ about: { kind: 'moved', how: 'moved', place: '第一中学初三（2）班团支部 · 初三（2）班' } }])
  })

  test('whoever does not see them any more has no say; the new secretary has', async () => {
    await move(b02)
    expect((await call('w-secretary', 'GET', '/v1/people/w-student/stays')).body.code).toBe('not-allowed')
    expect((await call('w-secretary-b02', 'GET', '/v1/people/w-student/stays')).status).toBe(200)
  })

  test.each<[string, string, object, string, string]>([
    ['a school', 'wangcang.s01', {}, 'to', 'not-a-branch'], ['a branch of another county', 'qingchuan.s01.b01', {}, 'to', 'not-a-branch'], ['where they are', b01, {}, 'to', 'same-place'], ['a class that the branch has not', b02, { className: '高一（1）班' }, 'className', 'unknown-class'],
  ])('%s names its field', async (_what, to, more, path, code) => {
    expect((await move(to, more)).body).toMatchObject({ code: 'invalid-input', errors: [{ path, code }] })
    expect(await branchesWith()).toEqual([b01])
  })

  test('acting on where somebody was is told who moved them', async () => {
    await move(b02)
    expect((await move(away)).body).toMatchObject({ code: 'member-moved', detail: { conflict: { byName: 'w-school' } } })
  })

  test('nobody moves themselves', async () => {
    await putPerson(context, 'w-young', { branch: b01, roles: [{ name: 'branch-secretary', scope: b01 }] })
    expect((await move(b02, { who: 'w-young', person: 'w-young' })).body.code).toBe('not-allowed')
  })

  test('a membership, and what was entered about it, go along', async () => {
    await call('w-secretary', 'POST', '/v1/people/w-student/league-membership', { id: 'member-0001', since: '2025-05-04' })
    await move(b02)
    const [moved] = (await readMembers(context.table, b02)).filter(({ personId }) => personId === 'w-student')
    expect(moved).toMatchObject({ leagueMember: { since: '2025-05-04' }, leagueEntry: { id: 'member-0001' } })
    expect((await call('w-school', 'POST', '/v1/people/w-student/league-membership/take-back', { id: 'take-back-1' })).status).toBe(200)
  })
})

describe('what hangs on a branch', () => {
  const record = { type: 'record', recordId: 'record-wait', source: 'self-reported', category: 'volunteering', startedAt: '2026-06-01T01:00:00.000Z', endedAt: '2026-06-01T03:00:00.000Z', quantity: 120, title: '敬老院', photoIds: [], at: '2026-06-02T00:00:00.000Z', by: 'w-student' }
  const queue = async (branch: string) => (await queryAll<{ recordId: string }>(context.table, { pk: queuePartition(branch), consistent: true })).map(({ recordId }) => recordId)
  const streamed = (): DynamoDBRecord => ({ eventName: 'INSERT', dynamodb: { SequenceNumber: '1', Keys: { pk: { S: 'P#w-student' }, sk: { S: 'BR#2026-06-15T02:00:00.000Z#x' } }, NewImage: { from: { M: { branch: { S: b01 } } }, to: { M: { branch: { S: b02 } } } } } })
  const reviews = async (who: string, org: string) => (await call(who, 'GET', `/v1/reviews?org=${org}`)).body.items.map((one: { record: { recordId: string } }) => one.record.recordId)

  test('waiting reviews wait with the new secretary, at once for who looks and in the queues when the stream comes, however often', async () => {
    await appendEntry(context.table, 'w-student', record as never)
    await projectPerson(context, 'w-student')
    expect(await reviews('w-secretary', b01)).toEqual(['record-wait'])
    await move(b02)
    expect(await reviews('w-secretary', b01)).toEqual([])
    for (let i = 0; i < 2; i++) expect((await projectPeople(context)({ Records: [streamed()] })).batchItemFailures).toEqual([])
    expect([await queue(b01), await queue(b02)]).toEqual([[], ['record-wait']])
    expect(await reviews('w-secretary-b02', b02)).toEqual(['record-wait'])
    const back = await move(b01, { from: { branch: b02, className: class2 } })
    expect(back.status).toBe(201)
    // The first move's line again, after they came back.
    await projectPeople(context)({ Records: [streamed()] })
    expect(await queue(b01)).toEqual(['record-wait'])
  })

  test('roll-ups of both branches count them once', async () => {
    await move(b02)
    await foldRollUps(context, [b01, b02])
    const members = async (org: string) => (await call('w-school', 'GET', `/v1/dashboard?org=${org}`)).body.rollUp.members
    expect([await members(b01), await members(b02), await members('wangcang.s01')]).toEqual([1, 2, 3])
  })

  test('an open application goes along, and the new branch’s secretary goes on with it', async () => {
    expect((await call('w-student', 'POST', '/v1/applications', { id: 'letter-0001', letter: '我志愿加入中国共产主义青年团' })).status).toBe(201)
    await move(b02)
    const talk = { id: 'talk-00001', version: 1, what: { act: 'talk', date: '2026-06-15', talker: '何老师', notes: '谈了入团动机' } }
    expect((await call('w-secretary', 'POST', '/v1/people/w-student/application/acts', talk)).status).toBe(403)
    expect((await call('w-secretary-b02', 'POST', '/v1/people/w-student/application/acts', talk)).body.application?.state).toBe('talked')
  })

  test('a step that was decided while they moved is not written, and its actor is told', async () => {
    await call('w-student', 'POST', '/v1/applications', { id: 'letter-0001', letter: '我志愿加入中国共产主义青年团' })
    const before = await me()
    const actor = await me('w-secretary')
    const late: typeof appendApplicationStep = async (...args) => {
      if ((await branchesWith())[0] === b01) await move(b02)
      return appendApplicationStep(...args)
    }
    const said = await actOn(context, before as never, { stepId: 'talk-00002', version: 1, actor: actor as never, input: { act: 'talk', date: '2026-06-15', talker: '何老师', notes: '谈话' } as never }, late)
    expect(said).toMatchObject({ refused: 'member-moved' })
    expect((await call('w-school', 'GET', '/v1/people/w-student/application')).body.application.state).toBe('applied')
  })
})

describe('to another school', () => {
  const proposed = async () => (await move(away, { who: 'w-secretary', why: '转学' })).body

  test('the other side accepts, and only then do they move; both see it in their list', async () => {
    const { moveId, state, asks } = await proposed()
    expect([state, asks, await branchesWith()]).toEqual(['proposed', 'new', [b01]])
    const listed = async (who: string, org: string) => (await call(who, 'GET', `/v1/moves?org=${org}`)).body.items.map((one: { mayDecide: boolean; mayWithdraw: boolean }) => [one.mayDecide, one.mayWithdraw])
    expect(await listed('w-secretary', b01)).toEqual([[false, true]])
    expect(await listed('w-secretary-s02', away)).toEqual([[true, false]])
    expect(await listed('w-secretary-b02', b02)).toEqual([])
    expect((await decide('w-secretary', moveId, 'accepted')).body.code).toBe('not-allowed')
    expect((await decide('w-secretary-b02', moveId, 'accepted')).body.code).toBe('not-found')
    const done = await decide('w-secretary-s02', moveId, 'accepted')
    expect(done.body).toMatchObject({ state: 'accepted', decidedByName: 'w-secretary-s02', to: { branch: away } })
    expect(await decide('w-secretary-s02', moveId, 'accepted')).toEqual(done)
    expect(await branchesWith()).toEqual([away])
    expect(await listed('w-secretary-s02', away)).toEqual([])
    expect((await decide('w-secretary', moveId, 'withdrawn')).body).toMatchObject({ code: 'move-not-open', detail: { state: 'accepted' } })
  })

  test('refused with a reason, or withdrawn, they stay, and another can be proposed', async () => {
    const { moveId } = await proposed()
    expect((await decide('w-secretary-s02', moveId, 'refused')).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'words', code: 'required' }] })
    expect((await decide('w-secretary-s02', moveId, 'refused', { words: '没有学籍' })).body).toMatchObject({ state: 'refused', words: '没有学籍' })
    const again = await proposed()
    expect((await move(b02)).body).toMatchObject({ code: 'move-open', detail: { conflict: { byName: 'w-secretary' } } })
    expect((await decide('w-secretary', again.moveId, 'withdrawn')).body.state).toBe('withdrawn')
    expect(await branchesWith()).toEqual([b01])
    expect((await move(b02)).status).toBe(201)
  })

  test('the county speaks for both sides: at once', async () => {
    expect((await move(away, { who: 'w-county' })).body.state).toBe('done')
    expect(await branchesWith()).toEqual([away])
  })

  test('the new branch asks by name, birth date and branch, is told nothing more, and the old one agrees', async () => {
    const claim = (more: object = {}) => call('w-secretary-s02', 'POST', '/v1/moves', { id: `claim-${++made}-xxx`, org: away, name: 'w-student', birthDate: '2010-03-01', from: b01, why: '已到校报到', ...more })
    expect((await claim({ birthDate: '2010-03-02' })).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'name', code: 'unknown' }] })
    expect((await claim({ from: 'wangcang.s01' })).body).toMatchObject({ errors: [{ path: 'from' }] })
    const asked = await claim()
    expect(asked.body).toMatchObject({ state: 'proposed', asks: 'old' })
    expect((await decide('w-secretary-s02', asked.body.moveId, 'accepted')).body.code).toBe('not-allowed')
    expect((await decide('w-secretary', asked.body.moveId, 'accepted')).body.state).toBe('accepted')
    expect(await branchesWith()).toEqual([away])
  })
})

describe('two at once', () => {
  const race = async (write: typeof transact) => {
    const gated = together(2, write)
    const one = async (who: string, to: string) => moveMemberBy(gated)(context, { personId: 'w-student', id: `race-of-${who}`, from: here, to, why: '分班调整' }, await actorOf(who))
    return Promise.all([one('w-school', b02), one('w-county', away)])
  }

  test('one moves them, the other is told who did', async () => {
    const refused = (await race(transact)).filter((answer) => 'refused' in answer)
    expect(refused).toMatchObject([{ refused: 'member-moved', detail: { conflict: { byName: expect.any(String) } } }])
    expect(await branchesWith()).toHaveLength(1)
    expect(await readStays(context.table, 'w-student')).toHaveLength(1)
  })

  test('control: without the conditions they are in two branches', async () => {
    await race(unguarded)
    expect(await branchesWith()).toHaveLength(2)
  })

  test('accepted and withdrawn: one of it holds', async () => {
    const { moveId } = (await move(away, { who: 'w-secretary' })).body
    const gated = together(2, transact)
    const one = async (who: string, to: 'accepted' | 'withdrawn') => decideMoveBy(gated)(context, { personId: 'w-student', moveId, to }, await actorOf(who))
    const answers = await Promise.all([one('w-secretary-s02', 'accepted'), one('w-secretary', 'withdrawn')])
    expect(answers.filter((answer) => 'refused' in answer)).toMatchObject([{ refused: 'move-not-open' }])
    expect(await branchesWith()).toHaveLength(1)
  })

  test('a roster sheet that changes them at that moment: none of both is lost', async () => {
    const late = async (table: Table, writes: Write[]) => {
      const key = keys.member(b01, 'w-student')
      const [member] = (await readMembers(context.table, b01)).filter(({ personId }) => personId === 'w-student')
      if (member && member.studentNumber === undefined) await putItem(context.table, { ...(member as unknown as Item), ...key, studentNumber: '20260001' })
      return transact(table, writes)
    }
    await moveMemberBy(late)(context, { personId: 'w-student', id: 'move-late-1', from: here, to: b02, why: '分班调整' }, await actorOf('w-school'))
    expect((await readMembers(context.table, b02)).find(({ personId }) => personId === 'w-student')?.studentNumber).toBe('20260001')
  })
})
