import { sessionEndpoints } from '@shared/contract/session'
import { startWeChat, type WeChatStandIn } from '../../functions/local/wechat-stand-in'
import { keys } from '../../functions/store/keys'
import { getItem } from '../../functions/store/table'
import { authorizePage } from '../../functions/wechat/authorize-page'
import { weChatClient } from '../../functions/wechat/client'
import { readSessions, readStage, readWeChat, readWeChatPage } from '../../functions/wiring/configuration'
import { apiOf } from '../support/api'
import { allRoutes } from '../support/all-routes'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'
import { weChatUser } from '../support/wechat-user'
import { signIn } from '../../functions/use-cases/sign-in'

const mini = { appId: 'wx-test', secret: 's3cret' }
const web = { appId: 'wx-web-test', secret: 'web-s3cret' }
const appUrl = 'https://app.test/'
let weChat: WeChatStandIn
let context: TestContext
let user: ReturnType<typeof weChatUser>
let staff: ReturnType<typeof apiOf>
beforeAll(async () => {
  weChat = await startWeChat({ ...mini, web })
})
afterAll(() => weChat.stop())
beforeEach(async () => {
  context = await testContext({ wechat: weChatClient({ ...mini, web, url: weChat.url }), weChatPage: authorizePage({ appId: web.appId, scope: 'snsapi_login', url: weChat.url, appUrl }) })
  await smallWorld(context)
  user = weChatUser(context)
  staff = apiOf(context, allRoutes)
}, 60_000)
afterEach(() => context.close())

const begin = async () => {
  const { url, browser } = (await user.call(undefined, 'GET', '/v1/session/web')).body as { url: string; browser: string }
  return { url, browser, state: new URL(url).searchParams.get('state') ?? '' }
}
const finish = (code: string, state: string, browser: string) => user.call(undefined, 'POST', '/v1/session', { provider: 'wechat-web', code, state, browser })
const codeFor = async (personId: string) => (await staff('w-secretary', 'POST', `/v1/people/${personId}/binding-code`, { id: 'client-id-1' })).body.code as string

/** As a browser: WeChat's page, the user's answer, and where it sends the browser. */
const answerOnPage = async (url: string, form: Record<string, string>): Promise<URL> => {
  const page = await fetch(url)
  expect(await page.text()).toContain('微信登录')
  const { searchParams } = new URL(url)
  const query = new URLSearchParams({ redirect_uri: searchParams.get('redirect_uri') ?? '', state: searchParams.get('state') ?? '', ...form })
  const gone = await fetch(`${weChat.url}/connect/confirm?${query}`, { redirect: 'manual' })
  expect(gone.status).toBe(302)
  return new URL(gone.headers.get('location') ?? '')
}
const visit = async (name: string, union = false) => {
  const { url, browser } = await begin()
  const back = await answerOnPage(url, { user: name, answer: 'yes', ...(union && { union: '1' }) })
  return finish(back.searchParams.get('code') ?? '', back.searchParams.get('state') ?? '', browser)
}

