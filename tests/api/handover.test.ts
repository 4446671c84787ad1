import { createHash } from 'node:crypto'
import { publicKeyOf } from '@shared/pass/make-pass'
import { keys, rolesPartition } from '../../functions/store/keys'
import { readMe } from '../../functions/store/people'
import { getItem, putItem, queryAll } from '../../functions/store/table'
import { appendRoleStep } from '../../functions/store/role-trail'
import { type AppendRoleStep, decideGrant } from '../../functions/use-cases/decide-role-grant'
import { allRoutes } from '../support/all-routes'
import { apiOf } from '../support/api'
import { at, riverside } from '../support/at-event'
import { putPerson, smallWorld, type TestContext, testContext } from '../support/context'

const branch = 'wangcang.s01.b01'
let context: TestContext
let call: ReturnType<typeof apiOf>
beforeEach(async () => {
  context = await testContext()
  await smallWorld(context)
  await putPerson(context, 'w-next', { roles: [{ name: 'branch-secretary', scope: 'wangcang.s01.b02' }] })
  call = apiOf(context, allRoutes)
}, 60_000)
afterEach(() => context.close())

const holds = async (who: string) => (await readMe(context.table, who, true))?.roles.some(({ name, scope }) => name === 'branch-secretary' && scope === branch)
const trail = async () => (await queryAll<{ n: number; kind: string; personId: string }>(context.table, { pk: rolesPartition('wangcang'), prefix: 'T#', consistent: true })).map(({ n, kind, personId }) => `${n} ${kind} ${personId}`)

describe('a handover', () => {
  const propose = (more: object = {}, who = 'w-school') => call(who, 'POST', '/v1/role-grants', { id: 'handover-1', personId: 'w-next', role: 'branch-secretary', scope: branch, why: '换届', handover: { from: 'w-secretary', note: '志愿书在档案柜第二层' }, ...more })
  const approve = (grantId: string, who = 'w-county') => call(who, 'POST', `/v1/role-grants/${grantId}/decisions`, { id: 'approve-01', to: 'approved' })

  test('the screen lists what is open, and who holds the role', async () => {
    await call('w-student', 'POST', '/v1/applications', { id: 'letter-0001', letter: '我志愿加入中国共产主义青年团' })
    expect((await call('w-secretary', 'GET', `/v1/handover?org=${branch}`)).body).toMatchObject({ orgName: '第一中学初三（1）班团支部', holders: [{ personId: 'w-secretary' }], reviews: 0, meetings: [], moves: 0, transfers: 0, proposals: [] })
    expect((await call('w-school', 'GET', '/v1/handover?org=wangcang.s01')).body.code).toBe('not-found')
  })

  test('proposed by one and approved by another: the new one begins and the old one ends in one step of the trail each, with the note', async () => {
    const { body } = await propose()
    expect(body).toMatchObject({ replaces: { personId: 'w-secretary', name: 'w-secretary' }, note: '志愿书在档案柜第二层', mayDecide: false })
    expect([await holds('w-secretary'), await holds('w-next')]).toEqual([true, false])
    expect((await call('w-school', 'GET', `/v1/handover?org=${branch}`)).body.proposals).toMatchObject([{ personId: 'w-next', replaces: { name: 'w-secretary' } }])
    expect((await approve(body.grantId, 'w-school')).body.code).toBe('own-role')
    expect((await approve(body.grantId)).status).toBe(201)
    expect([await holds('w-secretary'), await holds('w-next')]).toEqual([false, true])
    expect(await trail()).toEqual(['1 proposed w-next', '2 approved w-next', '3 removed w-secretary'])
    expect((await call('w-county', 'GET', '/v1/role-grants?org=wangcang')).body.items[0]).toMatchObject({ kind: 'removed', note: '志愿书在档案柜第二层' })
    expect((await call('w-next', 'GET', `/v1/handover?org=${branch}`)).body.holders).toMatchObject([{ personId: 'w-next' }])
    expect((await approve(body.grantId)).status).toBe(201)
  })

  test.each<[string, object, string, string]>([['somebody who does not hold it', { handover: { from: 'w-classmate' } }, 'handover.from', 'not-held'], ['nobody', { handover: { from: 'w-nobody' } }, 'handover.from', 'unknown'], ['the same person', { handover: { from: 'w-next' } }, 'handover.from', 'unknown']])('from %s names its field', async (_what, more, path, code) => {
    expect((await propose(more)).body).toMatchObject({ code: 'invalid-input', errors: [{ path, code }] })
  })

  test('the outgoing one’s role was taken meanwhile: the new one begins all the same', async () => {
    const { body } = await propose()
    await call('w-county', 'DELETE', `/v1/people/w-secretary/roles/branch-secretary/${branch}?why=%E7%A6%BB%E8%81%8C`)
    expect((await approve(body.grantId)).status).toBe(201)
    expect([await holds('w-secretary'), await holds('w-next')]).toEqual([false, true])
    expect(await trail()).toHaveLength(3)
  })

  test('both or neither: a trail that somebody else went on with while it was decided is read again', async () => {
    const { body } = await propose()
    let first = true
    const late: AppendRoleStep = async (...args) => {
      if (first) {
        first = false
        await call('w-school', 'POST', '/v1/role-grants', { id: 'another-01', personId: 'w-classmate', role: 'branch-secretary', scope: 'wangcang.s01.b02', why: '换届' })
      }
      return appendRoleStep(...args)
    }
    await decideGrant(context, { grantId: body.grantId, id: 'approve-02', to: 'approved' }, 'w-county', late)
    expect(await trail()).toEqual(['1 proposed w-next', '2 proposed w-classmate', '3 approved w-next', '4 removed w-secretary'])
  })
})

