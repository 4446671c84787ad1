import { noticeVersion } from '@shared/model/consent'
import { accountEndpoints } from '@shared/contract/accounts'
import { type Identity, identityKey } from '../../functions/store/identities'
import { keys } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { getItem, putItem, queryAll } from '../../functions/store/table'
import { replaceTries, type Tries } from '../../functions/store/tries'
import { bindIdentityBy } from '../../functions/use-cases/bind-identity'
import { takeTryBy } from '../../functions/use-cases/binding-tries'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'
import { plainWeChat, weChatUser } from '../support/wechat-user'

let context: TestContext
let staff: ReturnType<typeof apiOf>
let user: ReturnType<typeof weChatUser>
const branch = 'wangcang.s01.b01'
beforeEach(async () => {
  context = await testContext({ wechat: plainWeChat })
  await smallWorld(context)
  staff = apiOf(context, allRoutes)
  user = weChatUser(context)
}, 60_000)
afterEach(() => context.close())

const issue = (personId: string, by = 'w-secretary') => staff(by, 'POST', `/v1/people/${personId}/binding-code`, { id: 'client-id-1' })
const codeFor = async (personId: string, by?: string) => (await issue(personId, by)).body.code as string
const unbind = (personId: string) => staff('w-secretary', 'DELETE', `/v1/people/${personId}/binding`)
const identity = (openId: string) => getItem<Identity>(context.table, identityKey(`wx-test#${openId}`), true)

describe('a code', () => {
  test('is stored as its hash alone, under nobody’s key who could read it', async () => {
    const code = await codeFor('w-student')
    const all = JSON.stringify([await readMe(context.table, 'w-student', true), await queryAll(context.table, { pk: keys.me('w-student').pk, prefix: '' })])
    expect(all).not.toContain(code)
    expect(all).not.toContain(code.replaceAll('-', ''))
  })
  test('is for the one person it was made for, once, whoever else comes', async () => {
    const code = await codeFor('w-student')
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(async (who) => user.bind((await user.signIn(who)).token, code)))
    expect(answers.filter(({ status }) => status === 201).map(({ body }) => body.person.personId)).toEqual(['w-student'])
    expect(answers.filter(({ status }) => status !== 201).every(({ body }) => ['binding-code-used', 'identity-bound', 'binding-code-invalid'].includes(body.code))).toBe(true)
    expect((await issue('w-student')).body.code).toBe('identity-bound')
  })
  test('for a student with a staff role comes from above that role, never from a peer', async () => {
    await putPerson(context, 'w-student-secretary', { branch, roles: [{ name: 'branch-secretary', scope: branch }] })
    expect((await issue('w-student-secretary')).status).toBe(403)
    expect((await issue('w-student-secretary', 'w-school')).status).toBe(201)
  })
})

describe('five codes that are none', () => {
  const wrong = (n: number) => `WRNG-WRNG-WRNG-${n}`
  test('stop the identity that tried them, also with a right code, and never the code’s owner', async () => {
    const code = await codeFor('w-student')
    const { token } = await user.signIn('guesser')
    for (let i = 2; i < 7; i++) expect((await user.bind(token, wrong(i))).body.code).toBe('binding-code-invalid')
    const refused = await user.bind(token, code)
    expect(refused).toMatchObject({ status: 429, body: { code: 'binding-tries-spent', detail: { again: '2026-06-16T02:00:00.000Z' } } })
    expect((await user.bind((await user.signIn('owner')).token, code)).status).toBe(201)
  })
  test('are forgotten one by one, 24 hours after each', async () => {
    const tries = async (at: string, n: number) => {
      context.setNow(at)
      const { token } = await user.signIn('slow')
      return user.bind(token, wrong(n))
    }
    for (const [i, at] of ['10:00', '11:00', '12:00', '13:00', '14:00'].entries()) await tries(`2026-06-15T${at}:00Z`, i + 2)
    expect((await tries('2026-06-16T09:59:59Z', 8)).body).toMatchObject({ code: 'binding-tries-spent', detail: { again: '2026-06-16T10:00:00.000Z' } })
    expect((await tries('2026-06-16T10:00:00Z', 8)).body.code).toBe('binding-code-invalid')
    expect((await tries('2026-06-16T10:00:01Z', 9)).body).toMatchObject({ code: 'binding-tries-spent', detail: { again: '2026-06-16T11:00:00.000Z' } })
  })
  test('a code of ours is no guess: right, used, ended or not yet to be used, it costs nothing', async () => {
    await putPerson(context, 'w-child', { branch, birthDate: '2014-01-01' })
    const [ended, child] = [await codeFor('w-student'), await codeFor('w-child')]
    const latest = await codeFor('w-student')
    const { token } = await user.signIn('patient')
    for (let i = 0; i < 4; i++) {
      expect((await user.bind(token, ended)).body.code).toBe('binding-code-invalid')
      expect((await user.bind(token, child)).body.code).toBe('guardian-consent-needed')
    }
    for (let i = 2; i < 6; i++) await user.bind(token, wrong(i))
    expect((await user.bind(token, latest)).status).toBe(201)
    // Nor does it wipe out what was guessed before: the fifth wrong one is the last.
    const again = await user.signIn('patient')
    expect((await user.bind(again.token, wrong(8))).body.code).toBe('binding-code-invalid')
    expect((await user.bind(again.token, wrong(9))).body.code).toBe('binding-tries-spent')
  })
  test('the count goes by itself a day after the last', async () => {
    await user.bind((await user.signIn('once')).token, wrong(2))
    expect(await getItem<Tries & { expiresAt: number }>(context.table, keys.tries('wx-test', 'open-once'), true)).toMatchObject({ expiresAt: Date.parse('2026-06-16T02:00:00Z') / 1000 })
  })

  /** Twelve guesses at once: how many were looked up. `replace` holds them all until each has read the count. */
  const race = async (replace: typeof replaceTries) => {
    const routes = { ...allRoutes, bindIdentity: { endpoint: accountEndpoints.bindIdentity, useCase: bindIdentityBy(takeTryBy(together(12, replace))) } }
    const racer = weChatUser(context, routes)
    const { token } = await racer.signIn('racer')
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => racer.bind(token, `RACE-RACE-RAC${'ABCDEFGHJKLM'[i]}-2`)))
    return answers.filter(({ body }) => body.code === 'binding-code-invalid').length
  }
  test('twelve at once are no more than five', async () => {
    expect(await race(replaceTries)).toBe(5)
  })
  test('control: without the condition all twelve are looked up', async () => {
    const unguarded: typeof replaceTries = async (table, key, read, tries, expiresAt) => {
      await putItem(table, { ...key, tries, n: (read?.n ?? 0) + 1, expiresAt })
      return true
    }
    expect(await race(unguarded)).toBe(12)
  })
})