describe('a sign-in on the web', () => {
  test('goes to WeChat’s page with what WeChat wants, comes back, binds by a code and from then on opens the person', async () => {
    const { url, state } = await begin()
    expect(url.startsWith(`${weChat.url}/connect/qrconnect?appid=wx-web-test&redirect_uri=https%3A%2F%2Fapp.test%2F&response_type=code&scope=snsapi_login&state=${state}#wechat_redirect`)).toBe(true)
    expect(Buffer.from(state, 'base64url')).toHaveLength(24)
    const first = await visit('anna')
    expect(first).toMatchObject({ status: 201, body: { person: null } })
    expect((await user.bind(first.body.token, await codeFor('w-student'))).status).toBe(201)
    expect((await visit('anna')).body.person.personId).toBe('w-student')
    expect((await visit('berta')).body.person).toBeNull()
  })
  test('inside WeChat it is the other page', () => {
    expect(authorizePage({ appId: 'wx1', scope: 'snsapi_userinfo', url: 'https://open.weixin.qq.com', appUrl })('s')).toBe('https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1&redirect_uri=https%3A%2F%2Fapp.test%2F&response_type=code&scope=snsapi_userinfo&state=s#wechat_redirect')
  })
  test('a user who says no comes back without a code', async () => {
    const back = await answerOnPage((await begin()).url, { user: 'anna', answer: 'no' })
    expect([back.searchParams.get('code'), back.searchParams.has('state')]).toEqual([null, true])
  })
  test('its state is good once, for ten minutes, in the browser that began; only hashes of it are stored', async () => {
    const [used, late, other] = [await begin(), await begin(), await begin()]
    expect((await finish(weChat.mintWebCode({ openId: 'o' }), used.state, used.browser)).status).toBe(201)
    expect((await finish(weChat.mintWebCode({ openId: 'o' }), used.state, used.browser)).body.code).toBe('sign-in-state-invalid')
    expect((await finish(weChat.mintWebCode({ openId: 'o' }), other.state, used.browser)).body.code).toBe('sign-in-state-invalid')
    expect((await finish(weChat.mintWebCode({ openId: 'o' }), other.state, '')).body.code).toBe('sign-in-state-invalid')
    expect((await finish(weChat.mintWebCode({ openId: 'o' }), 'invented', other.browser)).body.code).toBe('sign-in-state-invalid')
    expect((await user.call(undefined, 'POST', '/v1/session', { provider: 'wechat-web', code: weChat.mintWebCode({ openId: 'o' }) })).body.code).toBe('sign-in-state-invalid')
    // Nobody else's attempt used it up.
    expect((await finish(weChat.mintWebCode({ openId: 'o' }), other.state, other.browser)).status).toBe(201)
    context.setNow('2026-06-15T02:10:00Z')
    expect((await finish(weChat.mintWebCode({ openId: 'o' }), late.state, late.browser)).body.code).toBe('sign-in-state-invalid')
    for (const one of [late.state, late.browser]) expect(await getItem(context.table, keys.webState(one))).toBeUndefined()
  })
  test('of two that come back with one state at once, one is let in; control: without the condition both are', async () => {
    const race = async (guarded: boolean) => {
      const { state, browser } = await begin()
      const doc = context.table.doc
      const send = together(2, doc.send.bind(doc) as (command: { input: { ConditionExpression?: string; Item?: { sk: string } } }) => Promise<unknown>)
      const gated = { send: (command: { input: { ConditionExpression?: string; Item?: { sk: string } } }) => {
        if (command.input.Item?.sk !== 'USED') return doc.send(command as never)
        if (!guarded) delete command.input.ConditionExpression
        return send(command)
      } }
      const routes = { ...allRoutes, signIn: { endpoint: sessionEndpoints.signIn, useCase: signIn } }
      const racer = weChatUser({ ...context, table: { ...context.table, doc: gated as never } }, routes)
      const answers = await Promise.all([1, 2].map(() => racer.call(undefined, 'POST', '/v1/session', { provider: 'wechat-web', code: weChat.mintWebCode({ openId: 'o' }), state, browser })))
      return answers.filter(({ status }) => status === 201).length
    }
    expect(await race(true)).toBe(1)
    expect(await race(false)).toBe(2)
  })
  test.each([
    ['was used', async () => { const code = weChat.mintWebCode({ openId: 'o' }); const { state, browser } = await begin(); await finish(code, state, browser); return code }, 400, 'sign-in-code-used'],
    ['is unknown', async () => 'nonsense', 400, 'sign-in-code-invalid'],
    ['is of the mini-program', async () => weChat.mintCode({ openId: 'o' }), 400, 'sign-in-code-invalid'],
    ['meets a busy WeChat', async () => { weChat.failNext(-1); return weChat.mintWebCode({ openId: 'o' }) }, 503, 'sign-in-busy'],
  ])('a code of WeChat’s that %s', async (_why, make, status, code) => {
    const { state, browser } = await begin()
    expect(await finish(await make(), state, browser)).toMatchObject({ status, body: { code } })
  })
  test('is off where the stage has no account for the web', async () => {
    const off = weChatUser({ ...context, weChatPage: undefined })
    expect(await off.call(undefined, 'GET', '/v1/session/web')).toMatchObject({ status: 404, body: { code: 'web-sign-in-off' } })
  })
})