describe('a lost phone', () => {
  const lost = (who = 'w-school', person = 'w-student', id = 'lost-phone-1') => call(who, 'POST', `/v1/people/${person}/lost-phone`, { id, why: '在公交车上丢了' })
  const bind = async (person: string) => {
    const me = await readMe(context.table, person, true)
    await putItem(context.table, { ...(me as never as { pk: string; sk: string }), identity: `wx-test#open-${person}` })
    await putItem(context.table, { ...keys.identity('wx-test', `open-${person}`), personId: person, people: [person] })
  }

  test('the binding ends with every session, there is a new code, and the history says so once', async () => {
    await bind('w-student')
    const { status, body } = await lost()
    expect([status, body.wasBound, body.scanners, body.passKeys]).toEqual([201, true, 0, 0])
    expect(body.code).toMatch(/^[A-Z0-9-]+$/)
    const me = await readMe(context.table, 'w-student', true)
    expect(me).not.toHaveProperty('identity')
    expect(me).toMatchObject({ epoch: 2, bindingCode: expect.any(String) })
    const again = await lost()
    expect(again.body.code).not.toBe(body.code)
    expect((await call('w-school', 'GET', '/v1/people/w-student/stays')).body.items).toMatchObject([{ kind: 'phone', byName: 'w-school', why: '在公交车上丢了', scanners: 0 }])
    expect((await call('w-school', 'GET', '/v1/people/w-student/stays')).body.items).toHaveLength(1)
  })

  test('passes that the old phone makes from now on do not count; those of before stand', async () => {
    await bind('w-student')
    const eventId = (await call('w-manager', 'POST', '/v1/events', riverside('event-lost-1'))).body.eventId
    const publicKey = publicKeyOf(createHash('sha256').update('the lost phone').digest())
    const { handle } = (await call('w-student', 'POST', `${at(eventId)}/sign-up`, { id: 'sign-up-lost', publicKey })).body
    expect((await lost()).body.passKeys).toBe(1)
    const kept = await getItem<{ publicKey?: string; earlierKeys: object[] }>(context.table, keys.handle(handle), true)
    expect(kept).not.toHaveProperty('publicKey')
    expect(kept?.earlierKeys).toEqual([{ publicKey, until: '2026-06-15T02:00:00.000Z' }])
  })

  test('phones with which a secretary scans are cut off with it', async () => {
    await putPerson(context, 'w-young', { branch, roles: [{ name: 'home-manager', scope: 'wangcang.t01.home' }] })
    const eventId = (await call('w-manager', 'POST', '/v1/events', riverside('event-lost-2'))).body.eventId
    await call('w-young', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-young' })
    await call('w-manager', 'POST', `${at(eventId)}/scanners`, { id: 'scanner-other' })
    expect((await lost('w-county', 'w-young')).body.scanners).toBe(1)
    const cut = async (id: string) => (await getItem<{ cutOff?: object }>(context.table, keys.scanner(eventId, id), true))?.cutOff !== undefined
    expect([await cut('scanner-young'), await cut('scanner-other')]).toEqual([true, false])
  })

  test('nobody does it to themselves or to whom they could not give a code', async () => {
    await putPerson(context, 'w-young', { branch, roles: [{ name: 'committee', scope: 'wangcang.s01' }] })
    expect((await lost('w-young', 'w-young')).body.code).toBe('not-allowed')
    expect((await lost('w-secretary', 'w-young')).body.code).toBe('not-allowed')
  })
})
