import { keys } from '../../functions/store/keys'
import { readMembers } from '../../functions/store/members'
import { readMe } from '../../functions/store/people'
import { readStays } from '../../functions/store/stays'
import { getItem, type Item, putItem, TransactWriteCommand, writeAll } from '../../functions/store/table'
import { readTransfers } from '../../functions/store/transfers'
import { beginTurn } from '../../functions/store/turns'
import { foldRollUps } from '../../functions/use-cases/fold-roll-ups'
import { turnYearBy, undoTurn } from '../../functions/use-cases/turn-year'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'

const school = 'wangcang.s03'
const [one, two, three] = [`${school}.b01`, `${school}.b02`, `${school}.b03`]
/** A small school: each grade of senior middle school with its branch, and a member of the League in each. */
const classes = [[one, '高一（1）班'], [two, '高二（1）班'], [three, '高三（1）班']] as const
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await writeAll(context.table, [
    { ...keys.org(school), id: school, kind: 'school', name: '第三中学' },
    ...classes.map(([id, className]): Item => ({ ...keys.org(id), id, kind: 'branch', name: `${className}团支部`, classes: [className] })),
    ...classes.flatMap(([branch, className]): Item[] => ['a', 'b', 'c'].flatMap((letter) => {
      const personId = `${branch.slice(-3)}-${letter}`
      const league = letter === 'a' ? { leagueMember: { since: '2025-05-04' } } : {}
      return [{ ...keys.me(personId), personId, name: personId, birthDate: '2009-03-01', branch, className, roles: [{ name: 'student', scope: branch }], epoch: 1, ...league }, { ...keys.member(branch, personId), personId, name: personId, birthDate: '2009-03-01', className, ...league }]
    })),
    { ...keys.me('w-school-3'), personId: 'w-school-3', name: '三中团委', county: 'wangcang', roles: [{ name: 'committee', scope: school }], epoch: 1 },
  ])
  context.setNow('2026-08-25T02:00:00Z')
  call = apiOf(context, allRoutes)
}, 60_000)
afterEach(() => context.close())

const lines = [{ branch: one, className: '高一（1）班', to: { branch: one, className: '高二（1）班' } }, { branch: two, className: '高二（1）班', to: { branch: two, className: '高三（1）班' } }, { branch: three, className: '高三（1）班' }]
const names = [{ branch: one, name: '高二（1）班团支部' }, { branch: two, name: '高三（1）班团支部' }]
const turn = (more: object = {}, who = 'w-school-3') => call(who, 'POST', '/v1/turns', { id: 'turn-2026-1', org: school, lines, names, dryRun: false, ...more })
const undo = (who = 'w-school-3', turnId = 'turn-2026-1') => call(who, 'POST', '/v1/turns/undo', { org: school, turnId })
const show = async () => (await call('w-school-3', 'GET', `/v1/turns?org=${school}`)).body
const where = async () => Object.fromEntries((await Promise.all([one, two, three].map((branch) => readMembers(context.table, branch)))).flat().map(({ personId, pk, className, graduated }) => [personId, [pk.slice(-3), className, graduated]]))
const orgOf = async (id: string) => getItem<{ name: string; classes: string[] }>(context.table, keys.org(id), true)

test('what each class would become is suggested, and a dry run shows everybody and changes nothing', async () => {
  const before = await where()
  const shown = await show()
  expect(shown).toMatchObject({ schoolName: '第三中学', year: 2026, unplaced: 0, past: [] })
  expect(shown.classes).toEqual([{ branch: one, className: '高一（1）班', members: 3, leagueMembers: 1, to: { branch: one, className: '高二（1）班' } }, { branch: two, className: '高二（1）班', members: 3, leagueMembers: 1, to: { branch: two, className: '高三（1）班' } }, { branch: three, className: '高三（1）班', members: 3, leagueMembers: 1 }])
  expect(shown.branches.map(({ nextName }: { nextName: string }) => nextName)).toEqual(['高二（1）班团支部', '高三（1）班团支部', '高三（1）班团支部'])
  const dry = (await turn({ dryRun: true })).body
  expect(dry).toMatchObject({ dryRun: true, waiting: 9, branches: [{ branch: one, now: '高二（1）班团支部' }, { branch: two }, { branch: three }] })
  expect(dry.lines[2].people).toEqual([{ personId: 'b03-a', name: 'b03-a', leagueMember: true }, { personId: 'b03-b', name: 'b03-b', leagueMember: false }, { personId: 'b03-c', name: 'b03-c', leagueMember: false }])
  expect(await where()).toEqual(before)
})

