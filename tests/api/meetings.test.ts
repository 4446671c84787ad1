import { meetingRoutes } from '../../functions/http/routes/meetings'
import { foldApplication } from '../../functions/core/fold-application'
import { appendApplicationStep, readApplicationSteps } from '../../functions/store/applications'
import { meetingPartition } from '../../functions/store/keys'
import { meetingWrite, readMeeting, replaceMeeting } from '../../functions/store/meetings'
import { type Item, queryAll, transact } from '../../functions/store/table'
import { meetingMinutes } from '../../functions/use-cases/meeting-minutes'
import { recordVoteBy } from '../../functions/use-cases/record-vote'
import { saveMeetingBy } from '../../functions/use-cases/save-meeting'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { fillForm, makeMember, putPlan } from '../support/form-filled'
import { together } from '../support/together'

let context: TestContext
let call: ReturnType<typeof apiOf>
const branch = 'wangcang.s01.b01'
const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7']
beforeAll(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPlan(context)
  for (const id of members) {
    await putPerson(context, id, { branch, name: `团员${id}` })
    await makeMember(context, id)
  }
  call = apiOf(context, meetingRoutes)
}, 60_000)
afterAll(() => context.close())

let made = 0
/** Somebody whose form waits for the vote. */
const candidate = async (silent: string[] = []): Promise<string> => {
  const personId = `candidate-${++made}`
  await putPerson(context, personId, { branch, name: `候选${made}` })
  await fillForm(context, personId, ['m1', 'm2'], silent)
  return personId
}
const agenda = { date: '2026-06-15', place: '阶梯教室', host: '张老师', recorder: '李老师', items: [{ title: '学习文件' }] }
const at = (id: string, rest = '') => `/v1/branches/${branch}/meetings/2026-06-15-${id}${rest}`
const plan = (id: string, candidates: string[], who = 'w-secretary') => call(who, 'POST', `/v1/branches/${branch}/meetings`, { id, ...agenda, candidates })
/** The roll with so many present. */
const rollOf = (present: number) => members.map((personId, i) => ({ personId, present: i < present }))
const save = (id: string, revision: number, candidates: string[], more: object = {}) => call('w-secretary', 'POST', at(id), { id: `save-${id}-${revision}`, revision, ...agenda, candidates, roll: rollOf(5), besides: { should: 0, present: 0 }, ...more })
/** A meeting with its roll taken: seven should attend, `present` did. */
const meet = async (id: string, candidates: string[], present = 5) => {
  expect((await plan(id, candidates)).status).toBe(201)
  expect((await save(id, 1, candidates, { roll: rollOf(present) })).status).toBe(200)
}
const vote = (id: string, personId: string, tally: object, more: object = {}, who = 'w-secretary') => call(who, 'POST', at(id, '/votes'), { id: `vote-${id}-${personId}`, personId, secret: true, for: 0, against: 0, abstain: 0, ...tally, ...more })
const stateOf = async (personId: string) => foldApplication(await readApplicationSteps(context.table, personId))?.state

