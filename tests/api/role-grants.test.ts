import { noticeVersion } from '@shared/model/consent'
import { roleNames } from '@shared/model/role'
import { mayGrant } from '@shared/rules/may-grant'
import fc from 'fast-check'
import { appOf } from '../../functions/http/app'
import { lambdaHandler } from '../../functions/http/lambda'
import { peopleRoutes } from '../../functions/http/routes/people'
import { roleRoutes } from '../../functions/http/routes/roles'
import { sessionRoutes } from '../../functions/http/routes/session'
import { keys, rolesPartition } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { appendRoleStep } from '../../functions/store/role-trail'
import { queryAll } from '../../functions/store/table'
import { type AppendRoleStep, decideGrant } from '../../functions/use-cases/decide-role-grant'
import { takeRole } from '../../functions/use-cases/remove-role'
import { issueToken } from '../../functions/use-cases/session-token'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { jsonEvent } from '../support/http-event'
import { together } from '../support/together'

const [county, school, branch, home] = ['wangcang', 'wangcang.s01', 'wangcang.s01.b01', 'wangcang.t01.home']
const routes = { ...roleRoutes, ...peopleRoutes, ...sessionRoutes }
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext({ wechat: { exchange: async (code) => ({ openId: `open-${code}`, sessionKey: 'k' }), exchangeWeb: async () => ({ refused: 'sign-in-code-invalid' }) } })
  await smallWorld(context)
  await putPerson(context, 'w-county-2', { roles: [{ name: 'county-committee', scope: county }] })
  call = apiOf(context, routes)
}, 60_000)
afterEach(() => context.close())

let made = 0
const newId = () => `client-${String(++made).padStart(6, '0')}`
interface Proposal { id?: string; personId?: string; newPerson?: { name: string }; role?: string; scope?: string; why?: string }
const propose = (who: string, { id = newId(), role = 'branch-secretary', scope = branch, why = '支部推选', ...whom }: Proposal = {}) =>
  call(who, 'POST', '/v1/role-grants', { id, role, scope, why, ...(whom.newPerson ? whom : { personId: 'w-classmate', ...whom }) })
const proposed = async (who = 'w-school', proposal: Proposal = {}): Promise<string> => {
  const reply = await propose(who, proposal)
  expect(reply.status).toBe(201)
  return reply.body.grantId
}
const decide = (who: string, grantId: string, to = 'approved', { id = newId(), ...more }: { id?: string; why?: string } = {}) => call(who, 'POST', `/v1/role-grants/${grantId}/decisions`, { id, to, ...more })
const remove = (who: string, personId: string, role: string, scope: string, why = '换届') => call(who, 'DELETE', `/v1/people/${personId}/roles/${role}/${scope}?why=${encodeURIComponent(why)}`)
const rolesOf = async (personId: string) => (await readMe(context.table, personId, true))?.roles
const list = async (who = 'w-county', org = county) => (await call(who, 'GET', `/v1/role-grants?org=${org}`)).body
const holders = async (who = 'w-county', org = county) => (await call(who, 'GET', `/v1/role-holders?org=${org}&limit=100`)).body.items
const trail = async () => (await queryAll<{ n: number; kind: string }>(context.table, { pk: rolesPartition(county), prefix: 'T#', consistent: true })).map(({ n, kind }) => `${n} ${kind}`)
const asStudent = { name: 'student', scope: branch }
const secretary = { name: 'branch-secretary', scope: branch }