test('everybody goes up one grade and no further; the last grade graduates, leaves the counts, and its members are to be transferred; again changes nothing', async () => {
  const first = await turn()
  expect(first.body).toMatchObject({ moved: 9, waiting: 0, turn: { state: 'done' } })
  const after = await where()
  expect(after).toMatchObject({ 'b01-a': ['b01', '高二（1）班', undefined], 'b02-b': ['b02', '高三（1）班', undefined], 'b03-a': ['b03', undefined, 2026], 'b03-c': ['b03', undefined, 2026] })
  expect((await turn()).body).toMatchObject({ moved: 0, waiting: 0, turn: { state: 'done' } })
  expect(await where()).toEqual(after)
  expect(await readMe(context.table, 'b01-a', true)).toMatchObject({ className: '高二（1）班' })
  expect((await readTransfers(context.table, school, 2026)).map(({ personId, state, className }) => [personId, state, className])).toEqual([['b03-a', 'to-do', '高三（1）班']])
  expect([await orgOf(one), await orgOf(three)]).toMatchObject([{ name: '高二（1）班团支部', classes: ['高二（1）班'] }, { classes: [] }])
  await foldRollUps(context, [one, two, three])
  expect((await call('w-school-3', 'GET', `/v1/dashboard?org=${school}`)).body.rollUp).toMatchObject({ members: 6, leagueMembers: 2 })
  expect((await call('w-school-3', 'GET', `/v1/members?org=${three}`)).body.items).toEqual([])
  expect((await call('w-school-3', 'GET', `/v1/branches/${three}/meeting-preparation`)).body.members).toEqual([])
  expect((await call('w-school-3', 'GET', `/v1/league-schools/${school}/people?branch=${three}`)).body.people).toEqual([])
  expect((await call('b03-a', 'GET', '/v1/messages')).body.items).toMatchObject([{ about: { kind: 'moved', how: 'graduated' } }])
  expect((await call('w-school-3', 'GET', '/v1/people/b03-a/stays')).body).toMatchObject({ graduated: 2026, items: [{ kind: 'graduated', from: { className: '高三（1）班' } }] })
  expect((await call('w-school-3', 'POST', '/v1/people/b03-a/moves', { id: 'move-grad-1', from: { branch: three }, to: two, why: '留级' })).body.code).toBe('has-graduated')
})

test('broken off, it goes on with the same request and takes nobody twice', async () => {
  // The clock runs out after the first four people.
  let read = 0
  const hurried = { ...context, now: () => context.now() + (++read > 8 ? 60_000 : 0) }
  const actor = { actor: (await readMe(context.table, 'w-school-3', true)) as never, identity: '' }
  const input = { id: 'turn-2026-1', org: school, lines, names, dryRun: false }
  const part = await turnYearBy()(hurried, input, actor)
  expect(part).toMatchObject({ turn: { state: 'running' } })
  const { moved, waiting } = part as { moved: number; waiting: number }
  expect([moved + waiting, waiting > 0, moved > 0]).toEqual([9, true, true])
  expect((await turn({ id: 'turn-2026-2' })).body).toMatchObject({ code: 'turn-open', detail: { state: 'running', conflict: { byName: '三中团委' } } })
  expect((await turn()).body).toMatchObject({ moved: waiting, waiting: 0 })
  for (const person of ['b01-a', 'b02-a', 'b03-a']) expect(await readStays(context.table, person)).toHaveLength(1)
})

test('undone within a day: everybody and every branch as before, but whoever was moved by hand since; the history keeps both', async () => {
  const before = await where()
  await turn()
  await call('w-school-3', 'POST', '/v1/people/b01-b/moves', { id: 'move-hand-1', from: { branch: one, className: '高二（1）班' }, to: two, why: '分班' })
  expect((await undo()).body).toMatchObject({ moved: 8, waiting: 0, stayed: 0, turn: { state: 'undone' } })
  expect(await where()).toEqual({ ...before, 'b01-b': ['b02', '高三（1）班', undefined] })
  expect(await readTransfers(context.table, school, 2026)).toEqual([])
  expect([await orgOf(one), await orgOf(three)]).toMatchObject([{ name: '高一（1）班团支部', classes: ['高一（1）班'] }, { classes: ['高三（1）班'] }])
  expect((await readStays(context.table, 'b03-a')).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['graduated', 'turned-back']))
  expect((await undo()).body).toMatchObject({ moved: 0, turn: { state: 'undone' } })
  expect((await turn()).body).toMatchObject({ moved: 0, turn: { state: 'undone' } })
  expect((await turn({ id: 'turn-2026-2' })).body.turn.state).toBe('done')
  expect((await show()).past).toMatchObject([{ turnId: 'turn-2026-1', state: 'undone' }])
})