describe('the mini-program and the web', () => {
  const signInMini = async (openId: string, unionId?: string) => (await user.signIn(weChat.mintCode({ openId, ...(unionId && { unionId }) })))
  test('open the same people by the union id, whichever was bound', async () => {
    const mine = await signInMini('mini-carl', 'union-carl')
    await user.bind(mine.token, await codeFor('w-student'))
    expect((await visit('carl', true)).body.person.personId).toBe('w-student')
    // The other way about.
    await user.bind((await visit('dora', true)).body.token, await codeFor('w-classmate'))
    expect((await signInMini('mini-dora', 'union-dora')).person.personId).toBe('w-classmate')
    // A union id of somebody else's, or none, opens nobody.
    expect((await visit('carl')).body.person).toBeNull()
    expect((await visit('emil', true)).body.person).toBeNull()
  })
  test('an identity that was bound before WeChat told its union id opens the web after its next sign-in', async () => {
    await user.bind((await signInMini('mini-carl')).token, await codeFor('w-student'))
    expect((await visit('carl', true)).body.person).toBeNull()
    await signInMini('mini-carl', 'union-carl')
    expect((await visit('carl', true)).body.person.personId).toBe('w-student')
  })
  test('with one union id, each about to bind: the second joins the people of the first', async () => {
    const [phone, computer] = [await signInMini('mini-carl', 'union-carl'), (await visit('carl', true)).body]
    const [one, two] = [await codeFor('w-student'), await codeFor('w-classmate')]
    const answers = await Promise.all([user.bind(phone.token, one), user.bind(computer.token, two)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const people = (await user.call((await visit('carl', true)).body.token, 'GET', '/v1/session/people')).body.people
    expect(people.map(({ personId }: { personId: string }) => personId).sort()).toEqual(['w-classmate', 'w-student'])
  })

  test('also where the first is bound while the second is looking: between its two looks at the union id', async () => {
    const [phone, computer] = [await signInMini('mini-carl', 'union-carl'), (await visit('carl', true)).body]
    const [one, two] = [await codeFor('w-student'), await codeFor('w-classmate')]
    const { doc } = context.table
    let looks = 0
    const slow = { send: async (command: { input: { Key?: { pk: string } } }) => {
      if (command.input.Key?.pk === 'U#union-carl' && ++looks === 2) expect(await user.bind(phone.token, one)).toMatchObject({ status: 201 })
      return doc.send(command as never)
    } }
    const late = weChatUser({ ...context, table: { ...context.table, doc: slow as never } })
    expect((await late.bind(computer.token, two)).status).toBe(201)
    expect(looks).toBeGreaterThan(2)
    const people = (await user.call((await visit('carl', true)).body.token, 'GET', '/v1/session/people')).body.people
    expect(people.map(({ personId }: { personId: string }) => personId)).toEqual(['w-student', 'w-classmate'])
  })

  const joinCode = async (token: string) => user.call(token, 'POST', '/v1/session/join-code', { id: 'client-id-1' })
  test('without one a bound person’s fresh code lets the other in: to everyone, once, within 15 minutes, the latest only', async () => {
    const first = (await user.bind((await signInMini('mini-finn')).token, await codeFor('w-student'))).body
    const ended = (await joinCode(first.token)).body.code
    const { status, body } = await joinCode(first.token)
    expect([status, body.expiresAt]).toEqual([201, '2026-06-15T02:15:00.000Z'])
    const computer = (await visit('finn')).body
    expect((await user.bind(computer.token, ended)).body.code).toBe('binding-code-invalid')
    const joined = await user.bind(computer.token, body.code)
    expect(joined).toMatchObject({ status: 201, body: { person: { personId: 'w-student' } } })
    // Its answer lost: the same again.
    expect((await user.bind(computer.token, body.code)).status).toBe(201)
    expect((await user.bind((await visit('thief')).body.token, body.code)).body.code).toBe('binding-code-used')
    // From now on without a code, also to whoever is bound later, on either side.
    await user.bind((await visit('finn')).body.token, await codeFor('w-classmate'))
    const people = (await user.call((await signInMini('mini-finn')).token, 'GET', '/v1/session/people')).body
    expect(people).toMatchObject({ people: [{ personId: 'w-student' }, { personId: 'w-classmate' }], joined: 1 })
    const late = (await joinCode(first.token)).body.code
    context.setNow('2026-06-15T02:15:00Z')
    expect((await user.bind((await visit('gina')).body.token, late)).body.code).toBe('binding-code-invalid')
  })
  test('an identity that has people of its own is not let in', async () => {
    const first = (await user.bind((await signInMini('mini-finn')).token, await codeFor('w-student'))).body
    const other = (await user.bind((await visit('gina')).body.token, await codeFor('w-classmate'))).body
    expect((await user.bind(other.token, (await joinCode(first.token)).body.code)).body.code).toBe('identity-bound')
    expect((await visit('gina')).body.person.personId).toBe('w-classmate')
  })
  test('when somebody is unbound, whatever a code let in is shut out', async () => {
    const first = (await user.bind((await signInMini('mini-finn')).token, await codeFor('w-student'))).body
    await user.bind(first.token, await codeFor('w-classmate'))
    await user.bind((await visit('finn')).body.token, (await joinCode(first.token)).body.code)
    expect((await visit('finn')).body.person).not.toBeNull()
    await staff('w-secretary', 'DELETE', '/v1/people/w-student/binding')
    expect((await visit('finn')).body.person).toBeNull()
    expect((await signInMini('mini-finn')).person.personId).toBe('w-classmate')
  })
  test('who has no WeChat identity has no code to give', async () => {
    expect((await staff('w-student', 'POST', '/v1/session/join-code', { id: 'client-id-1' })).body.code).toBe('not-found')
    expect((await staff('w-student', 'GET', '/v1/session/people')).body).toEqual({ people: [{ personId: 'w-student', name: 'w-student', branchName: expect.any(String) }], bound: false, joined: 0 })
  })
})

const deployed = { STAGE: 'prod', TABLE_NAME: 't', BUCKET_NAME: 'b', SESSION_SECRET: 'x'.repeat(40), WECHAT_APP_ID: 'wx1', WECHAT_SECRET: 'y'.repeat(32), WECHAT_WEB_APP_ID: 'wx2', WECHAT_WEB_SECRET: 'z'.repeat(32), APP_URL: appUrl }
const start = (env: Record<string, string | undefined>) => [readStage(env), readSessions(env), readWeChat(env), readWeChatPage(env)]
test.each([
  ['the local secret for the web', { WECHAT_WEB_SECRET: 'local-web-secret' }, /WECHAT_WEB_SECRET/],
  ['the local account for the web', { WECHAT_WEB_APP_ID: 'wx-web-local' }, /WECHAT_WEB_APP_ID/],
  ['an account without its secret', { WECHAT_WEB_SECRET: undefined }, /WECHAT_WEB_SECRET is not set/],
  ['an account and no address to come back to', { APP_URL: '' }, /APP_URL is not set/],
  ['an unknown kind of account', { WECHAT_WEB_SCOPE: 'snsapi_base' }, /WECHAT_WEB_SCOPE/],
])('a deployed stage with %s refuses to start', (_what, change, message) => {
  expect(() => start({ ...deployed, ...change })).toThrow(message)
})
test('a deployed stage starts with an account for the web, and without one', () => {
  expect(() => start(deployed)).not.toThrow()
  expect(readWeChatPage({ ...deployed, WECHAT_WEB_APP_ID: 'none', APP_URL: '' })).toBeUndefined()
  expect(readWeChat({ ...deployed, WECHAT_WEB_APP_ID: 'none', WECHAT_WEB_SECRET: undefined }).web).toBeUndefined()
})