test('a role takes effect when a second person approves it, with the end of the sessions of before; the trail says who, when and why', async () => {
  const session = (await issueToken(context, { personId: 'w-classmate', epoch: 1 })).token
  const renew = async () => (await lambdaHandler(appOf(context, sessionRoutes))(jsonEvent('POST', '/v1/session/renew', { token: session }))).statusCode
  const reply = await propose('w-school')
  expect(reply).toMatchObject({
    status: 201,
    body: { grantId: 'wangcang~1', personId: 'w-classmate', name: 'w-classmate', newPerson: false, role: 'branch-secretary', scope: branch, scopeName: '第一中学初三（1）班团支部', why: '支部推选', byName: 'w-school', at: '2026-06-15T02:00:00.000Z', expiresAt: '2026-06-29T02:00:00.000Z', lapsed: false, mine: true, mayDecide: false },
  })
  expect(await rolesOf('w-classmate')).toEqual([asStudent])
  expect(await renew()).toBe(201)
  expect((await list()).open).toMatchObject([{ grantId: 'wangcang~1', mine: false, mayDecide: true }])

  context.setNow('2026-06-15T02:10:00Z')
  const approved = await decide('w-county', 'wangcang~1', 'approved', { why: '同意' })
  expect(approved).toMatchObject({ status: 201, body: { step: { n: 2, kind: 'approved', byName: 'w-county', at: '2026-06-15T02:10:00.000Z', proposal: 1, why: '同意' } } })
  expect(approved.body.bindingCode).toBeUndefined()
  expect(await rolesOf('w-classmate')).toEqual([asStudent, secretary])
  expect(await readMe(context.table, 'w-classmate', true)).toMatchObject({ epoch: 2 })
  expect(await renew()).toBe(401)
  expect(await list()).toMatchObject({ open: [], items: [{ n: 2, kind: 'approved', byName: 'w-county' }, { n: 1, kind: 'proposed', byName: 'w-school', why: '支部推选', name: 'w-classmate' }] })
  expect((await holders('w-school', school)).map(({ personId, since }: { personId: string; since?: string }) => [personId, since])).toEqual([['w-school', undefined], ['w-classmate', '2026-06-15T02:10:00.000Z'], ['w-secretary', undefined], ['w-secretary-b02', undefined]])
})