test('undone while it still goes on: nobody stays behind in their new class', async () => {
  const before = await where()
  const as = { actor: (await readMe(context.table, 'w-school-3', true)) as never, identity: '' }
  const writing = (write: (send: () => Promise<unknown>) => Promise<unknown>): TestContext => {
    const doc = { send: (command: TransactWriteCommand) => { const send = () => context.table.doc.send(command); return command instanceof TransactWriteCommand ? write(send) : send() } } as typeof context.table.doc
    return { ...context, table: { ...context.table, doc } }
  }
  let [turned, read] = [() => {}, () => {}]
  const fourTurned = new Promise<void>((resolve) => { turned = resolve })
  const undoRead = new Promise<void>((resolve) => { read = resolve })
  // Its own beginning and four people; the others are written when the undoing has read who was taken along.
  let writes = 0
  const going = turnYearBy()(writing(async (send) => { if (++writes === 6) turned(); if (writes > 5) await undoRead; return send() }), { id: 'turn-2026-1', org: school, lines, names, dryRun: false }, as)
  await fourTurned
  const part = await undoTurn(writing(async (send) => { read(); await going; return send() }), { org: school, turnId: 'turn-2026-1' }, as)
  expect(part).toMatchObject({ moved: 4, waiting: 5, turn: { state: 'undoing' } })
  expect((await undo()).body).toMatchObject({ moved: 5, waiting: 0, turn: { state: 'undone' } })
  expect(await where()).toEqual(before)
})

test('a graduate whose transfer has begun stays one', async () => {
  await turn()
  await call('w-school-3', 'POST', '/v1/people/b03-a/transfer', { id: 'sent-00001', year: 2026, version: 1, what: { to: 'sent', destination: { kind: 'outside', name: '四川大学' }, sentOn: '2026-08-25' } })
  expect((await undo()).body).toMatchObject({ moved: 8, stayed: 1 })
  expect((await where())['b03-a']).toEqual(['b03', undefined, 2026])
})

test('after a day it stays', async () => {
  await turn()
  context.setNow('2026-08-26T02:00:01Z')
  expect((await undo()).body.code).toBe('turn-undo-over')
})

test.each<[string, object, string, string]>([
  ['a class that is not there', { lines: [{ branch: one, className: '高九（1）班' }] }, 'lines[0].className', 'unknown-class'], ['a class twice', { lines: [lines[0], lines[0]] }, 'lines[1].className', 'twice'],
  ['a branch of another school', { lines: [{ ...lines[0], to: { branch: 'wangcang.s01.b01', className: '高二（1）班' } }] }, 'lines[0].to.branch', 'not-a-branch'], ['a name of another school’s branch', { names: [{ branch: 'wangcang.s01.b01', name: '我的' }] }, 'names[0].branch', 'not-a-branch'],
])('%s names its field', async (_what, more, path, code) => {
  const before = await where()
  expect((await turn(more)).body).toMatchObject({ code: 'invalid-input', errors: [{ path, code }] })
  expect(await where()).toEqual(before)
})

test('the same id with other lines is a mistake', async () => {
  await turn()
  expect((await turn({ lines: [lines[0]] })).body.code).toBe('id-reused')
})

describe('two begun at once', () => {
  const race = async (begin: typeof beginTurn) => {
    const gated = together(2, begin)
    const begun = async (id: string) => turnYearBy(gated)(context, { id, org: school, lines, names: [], dryRun: false }, { actor: (await readMe(context.table, 'w-school-3', true)) as never, identity: '' })
    return Promise.all([begun('turn-of-one'), begun('turn-of-two')])
  }
  const grades = async () => new Set(Object.values(await where()).map(([, className]) => className))

  test('one is, the other is told; nobody goes up twice', async () => {
    // Whoever is second meets a turn that is under way, or one that is over and has no such classes any more.
    const refused = (await race(beginTurn)).filter((answer) => 'refused' in answer)
    expect(refused).toHaveLength(1)
    expect(['turn-open', 'invalid-input']).toContain((refused[0] as { refused: string }).refused)
    expect(await grades()).toEqual(new Set(['高二（1）班', '高三（1）班', undefined]))
    expect(await readStays(context.table, 'b01-a')).toHaveLength(1)
  })

  test('control: without the condition both are begun', async () => {
    const answers = await race(async (table, turned) => {
      await putItem(table, { ...keys.latestTurn(turned.school), ...turned })
      return true
    })
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([])
  })
})
