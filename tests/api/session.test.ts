import { noticeVersion } from '@shared/model/consent'
import { peopleRoutes } from '../../functions/http/routes/people'
import { progressRoutes } from '../../functions/http/routes/progress'
import { roleRoutes } from '../../functions/http/routes/roles'
import { sessionRoutes } from '../../functions/http/routes/session'
import { appOf } from '../../functions/http/app'
import { logRead } from '../../functions/use-cases/log-read'
import { readMe } from '../../functions/store/people'
import type { WeChat } from '../../functions/use-cases/context'
import { issueToken } from '../../functions/use-cases/session-token'
import { readSessions, readStage, readWeChat } from '../../functions/wiring/configuration'
import { apiOf, request } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'

let context: TestContext
let call: ReturnType<typeof apiOf>
const wechat: WeChat = { exchange: async (code) => ({ openId: `open-${code}`, sessionKey: 'never-out' }), exchangeWeb: async () => ({ refused: 'web-sign-in-off' }) }
const routes = { ...sessionRoutes, ...peopleRoutes, ...progressRoutes, ...roleRoutes }
beforeAll(async () => {
  context = await testContext({ wechat })
  await smallWorld(context)
  call = apiOf(context, routes)
}, 60_000)
afterAll(() => context.close())

const withToken = async (token: string, method: string, path: string, body?: unknown) => {
  const response = await request(appOf(context, routes, logRead), path, { method, headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) }, body: body === undefined ? undefined : JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as Record<string, never> & { code?: string; token?: string } }
}
const codeFor = async (personId: string, by = 'w-secretary') => (await call(by, 'POST', `/v1/people/${personId}/binding-code`, { id: 'client-id-1' })).body.code as string
const consent = { version: noticeVersion }
const signIn = async (code: string) => (await call(undefined, 'POST', '/v1/session', { provider: 'wechat', code })).body

test('an unbound WeChat identity may only bind; the code works once, and again gives the same answer', async () => {
  const session = await signIn('one')
  expect(session.person).toBeNull()
  expect(JSON.stringify(session)).not.toContain('never-out')
  expect((await withToken(session.token, 'GET', '/v1/home')).status).toBe(403)
  const code = await codeFor('w-classmate')
  const typed = code.toLowerCase().replaceAll('-', ' ')
  const bound = await withToken(session.token, 'POST', '/v1/binding', { code: typed, consent })
  expect(bound).toMatchObject({ status: 201, body: { person: { personId: 'w-classmate' } } })
  expect((await withToken(session.token, 'POST', '/v1/binding', { code, consent })).status).toBe(201)
  const other = await signIn('two')
  expect((await withToken(other.token, 'POST', '/v1/binding', { code, consent })).body.code).toBe('binding-code-used')
  expect((await signIn('one')).person.personId).toBe('w-classmate')
})

test('a code ends after seven days, and when a later one is issued', async () => {
  const { token } = await signIn('three')
  const first = await codeFor('w-student')
  const second = await codeFor('w-student')
  expect((await withToken(token, 'POST', '/v1/binding', { code: first, consent })).body.code).toBe('binding-code-invalid')
  context.setNow('2026-06-23T02:00:00Z')
  expect((await withToken((await signIn('three')).token, 'POST', '/v1/binding', { code: second, consent })).body.code).toBe('binding-code-invalid')
  context.setNow('2026-06-15T02:00:00Z')
})

test('sessions end at once when a person is unbound or a role is taken away, and after 30 minutes', async () => {
  const { token } = await issueToken(context, { personId: 'w-classmate', epoch: (await readMe(context.table, 'w-classmate', true))?.epoch ?? 0 })
  expect((await withToken(token, 'GET', '/v1/home')).status).toBe(200)
  await call('w-secretary', 'DELETE', '/v1/people/w-classmate/binding')
  expect((await withToken(token, 'GET', '/v1/home')).body.code).toBe('session-ended')
  expect((await signIn('one')).person).toBeNull()

  const manager = (await issueToken(context, { personId: 'w-manager', epoch: 1 })).token
  expect((await withToken(manager, 'GET', '/v1/home')).status).toBe(200)
  expect((await call('w-county', 'DELETE', '/v1/people/w-manager/roles/home-manager/wangcang.t01.home?why=left')).body.roles).toEqual([])
  expect((await withToken(manager, 'GET', '/v1/home')).body.code).toBe('session-ended')

  const old = (await issueToken(context, { personId: 'w-student', epoch: 1 })).token
  // It was found good before, and is remembered: until it ends.
  expect((await withToken(old, 'GET', '/v1/home')).status).toBe(200)
  context.setNow('2026-06-15T02:30:01Z')
  expect((await withToken(old, 'GET', '/v1/home')).body.code).toBe('session-ended')
  context.setNow('2026-06-15T02:00:00Z')
})

test('a token of another secret, of no signature, or none at all is refused', async () => {
  const forged = await issueToken({ ...context, config: { ...context.config, sessionSecret: new TextEncoder().encode('another-secret-0123456789abcdefghij') } }, { personId: 'w-county', epoch: 1 })
  expect((await withToken(forged.token, 'GET', '/v1/home')).body.code).toBe('session-ended')
  const none = `${btoa('{"alg":"none"}').replaceAll('=', '')}.${btoa('{"personId":"w-county","epoch":1,"exp":9999999999}').replaceAll('=', '')}.`
  expect((await withToken(none, 'GET', '/v1/home')).body.code).toBe('session-ended')
  const [head = '', payload = '', signature = ''] = (await issueToken(context, { personId: 'w-student', epoch: 1 })).token.split('.')
  expect((await withToken(`${head}.${payload}.${signature}`, 'GET', '/v1/home')).status).toBe(200)
  const other = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('w-student', 'w-county')).toString('base64url')
  for (const spoiled of [`${head}.${other}.${signature}`, `${head}.${payload}.${signature.slice(0, -2)}`, `${head}.${payload}.`, `${head}.${payload}`, `${payload}.${payload}.${signature}`, signature]) {
    expect((await withToken(spoiled, 'GET', '/v1/home')).body.code).toBe('session-ended')
  }
  expect((await call(undefined, 'GET', '/v1/home')).body.code).toBe('not-signed-in')
})

test.each([
  ['a demo sign-in', { STAGE: 'prod', DEMO_SIGN_IN: 'true', TABLE_NAME: 't', SESSION_SECRET: 'x'.repeat(40) }, /DEMO_SIGN_IN/],
  ['a short secret', { STAGE: 'prod', TABLE_NAME: 't', SESSION_SECRET: 'short' }, /SESSION_SECRET/],
  ['no secret', { STAGE: 'prod', TABLE_NAME: 't' }, /SESSION_SECRET/],
  ['the local secret', { STAGE: 'prod', TABLE_NAME: 't', SESSION_SECRET: 'only-for-the-local-stage-0123456789abcdef' }, /SESSION_SECRET/],
  ['WeChat’s local secret', { STAGE: 'prod', TABLE_NAME: 't', SESSION_SECRET: 'x'.repeat(40), WECHAT_APP_ID: 'wx1', WECHAT_SECRET: 'local-secret' }, /WECHAT_SECRET/],
])('a deployed stage with %s refuses to start', (_why, env, message) => {
  expect(() => [readStage({ BUCKET_NAME: 'b', ...env }), readSessions(env), readWeChat(env)]).toThrow(message)
})