describe('who may propose', () => {
  test.each([
    ['w-county', 'county-committee', county, 201], ['w-county', 'committee', school, 201], ['w-county', 'branch-secretary', branch, 201], ['w-county', 'home-manager', home, 201],
    ['w-school', 'branch-secretary', branch, 201], ['w-township', 'home-manager', home, 201],
    ['w-school', 'committee', school, 403], ['w-school', 'county-committee', county, 403], ['w-school', 'home-manager', home, 403], ['w-school', 'branch-secretary', 'wangcang.s02.b01', 403], ['w-township', 'committee', 'wangcang.t01', 403],
    ['w-secretary', 'branch-secretary', branch, 403], ['w-manager', 'home-manager', home, 403], ['w-student', 'branch-secretary', branch, 403],
    ['q-county', 'branch-secretary', branch, 403], ['w-county', 'county-committee', 'qingchuan', 403],
  ])('%s: %s over %s → %i', async (who, role, scope, status) => {
    const before = await trail()
    expect((await propose(who, { role, scope })).status).toBe(status)
    expect(await rolesOf('w-classmate')).toEqual([asStudent])
    if (status !== 201) expect(await trail()).toEqual(before)
  })

  test('and whoever may propose may approve somebody else’s, nobody else may', async () => {
    const grantId = await proposed('w-county')
    for (const who of ['w-secretary', 'w-township', 'q-county', 'q-school', 'w-student']) expect(await decide(who, grantId)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect((await decide('w-school', grantId)).status).toBe(201)
    const committee = await proposed('w-county', { role: 'committee', scope: 'wangcang.s02' })
    expect((await decide('w-school', committee)).status).toBe(403)
    expect((await decide('w-county-2', committee)).status).toBe(201)
  })

  test('never beyond one’s own scope, whatever the roles', () => {
    const scopes = ['wangcang', 'wangcang.s01', 'wangcang.s010', 'wangcang.s01.b01', 'wangcang.t01.home', 'qingchuan', 'qingchuan.s01']
    const role = fc.record({ name: fc.constantFrom(...roleNames), scope: fc.constantFrom(...scopes) })
    fc.assert(fc.property(fc.array(role, { maxLength: 4 }), fc.constantFrom('home-manager', 'branch-secretary', 'committee', 'county-committee'), fc.constantFrom(...scopes), (held, wanted, scope) => {
      if (!mayGrant(held, wanted as 'committee', scope)) return
      const above = held.filter((one) => `${scope}.`.startsWith(`${one.scope}.`))
      const county = above.some(({ name }) => name === 'county-committee')
      const below = above.some((one) => one.name === 'committee' && one.scope !== scope) && ['home-manager', 'branch-secretary'].includes(wanted)
      expect(county || below).toBe(true)
    }))
  })
})

describe('two people, and neither for themselves', () => {
  test.each([
    ['proposes themselves', async () => propose('w-county', { personId: 'w-county', role: 'committee', scope: school })],
    ['approves what they proposed', async () => decide('w-school', await proposed('w-school'))],
    ['refuses what they proposed', async () => decide('w-school', await proposed('w-school'), 'refused')],
    ['approves themselves', async () => decide('w-school', await proposed('w-county', { personId: 'w-school' }))],
    ['removes their own', async () => remove('w-county', 'w-county', 'county-committee', county)],
  ])('nobody %s', async (_what, attempt) => {
    const before = [await rolesOf('w-county'), await rolesOf('w-school'), await rolesOf('w-classmate')]
    expect(await attempt()).toMatchObject({ status: 403, body: { code: 'own-role' } })
    expect([await rolesOf('w-county'), await rolesOf('w-school'), await rolesOf('w-classmate')]).toEqual(before)
  })

  test('only the proposer withdraws; what is withdrawn or refused stays so', async () => {
    const grantId = await proposed()
    expect((await decide('w-county', grantId, 'withdrawn')).body.code).toBe('not-allowed')
    expect((await decide('w-school', grantId, 'withdrawn')).status).toBe(201)
    expect(await decide('w-county', grantId)).toMatchObject({ status: 409, body: { code: 'grant-not-open', detail: { state: 'withdrawn', byName: 'w-school' } } })
    const refused = await proposed()
    expect((await decide('w-county', refused, 'refused', { why: '再看看' })).status).toBe(201)
    expect((await decide('w-county-2', refused)).body.detail).toEqual({ state: 'refused', byName: 'w-county' })
    expect(await rolesOf('w-classmate')).toEqual([asStudent])
  })
})

test.each([
  ['nobody', { personId: undefined }, 'personId', 'required'],
  ['a person and a new one', { newPerson: { name: '何老师' }, personId: 'w-classmate' }, 'personId', 'required'],
  ['someone of another county', { personId: 'q-student' }, 'personId', 'unknown'],
  ['nobody known', { personId: 'w-nobody' }, 'personId', 'unknown'],
  ['a branch secretary over a school', { scope: school }, 'scope', 'wrong-kind'],
  ['a home’s manager over a branch', { role: 'home-manager' }, 'scope', 'wrong-kind'],
  ['a committee over a branch', { role: 'committee' }, 'scope', 'wrong-kind'],
  ['an unknown branch', { scope: 'wangcang.s01.b99' }, 'scope', 'unknown'],
  ['a student', { role: 'student' }, 'role', 'invalid-value'],
  ['no reason', { why: ' ' }, 'why', 'too-small'],
  ['a nameless person', { newPerson: { name: '' } }, 'newPerson.name', 'too-small'],
])('%s: refused by its field, and nothing is written', async (_what, proposal, path, code) => {
  expect(await propose('w-county', proposal as Proposal)).toMatchObject({ status: 400, body: { code: 'invalid-input', errors: [{ path, code }] } })
  expect(await trail()).toEqual([])
})

test('the same id gives the same answer, with other content it is refused; a role that is held or proposed is not proposed again', async () => {
  const id = newId()
  const first = await propose('w-school', { id })
  expect(await propose('w-school', { id })).toEqual(first)
  expect((await propose('w-school', { id, why: '别的' })).body.code).toBe('id-reused')
  expect((await propose('w-county', { id })).body).toMatchObject({ code: 'role-held', detail: { state: 'proposed' } })
  const decision = newId()
  const approved = await decide('w-county', first.body.grantId, 'approved', { id: decision })
  expect(await decide('w-county', first.body.grantId, 'approved', { id: decision })).toEqual(approved)
  expect((await decide('w-county', first.body.grantId, 'refused', { id: decision })).body.code).toBe('id-reused')
  expect((await propose('w-county')).body).toMatchObject({ code: 'role-held', detail: { state: 'held' } })
  expect(await trail()).toEqual(['1 proposed', '2 approved'])
})

test.each([['2026-06-29T02:00:00.000Z', 201], ['2026-06-29T02:00:00.001Z', 409]])('a proposal of 15 June, 02:00 approved at %s → %i', async (now, status) => {
  const grantId = await proposed()
  context.setNow(now)
  expect((await list()).open).toHaveLength(status === 201 ? 1 : 0)
  const reply = await decide('w-county', grantId)
  expect(reply.status).toBe(status)
  if (status === 409) expect(reply.body).toMatchObject({ code: 'grant-not-open', detail: { state: 'expired' } })
  if (status === 409) expect((await propose('w-school')).status).toBe(201)
})

describe('someone new', () => {
  const teacher = { newPerson: { name: '何老师' }, role: 'committee', scope: 'wangcang.s02' }
  test('has no account before the approval, and a code with it that binds', async () => {
    const { grantId, personId } = (await propose('w-county', teacher)).body
    expect(await readMe(context.table, personId, true)).toBeUndefined()
    const { bindingCode } = (await decide('w-county-2', grantId)).body
    expect(await readMe(context.table, personId, true)).toMatchObject({ name: '何老师', county, roles: [{ name: 'committee', scope: 'wangcang.s02' }], epoch: 1 })
    const { token } = (await call(undefined, 'POST', '/v1/session', { provider: 'wechat', code: 'teacher' })).body
    const bound = await lambdaHandler(appOf(context, routes))(jsonEvent('POST', '/v1/binding', { token, body: { code: bindingCode.code, consent: { version: noticeVersion } } }))
    expect([bound.statusCode, JSON.parse(bound.body ?? '').person]).toMatchObject([201, { personId, name: '何老师', roles: [{ name: 'committee', scope: 'wangcang.s02' }] }])
    expect((await holders()).find((one: { personId: string }) => one.personId === personId)).toMatchObject({ bound: true, branch: false, mayCode: false, mayUnbind: true, mayRemove: true })
  })
  test('is nobody where the proposal is refused', async () => {
    const { grantId, personId } = (await propose('w-county', teacher)).body
    await decide('w-county-2', grantId, 'refused')
    expect(await readMe(context.table, personId, true)).toBeUndefined()
  })
  test('belongs to the county also when the last role is gone: a role can be given anew', async () => {
    const { grantId, personId } = (await propose('w-county', teacher)).body
    await decide('w-county-2', grantId)
    expect((await remove('w-county', personId, 'committee', 'wangcang.s02')).body).toEqual({ roles: [] })
    expect((await propose('w-county', { personId, role: 'committee', scope: 'wangcang.s02' })).status).toBe(201)
    // Of those that were there before the trail, too.
    await remove('w-county', 'w-manager', 'home-manager', home)
    expect((await propose('w-county', { personId: 'w-manager', role: 'home-manager', scope: home })).status).toBe(201)
  })
})

describe('codes of staff without a branch', () => {
  const code = (who: string, personId: string, role: string, scope: string) => call(who, 'POST', `/v1/people/${personId}/roles/${role}/${scope}/binding-code`, { id: newId() })
  const unbind = (who: string, personId: string, role: string, scope: string) => call(who, 'DELETE', `/v1/people/${personId}/roles/${role}/${scope}/binding`)
  test.each([
    ['w-township', 'w-manager', 'home-manager', home, 201], ['w-county', 'w-manager', 'home-manager', home, 201], ['w-county', 'w-county-2', 'county-committee', county, 403],
    ['w-school', 'w-manager', 'home-manager', home, 403], ['w-county', 'w-county', 'county-committee', county, 403], ['w-school', 'w-school', 'committee', school, 403], ['w-secretary', 'w-secretary-b02', 'branch-secretary', branch, 403],
    ['w-county', 'w-manager', 'home-manager', 'wangcang.t02.home', 404], ['q-county', 'w-manager', 'home-manager', home, 403],
  ])('%s for %s, %s over %s → %i', async (who, personId, role, scope, status) => {
    expect((await code(who, personId, role, scope)).status).toBe(status)
    expect(await trail()).toEqual(status === 201 ? ['1 code-issued'] : [])
  })
  test('no approver gets the code of their equal: who bound it would be two approvers', async () => {
    const { grantId, personId } = (await propose('w-county', { newPerson: { name: '石老师' }, role: 'county-committee', scope: county })).body
    const reply = await decide('w-county-2', grantId)
    expect([reply.status, reply.body.bindingCode]).toEqual([201, undefined])
    expect((await code('w-county-2', personId, 'county-committee', county)).body.code).toBe('not-allowed')
    expect((await holders()).find((one: { personId: string }) => one.personId === personId)).toMatchObject({ bound: false, mayCode: false, mayUnbind: false, mayRemove: true })
  })
  test('those with a branch get theirs from it; a county secretary is not unbound by another', async () => {
    await decide('w-county', await proposed())
    expect((await code('w-county', 'w-classmate', 'branch-secretary', branch)).body.code).toBe('not-allowed')
    expect((await unbind('w-county', 'w-county-2', 'county-committee', county)).body.code).toBe('not-allowed')
    expect((await unbind('w-township', 'w-manager', 'home-manager', home)).body).toEqual({ unbound: true })
  })
})

test('the trail is of the organisation asked for and below, page by page, newest first; of another county nothing', async () => {
  for (const [i, scope] of [branch, 'wangcang.s02.b01', 'wangcang.s01.b02', branch, 'wangcang.s02.b01'].entries()) await proposed('w-county', { scope, personId: ['w-student', 'w-classmate'][i % 2] as string })
  const pages: number[][] = []
  let cursor: string | undefined
  do {
    const { items, next } = (await call('w-county', 'GET', `/v1/role-grants?org=${county}&limit=2${cursor ? `&cursor=${cursor}` : ''}`)).body
    pages.push(items.map(({ n }: { n: number }) => n))
    cursor = next
  } while (cursor)
  expect(pages.flat()).toEqual([5, 4, 3, 2, 1])
  expect((await list('w-school', school)).items.map(({ n }: { n: number }) => n)).toEqual([4, 3, 1])
  expect((await list('w-school', school)).open.map(({ grantId }: { grantId: string }) => grantId)).toEqual(['wangcang~1', 'wangcang~3', 'wangcang~4'])
  expect((await call('w-school', 'GET', `/v1/role-grants?org=${county}`)).status).toBe(403)
  expect(await list('q-county', 'qingchuan')).toEqual({ items: [], open: [], countySecretaries: 1 })
})

test('a role that is taken away is in the trail, ends the sessions and the proposals of whoever had it; the same again changes nothing', async () => {
  const grantId = await proposed('w-school')
  expect((await remove('w-county', 'w-school', 'committee', school)).body).toEqual({ roles: [] })
  expect(await readMe(context.table, 'w-school', true)).toMatchObject({ roles: [], epoch: 2 })
  expect((await list()).open).toMatchObject([{ grantId, lapsed: true }])
  expect((await decide('w-county', grantId)).body).toMatchObject({ code: 'grant-not-open', detail: { state: 'lapsed' } })
  expect((await decide('w-county', grantId, 'refused')).status).toBe(201)
  expect((await remove('w-county', 'w-school', 'committee', school)).status).toBe(200)
  expect(await trail()).toEqual(['1 proposed', '2 removed', '3 refused'])
  expect((await list()).items[1]).toMatchObject({ kind: 'removed', name: 'w-school', why: '换届', byName: 'w-county' })
  expect((await holders()).map(({ personId }: { personId: string }) => personId)).not.toContain('w-school')
  expect((await call('w-county', 'DELETE', `/v1/people/w-manager/roles/home-manager/${home}`)).body.errors).toMatchObject([{ path: 'why' }])
})

describe('races', () => {
  /** The guard taken away: the second step takes a number of its own, and the account as it is by then. */
  const unguarded = (): AppendRoleStep => {
    let calls = 0
    return async (table, step, { change, ...more } = {}) => {
      const me = change && 'me' in change ? await readMe(table, step.personId, true) : undefined
      return appendRoleStep(table, { ...step, n: step.n + calls++ }, { ...more, ...(change && { change: me ? { ...change, me } : change }) } as never)
    }
  }
  const inTurn = (append: AppendRoleStep): AppendRoleStep => {
    let last: Promise<unknown> = Promise.resolve()
    return (...args) => {
      const mine = last.then(() => append(...args))
      last = mine
      return mine
    }
  }
  const race = (append: AppendRoleStep): AppendRoleStep => together(2, append) as AppendRoleStep
  const control = () => race(inTurn(unguarded()))
  const approve = (grantId: string, by: string, append: AppendRoleStep) => decideGrant(context, { grantId, id: newId(), to: 'approved' }, by, append)

  const twoApprovers = async (append: AppendRoleStep) => {
    const grantId = await proposed()
    const results = await Promise.all(['w-county', 'w-county-2'].map((who) => approve(grantId, who, append)))
    return { results, roles: await rolesOf('w-classmate') }
  }
  test('two approvers at once: one gives the role, the other hears who did', async () => {
    const { results, roles } = await twoApprovers(race(appendRoleStep))
    const [refused] = results.filter((result) => 'refused' in result)
    const [step] = results.filter((result) => 'kind' in result)
    expect(refused).toEqual({ refused: 'grant-not-open', detail: { state: 'approved', byName: (step as { byName: string }).byName } })
    expect(roles).toEqual([asStudent, secretary])
    expect(await trail()).toEqual(['1 proposed', '2 approved'])
  })
  test('control: without the guard the role is given twice', async () => {
    expect((await twoApprovers(control())).roles).toEqual([asStudent, secretary, secretary])
  })

  const againstWithdrawal = async (append: AppendRoleStep) => {
    const grantId = await proposed()
    await Promise.all([approve(grantId, 'w-county', append), decideGrant(context, { grantId, id: newId(), to: 'withdrawn' }, 'w-school', append)])
    const kinds = (await trail()).slice(1).map((one) => one.split(' ')[1])
    return { kinds, given: (await rolesOf('w-classmate'))?.length === 2 }
  }
  test('approved and withdrawn at once: one of the two stands, and the role with it', async () => {
    const { kinds, given } = await againstWithdrawal(race(appendRoleStep))
    expect(kinds).toEqual([given ? 'approved' : 'withdrawn'])
  })
  test('control: without the guard both stand', async () => {
    expect((await againstWithdrawal(control())).kinds.sort()).toEqual(['approved', 'withdrawn'])
  })

  /** The proposer's role goes first; the approval has read before and writes after. */
  const againstRemoval = async (append: AppendRoleStep) => {
    const grantId = await proposed()
    let removed = false
    const result = await approve(grantId, 'w-county-2', async (...args) => {
      if (!removed) {
        removed = true
        expect(await takeRole(context, { personId: 'w-school', role: 'committee', scope: school, why: '调离' }, 'w-county')).toEqual([])
      }
      return append(...args)
    })
    return { result, given: (await rolesOf('w-classmate'))?.length === 2 }
  }
  test('the proposer’s role is taken away while it is approved: it is not given', async () => {
    expect(await againstRemoval(appendRoleStep)).toEqual({ result: { refused: 'grant-not-open', detail: { state: 'lapsed' } }, given: false })
  })
  test('control: without the guard it is given on a word that no longer counts', async () => {
    const later: AppendRoleStep = (table, step, more) => appendRoleStep(table, { ...step, n: step.n + 1 }, more)
    expect(await againstRemoval(later)).toMatchObject({ result: { kind: 'approved' }, given: true })
  })

  const eachOther = async (append: AppendRoleStep) => {
    const of = (personId: string) => ({ personId, role: 'county-committee' as const, scope: county, why: '调离' })
    return Promise.all([takeRole(context, of('w-county-2'), 'w-county', append), takeRole(context, of('w-county'), 'w-county-2', append)])
  }
  const holdersLeft = async () => (await queryAll(context.table, { pk: rolesPartition(county), prefix: `H#${county}#county-committee#`, consistent: true })).length
  test('two secretaries who remove each other: one is left', async () => {
    expect(await eachOther(race(appendRoleStep))).toContainEqual({ refused: 'not-allowed' })
    expect(await holdersLeft()).toBe(1)
  })
  test('control: without the guard the county has none', async () => {
    await eachOther(control())
    expect(await holdersLeft()).toBe(0)
  })

  test('ten proposals at once, numbered without gaps', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, (_, i) => propose('w-county', { newPerson: { name: `老师${i}` }, scope: 'wangcang.s02', role: 'committee' })))
    expect(people.map(({ status }) => status)).toEqual(people.map(() => 201))
    expect(await trail()).toEqual(people.map((_, i) => `${i + 1} proposed`))
  })
})

test('what one transaction cannot write is not written at all: an account that changed between is read again', async () => {
  const grantId = await proposed()
  let first = true
  const step = await decideGrant(context, { grantId, id: newId(), to: 'approved' }, 'w-county', async (table, next, more) => {
    const stale = more?.change && 'me' in more.change ? { ...more, change: { ...more.change, me: { ...more.change.me, roles: [] } } } : more
    const written = await appendRoleStep(table, next, first ? stale : more)
    if (first) expect([written, await trail(), await rolesOf('w-classmate'), (await queryAll(table, { pk: keys.roleHolder(branch, 'branch-secretary', 'w-classmate').pk, prefix: `H#${branch}#branch-secretary#w-classmate` })).length]).toEqual([false, ['1 proposed'], [asStudent], 0])
    first = false
    return written
  })
  expect(step).toMatchObject({ kind: 'approved' })
  expect(await rolesOf('w-classmate')).toEqual([asStudent, secretary])
})