describe('siblings', () => {
  const bindTwo = async () => {
    const first = (await user.bind((await user.signIn('family')).token, await codeFor('w-student'))).body
    const second = (await user.bind(first.token, await codeFor('w-classmate'))).body
    return { first, second }
  }
  const people = async (token: string) => (await user.call(token, 'GET', '/v1/session/people')).body

  test('share an identity: the second is bound from the first one’s session, with a consent of their own, and both sessions stand', async () => {
    const { first, second } = await bindTwo()
    expect(second.person.personId).toBe('w-classmate')
    for (const { token, person } of [first, second]) expect((await user.call(token, 'GET', '/v1/home')).body.person.personId).toBe(person.personId)
    expect(await people(first.token)).toEqual({ people: [{ personId: 'w-student', name: 'w-student', branchName: expect.any(String) }, { personId: 'w-classmate', name: 'w-classmate', branchName: expect.any(String) }], bound: true, joined: 0 })
    for (const who of ['w-student', 'w-classmate']) expect(await queryAll(context.table, { pk: keys.me(who).pk, prefix: 'N#', consistent: true })).toMatchObject([{ version: noticeVersion }])
  })
  test('without consent the second is not bound', async () => {
    const first = (await user.bind((await user.signIn('family')).token, await codeFor('w-student'))).body
    expect((await user.call(first.token, 'POST', '/v1/binding', { code: await codeFor('w-classmate') })).body.code).toBe('consent-needed')
  })
  test('switch to each other and to nobody else; the sign-in opens whom was used last', async () => {
    const { second } = await bindTwo()
    expect((await user.signIn('family')).person.personId).toBe('w-classmate')
    const switched = await user.call(second.token, 'POST', '/v1/session/switch', { personId: 'w-student' })
    expect(switched).toMatchObject({ status: 201, body: { person: { personId: 'w-student', roles: [{ name: 'student' }] } } })
    expect((await user.signIn('family')).person.personId).toBe('w-student')
    for (const personId of ['w-student-b02', 'w-secretary', 'nobody']) expect((await user.call(second.token, 'POST', '/v1/session/switch', { personId })).body.code).toBe('not-found')
    const stranger = (await user.bind((await user.signIn('stranger')).token, await codeFor('w-student-b02', 'w-school'))).body
    expect((await user.call(stranger.token, 'POST', '/v1/session/switch', { personId: 'w-student' })).body.code).toBe('not-found')
  })
  test('one is unbound, the other stays; the last one leaves nothing', async () => {
    const { first, second } = await bindTwo()
    await unbind('w-classmate')
    expect((await user.call(second.token, 'GET', '/v1/home')).body.code).toBe('session-ended')
    expect((await user.call(first.token, 'GET', '/v1/home')).status).toBe(200)
    expect((await user.call(first.token, 'POST', '/v1/session/switch', { personId: 'w-classmate' })).body.code).toBe('not-found')
    expect((await user.signIn('family')).person.personId).toBe('w-student')
    expect((await unbind('w-student')).body).toEqual({ unbound: true })
    expect((await unbind('w-student')).body).toEqual({ unbound: true })
    expect((await user.signIn('family')).person).toBeNull()
    expect(await identity('open-family')).toBeUndefined()
    // And they may come back, to the same identity or another.
    expect((await user.bind((await user.signIn('family')).token, await codeFor('w-student'))).status).toBe(201)
  })
  test('are five at most', async () => {
    let { token } = await user.signIn('large')
    for (let i = 0; i < 6; i++) {
      await putPerson(context, `w-child-${i}`, { branch })
      const bound = await user.bind(token, await codeFor(`w-child-${i}`))
      expect(bound.status === 201 ? 'bound' : bound.body.code).toBe(i < 5 ? 'bound' : 'identity-full')
      token = bound.body.token ?? token
    }
  })
  test('six bound at once are five, and the identity names exactly those who were', async () => {
    const { token } = await user.signIn('large')
    const codes = await Promise.all(Array.from({ length: 6 }, async (_, i) => {
      await putPerson(context, `w-child-${i}`, { branch })
      return codeFor(`w-child-${i}`)
    }))
    const answers = await Promise.all(codes.map((code) => user.bind(token, code)))
    const bound = answers.flatMap(({ status, body }) => (status === 201 ? [body.person.personId] : []))
    expect(answers.map(({ status, body }) => (status === 201 ? 'bound' : body.code)).sort()).toEqual(['bound', 'bound', 'bound', 'bound', 'bound', 'identity-full'])
    expect([...((await identity('open-large'))?.people ?? [])].sort()).toEqual(bound.sort())
    for (const personId of bound) expect((await readMe(context.table, personId, true))?.identity).toBe('wx-test#open-large')
  })
  test('an identity from before there were siblings is read, and takes a second one', async () => {
    await putItem(context.table, { ...(await readMe(context.table, 'w-student', true)), ...keys.me('w-student'), identity: 'wx-test#open-old' })
    await putItem(context.table, { ...identityKey('wx-test#open-old'), personId: 'w-student' })
    const old = await user.signIn('old')
    expect(old.person.personId).toBe('w-student')
    expect((await people(old.token)).people).toHaveLength(1)
    expect((await user.call(old.token, 'POST', '/v1/session/switch', { personId: 'w-student' })).status).toBe(201)
    expect((await user.bind(old.token, await codeFor('w-classmate'))).status).toBe(201)
    expect(await identity('open-old')).toMatchObject({ people: ['w-student', 'w-classmate'] })
  })
})