test('a meeting is planned for those who wait for a vote; its roll is the branch’s members of the League', async () => {
  const [ready, silent] = [await candidate(), await candidate(['m2'])]
  const prepared = (await call('w-secretary', 'GET', `/v1/branches/${branch}/meeting-preparation`)).body
  expect(prepared).toMatchObject({ today: '2026-06-15', may: { edit: true }, policy: { quorum: { moreThan: [1, 2] }, majority: { moreThan: [1, 2], of: 'should-attend' } } })
  expect(prepared.candidates.map(({ personId, ready: is }: { personId: string; ready: boolean }) => [personId, is])).toEqual([[ready, true], [silent, false]])
  expect(prepared.candidates[1].conditions.filter(({ met }: { met: boolean }) => !met)).toEqual([{ key: 'introducers-spoken', met: false, mend: 'introduce' }])
  const planned = await plan('meeting-a', [ready, silent])
  expect(planned).toMatchObject({ status: 201, body: { state: 'planned', revision: 1, candidates: [{ name: '候选1', ready: true, introducers: [{ name: '团员m1', spoken: true }, { name: '团员m2', spoken: true }] }, { ready: false }] } })
  expect(planned.body.roll).toEqual(members.map((personId) => ({ personId, name: `团员${personId}`, present: false })))
  expect((await plan('meeting-a', [ready, silent])).body).toEqual(planned.body)
  expect((await plan('meeting-b', [ready, ready, 'w-classmate', 'w-student-b02'])).body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([['candidates[1]', 'twice'], ['candidates[2]', 'not-a-candidate'], ['candidates[3]', 'not-a-candidate']])
  expect((await call('w-county', 'GET', '/v1/meetings?org=wangcang')).body.items).toEqual([{ meetingId: '2026-06-15-meeting-a', org: branch, branchName: '第一中学初三（1）班团支部', state: 'planned', date: '2026-06-15', place: '阶梯教室', candidates: 2, voted: 0, passed: 0 }])
  // Those above look on; who records is the procedure's word.
  expect((await call('w-school', 'GET', at('meeting-a'))).body).toMatchObject({ may: { edit: false } })
  expect((await plan('meeting-c', [], 'w-school')).body.code).toBe('not-allowed')
  expect((await call('w-secretary-b02', 'GET', at('meeting-a'))).body.code).toBe('not-allowed')
  expect((await vote('meeting-a', silent, { for: 0 }))).toMatchObject({ body: { code: 'conditions-unmet', detail: { conditions: [{ key: 'introducers-spoken' }] } } })
})

test('a roll that is not the branch’s members of the League says why; nobody of elsewhere is on it', async () => {
  await plan('meeting-r', [])
  const shorter = rollOf(4).slice(0, 6)
  expect((await save('meeting-r', 1, [], { roll: shorter })).body.errors).toMatchObject([{ path: 'reason', code: 'required' }])
  expect((await save('meeting-r', 1, [], { roll: [...rollOf(4), { personId: 'w-student-b02', present: true }, { personId: 'm1', present: true }], besides: { should: 1, present: 2 }, reason: '转来' })).body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([['roll[8]', 'twice'], ['roll[7]', 'not-of-branch'], ['besides.present', 'more-than-should']])
  expect((await save('meeting-r', 1, [], { roll: shorter, reason: '一人外出实习' })).body).toMatchObject({ revision: 2, reason: '一人外出实习' })
  const late = await save('meeting-r', 1, [], { id: 'save-too-late', roll: shorter, reason: '我也改了' })
  expect(late).toMatchObject({ status: 409, body: { code: 'meeting-changed', detail: { conflict: { byName: 'w-secretary', revision: 2 } } } })
})

/** Seven should attend. Quorum: more than half of them, 4; passed with more than half of them for. */
test.each([
  [3, 3, { code: 'conditions-unmet', detail: { conditions: [{ key: 'quorum', achieved: 3, required: 4, mend: 'meet-again' }] } }, 'form-filled'],
  [4, 4, {}, 'branch-voted'],
  [4, 3, {}, 'rejected'],
  [7, 4, {}, 'branch-voted'],
  [7, 3, {}, 'rejected'],
])('%i of seven present, %i for', async (present, yes, answer, state) => {
  const who = await candidate()
  const id = `quorum-${present}-${yes}`
  await meet(id, [who], present)
  expect((await vote(id, who, { for: yes, against: present - yes })).body).toMatchObject(answer)
  expect(await stateOf(who)).toBe(state)
  expect((await readMeeting(context.table, branch, `2026-06-15-${id}`, true))?.votes.length).toBe(state === 'form-filled' ? 0 : 1)
})

test('one vote for each candidate: the same again stands, another is told who was first; what was counted by stays', async () => {
  const [one, two] = [await candidate(), await candidate()]
  await meet('meeting-once', [one, two])
  expect((await vote('meeting-once', one, { for: 4, against: 2 })).body.errors).toMatchObject([{ path: 'for', code: 'does-not-add-up' }])
  expect((await vote('meeting-once', 'w-classmate', { for: 5 })).body.errors).toMatchObject([{ path: 'personId', code: 'not-on-agenda' }])
  const first = await vote('meeting-once', one, { for: 4, abstain: 1 })
  expect(first.body.candidates[0]).toMatchObject({ vote: { secret: true, shouldAttend: 7, present: 5, for: 4, against: 0, abstain: 1, passed: true, byName: 'w-secretary' } })
  expect((await vote('meeting-once', one, { for: 4, abstain: 1 })).body).toEqual(first.body)
  expect((await vote('meeting-once', one, { for: 5 })).body.code).toBe('id-reused')
  expect((await vote('meeting-once', one, { for: 5 }, { id: 'vote-again-1' })).body).toMatchObject({ code: 'already-voted', detail: { conflict: { byName: 'w-secretary' } } })
  const moved = await save('meeting-once', 3, [two], { date: '2026-06-14', roll: rollOf(7) })
  expect(moved.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([['date', 'voted'], ['roll', 'voted'], ['candidates', 'voted']])
  expect((await readApplicationSteps(context.table, one)).at(-1)).toMatchObject({ act: 'vote', to: 'branch-voted', facts: { meetingId: '2026-06-15-meeting-once', date: '2026-06-15', shouldAttend: 7, present: 5, for: 4 } })
})

test('a candidate who is on the roll is not counted in their own vote, and nobody records the vote on themselves', async () => {
  const self = await candidate()
  await plan('meeting-self', [self])
  const roll = [...rollOf(5), { personId: self, present: true }]
  expect((await save('meeting-self', 1, [self], { roll, reason: '列席' })).status).toBe(200)
  expect((await vote('meeting-self', self, { for: 6 })).body.errors).toMatchObject([{ path: 'for' }])
  expect((await vote('meeting-self', self, { for: 4, against: 1 }, { secret: false, named: [...members.slice(0, 4), self].map((personId) => ({ personId, choice: 'for' })) })).body.errors).toMatchObject([{ path: 'named[4]', code: 'candidate' }, { path: 'for', code: 'does-not-add-up' }])
  expect((await vote('meeting-self', self, { for: 5 })).body.candidates[0].vote).toMatchObject({ shouldAttend: 7, present: 5 })

  const secretary = 'candidate-secretary'
  await putPerson(context, secretary, { branch, roles: [{ name: 'branch-secretary', scope: branch }] })
  await fillForm(context, secretary, ['m1', 'm2'])
  await meet('meeting-own', [secretary])
  expect((await vote('meeting-own', secretary, { for: 5 }, {}, secretary)).body.code).toBe('own-application')
})

test('an open vote may be by name, everyone present once; of a secret one nobody’s choice is taken, and the whole partition has none', async () => {
  const [open, secret] = [await candidate(), await candidate()]
  await meet('meeting-named', [open, secret])
  const named = members.slice(0, 5).map((personId, i) => ({ personId, choice: i < 4 ? 'for' : 'abstain' }))
  expect((await vote('meeting-named', open, { for: 4, abstain: 1 }, { secret: false, named: [...named.slice(1), { personId: 'm6', choice: 'for' }] })).body.errors).toMatchObject([{ path: 'named[4]', code: 'not-present' }])
  expect((await vote('meeting-named', open, { for: 4, abstain: 1 }, { secret: false, named: named.slice(1) })).body.errors).toMatchObject([{ path: 'named', code: 'incomplete' }])
  expect((await vote('meeting-named', open, { for: 4, abstain: 1 }, { secret: false, named })).body.candidates[0].vote.named[4]).toEqual({ personId: 'm5', name: '团员m5', choice: 'abstain' })
  expect((await vote('meeting-named', secret, { for: 4, abstain: 1 }, { named })).body.errors).toMatchObject([{ path: 'named', code: 'secret' }])
  expect((await vote('meeting-named', secret, { for: 4, abstain: 1 })).status).toBe(200)

  const items = [...(await queryAll<Item>(context.table, { pk: meetingPartition(branch), consistent: true })), ...(await queryAll<Item>(context.table, { pk: `P#${secret}`, prefix: 'A#', consistent: true }))]
  /** Every object that says of one person what they chose. */
  const voices = (value: unknown): object[] => (typeof value !== 'object' || value === null ? [] : [...('personId' in value && 'choice' in value ? [value] : []), ...Object.values(value).flatMap(voices)])
  const votes = items.flatMap((item) => ('votes' in item ? (item.votes as { personId: string; secret: boolean }[]) : []))
  expect(votes.find(({ personId }) => personId === open)).toMatchObject({ named })
  expect(voices(votes.filter((one) => one.secret))).toEqual([])
  // Of whom a secret vote names anybody at all: the candidate and who recorded it.
  const kept = votes.find(({ personId }) => personId === secret)
  expect(members.filter((id) => new RegExp(`"${id}"`).test(JSON.stringify(kept)))).toEqual([])
  const step = items.find((item) => (item as { act?: string }).act === 'vote' && item.pk === `P#${secret}`)
  expect(step).toMatchObject({ facts: { secret: true, for: 4 } })
  expect(members.filter((id) => new RegExp(`"${id}"`).test(JSON.stringify(step)))).toEqual([])
})

test('a meeting is held when it was: with minutes and somebody there; after that only its minutes are corrected, each time beside what they said', async () => {
  await plan('meeting-held', [])
  const close = (revision: number, id = 'close-0001') => call('w-secretary', 'POST', at('meeting-held', '/close'), { id, revision })
  expect((await close(1)).body.errors).toMatchObject([{ path: 'roll', code: 'nobody-present' }, { path: 'minutes', code: 'required' }])
  await save('meeting-held', 1, [], { date: '2026-06-16', minutes: '会议通过了工作计划。' })
  expect((await close(2)).body.errors).toMatchObject([{ path: 'date', code: 'in-future' }])
  await save('meeting-held', 2, [], { minutes: '会议通过了工作计划。' })
  const closed = await close(3)
  expect(closed.body).toMatchObject({ state: 'held', revision: 4, held: { byName: 'w-secretary' }, corrections: [] })
  expect((await close(3)).body).toEqual(closed.body)
  expect((await save('meeting-held', 4, [], { minutes: '改了' })).body).toMatchObject({ code: 'meeting-held', detail: { state: 'held' } })
  expect((await call('w-secretary', 'POST', at('meeting-held', '/cancel'), { id: 'cancel-001', revision: 4, reason: '改期' })).body.code).toBe('meeting-held')
  const correct = (revision: number, minutes: string) => call('w-secretary', 'POST', at('meeting-held', '/corrections'), { id: `correct-${revision}`, revision, minutes, reason: '漏记一项' })
  expect((await correct(4, '会议通过了工作计划和预算。')).body).toMatchObject({ minutes: '会议通过了工作计划和预算。', corrections: [{ n: 1, minutes: '会议通过了工作计划。', reason: '漏记一项', byName: 'w-secretary' }] })
  expect((await correct(4, '会议通过了工作计划和预算。')).status).toBe(200)
  expect((await correct(5, '第二次更正')).body.corrections.map(({ n }: { n: number }) => n)).toEqual([1, 2])
  expect((await correct(5, '别的话')).body.code).toBe('id-reused')
})

test('a meeting that is cancelled says why; one that voted is not', async () => {
  await plan('meeting-off', [])
  const cancel = (id: string, revision: number) => call('w-secretary', 'POST', at(id, '/cancel'), { id: 'cancel-002', revision, reason: '停电改期' })
  expect((await cancel('meeting-off', 1)).body).toMatchObject({ state: 'cancelled', cancelled: '停电改期', may: { edit: false } })
  const who = await candidate()
  await meet('meeting-on', [who])
  await vote('meeting-on', who, { for: 5 })
  expect((await cancel('meeting-on', 3)).body.errors).toMatchObject([{ code: 'voted' }])
})

test('what minutes are printed from: people by name, numbers, counts, corrections', async () => {
  const who = await candidate()
  await meet('meeting-print', [who])
  await vote('meeting-print', who, { for: 4, against: 1 }, { words: '同意' })
  expect(await meetingMinutes(context, branch, '2026-06-15-meeting-print')).toMatchObject({
    branchName: '第一中学初三（1）班团支部', shouldAttend: 7, present: 5, presentNames: ['团员m1', '团员m2', '团员m3', '团员m4', '团员m5'], absentNames: ['团员m6', '团员m7'],
    candidates: [{ name: `候选${made}`, number: expect.stringMatching(/^202651\d{6}$/), introducers: ['团员m1', '团员m2'], vote: { secret: true, for: 4, against: 1, passed: true, words: '同意', byName: 'w-secretary' } }],
  })
  expect(await meetingMinutes(context, branch, '2026-06-15-nothing-there')).toBeUndefined()
})

/** The store's write with the guard taken away. */
const unguarded: typeof meetingWrite = (table, next) => {
  const { Put } = meetingWrite(table, next)
  return { Put: { TableName: Put?.TableName as string, Item: Put?.Item as Item } }
}
const twoVotes = async (id: string, writeOf?: typeof meetingWrite) => {
  const who = [await candidate(), await candidate()]
  await meet(id, who)
  // Both have read the meeting and decided before either is written.
  const racing = apiOf(context, { recordVote: { ...meetingRoutes.recordVote, useCase: recordVoteBy(writeOf, together(2, appendApplicationStep)) } } as never)
  const replies = await Promise.all(who.map((personId) => racing('w-secretary', 'POST', at(id, '/votes'), { id: `vote-${personId}`, personId, secret: true, for: 5, against: 0, abstain: 0 })))
  return { statuses: replies.map(({ status }) => status), votes: (await readMeeting(context.table, branch, `2026-06-15-${id}`, true))?.votes.length, states: await Promise.all(who.map(stateOf)) }
}
test('two votes at once on two candidates both stand; control: without the condition one is lost from the meeting', async () => {
  expect(await twoVotes('meeting-race')).toEqual({ statuses: [200, 200], votes: 2, states: ['branch-voted', 'branch-voted'] })
  expect(await twoVotes('meeting-race-open', unguarded)).toMatchObject({ votes: 1, states: ['branch-voted', 'branch-voted'] })
})

const voteAndSave = async (id: string, replace?: typeof replaceMeeting) => {
  const who = await candidate()
  await meet(id, [who])
  const gate = together(2, async () => {})
  const racing = apiOf(context, {
    recordVote: { ...meetingRoutes.recordVote, useCase: recordVoteBy(undefined, async (...args) => { await gate(); return appendApplicationStep(...args) }) },
    saveMeeting: { ...meetingRoutes.saveMeeting, useCase: saveMeetingBy(async (...args) => { await gate(); await new Promise((done) => setTimeout(done, 200)); return (replace ?? replaceMeeting)(...args) }) },
  } as never)
  const [, saved] = await Promise.all([
    racing('w-secretary', 'POST', at(id, '/votes'), { id: `vote-${who}`, personId: who, secret: true, for: 5, against: 0, abstain: 0 }),
    racing('w-secretary', 'POST', at(id), { id: `save-late-${id}`, revision: 2, ...agenda, candidates: [who], roll: rollOf(7), besides: { should: 0, present: 0 } }),
  ])
  return { code: saved?.body.code, votes: (await readMeeting(context.table, branch, `2026-06-15-${id}`, true))?.votes.length }
}
test('a roll that was changed while a vote was counted by it is refused; control: without the condition the vote is gone from the meeting', async () => {
  expect(await voteAndSave('meeting-roll')).toEqual({ code: 'meeting-changed', votes: 1 })
  expect(await voteAndSave('meeting-roll-open', (table, next) => transact(table, [unguarded(table, next)]))).toEqual({ code: undefined, votes: 0 })
})