describe('slips', () => {
  const slips = (body: object, by = 'w-secretary') => staff(by, 'POST', '/v1/binding-codes', { id: 'client-id-1', org: branch, ...body })
  test('each member who is not bound gets a new code, the earlier one ends, those under 14 are marked', async () => {
    await putPerson(context, 'w-child', { branch, birthDate: '2014-01-01' })
    const before = await codeFor('w-student')
    await user.bind((await user.signIn('classmate')).token, await codeFor('w-classmate'))
    const { status, body } = await slips({})
    expect(status).toBe(201)
    expect(body).toMatchObject({ bound: 1, elsewhere: [], expiresAt: '2026-06-22T02:00:00.000Z' })
    expect(body.slips.map(({ personId, guardianNeeded = false }: { personId: string; guardianNeeded?: boolean }) => [personId, guardianNeeded])).toEqual([['w-child', true], ['w-student', false]])
    const { token } = await user.signIn('student')
    expect((await user.bind(token, before)).body.code).toBe('binding-code-invalid')
    expect((await user.bind(token, body.slips[1].code)).body.person.personId).toBe('w-student')
    await staff('w-secretary', 'POST', '/v1/people/w-child/guardian-consent', { id: 'attested-1', version: noticeVersion, how: 'paper' })
    expect((await slips({})).body.slips).toEqual([{ personId: 'w-child', name: 'w-child', className: '初三（1）班', code: expect.any(String) }])
  })
  test('of one class; of a branch only', async () => {
    await putPerson(context, 'w-other', { branch })
    await putItem(context.table, { ...keys.member(branch, 'w-other'), personId: 'w-other', name: 'w-other', birthDate: '2010-03-01', className: '初三（9）班' })
    expect((await slips({ className: '初三（9）班' })).body.slips.map(({ personId }: { personId: string }) => personId)).toEqual(['w-other'])
    expect((await slips({ org: 'wangcang.s01' }, 'w-school')).body).toMatchObject({ code: 'invalid-input', errors: [{ path: 'org', code: 'not-a-branch' }] })
  })
  test('who holds a staff role is named, and gets none from a peer', async () => {
    await putPerson(context, 'w-student-secretary', { branch, roles: [{ name: 'branch-secretary', scope: branch }] })
    expect((await slips({})).body).toMatchObject({ elsewhere: ['w-student-secretary'] })
    expect((await slips({}, 'w-school')).body).toMatchObject({ elsewhere: [] })
  })
  test('a hundred a call, and on from there: everyone once', async () => {
    for (let i = 0; i < 130; i++) await putPerson(context, `w-many-${i}`, { branch })
    const seen: string[] = []
    let after: string | undefined
    let calls = 0
    do {
      const { body } = await slips({ ...(after && { after }) })
      expect(body.slips.length).toBeLessThanOrEqual(100)
      seen.push(...body.slips.map(({ personId }: { personId: string }) => personId))
      after = body.next
      calls++
    } while (after)
    expect(calls).toBe(2)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(132)
  }, 60_000)
})
