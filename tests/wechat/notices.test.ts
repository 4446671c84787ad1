import type { MessageAbout } from '@shared/model/message'
import { applicationStates } from '@shared/model/application'
import { messageRoutes } from '../../functions/http/routes/messages'
import { startWeChat, type WeChatStandIn } from '../../functions/local/wechat-stand-in'
import { noticeOf } from '../../functions/core/notice-of'
import { notify } from '../../functions/schedule/notify'
import { keys, noticesPartition } from '../../functions/store/keys'
import { addMessage } from '../../functions/store/messages'
import { type claimNotice, keepToken, readAllowance, readKeptToken } from '../../functions/store/notices'
import { type Item, putItem, queryAll } from '../../functions/store/table'
import { tellPeople } from '../../functions/stream/tell-people'
import { sendNotices } from '../../functions/use-cases/send-notices'
import { fitField } from '../../functions/wechat/fit-field'
import { noticeSender } from '../../functions/wechat/send-notice'
import { localTemplates, readNoticeTemplates } from '../../functions/wiring/configuration'
import { apiOf } from '../support/api'
import { smallWorld, type TestContext, testContext } from '../support/context'
import { together } from '../support/together'
import { deliverAll } from '../support/whole-stream'

const app = { appId: 'wx-test', secret: 's3cret' }
const [student, openId] = ['w-student', 'o-student']
const identity = `${app.appId}#${openId}`
const record = localTemplates.record.id

let context: TestContext
let weChat: WeChatStandIn
let call: ReturnType<typeof apiOf>
let said = 0
beforeEach(async () => {
  context = await testContext()
  context.config.noticeTemplates = localTemplates
  await smallWorld(context)
  await bind(student, identity)
  weChat = await startWeChat({ ...app, now: () => context.now() })
  call = apiOf(context, messageRoutes)
  said = 0
}, 60_000)
afterEach(async () => {
  await weChat.stop()
  await context.close()
})

const bind = async (personId: string, to: string, more: object = {}) => {
  const [appId = '', open = ''] = to.split('#')
  await putItem(context.table, { ...keys.me(personId), personId, name: personId, branch: 'wangcang.s01.b01', roles: [{ name: 'student', scope: 'wangcang.s01.b01' }], epoch: 1, identity: to } as Item)
  await putItem(context.table, { ...keys.identity(appId, open), personId, people: [personId], ...more })
}
/** The user says yes in WeChat, and the app tells the server. */
const allow = async (times = 1, kinds = ['record'], who = student, open = openId) => {
  for (let i = 0; i < times; i++) {
    for (const kind of kinds) weChat.notices.allow(open, localTemplates[kind as 'record'].id)
    expect((await call(who, 'POST', '/v1/notices', { id: `allow-${String(++said).padStart(5, '0')}`, kinds })).status).toBe(200)
  }
}
let told = 0
const tell = (about: MessageAbout = { kind: 'record', recordId: 'record-0001', verdict: 'approved', title: '清理河道' }, to = student) => {
  told += 1
  return addMessage(context.table, to, { messageId: `message-${told}`, at: new Date(context.now() + told).toISOString(), about })
}
const stream = () => deliverAll(context, tellPeople(context))
const sender = (more: object = {}) => noticeSender({ ...app, url: weChat.url, ...more }, { read: () => readKeptToken(context.table, app.appId), keep: (token) => keepToken(context.table, app.appId, token) }, context.now)
const run = () => sendNotices(context, sender(), 'wangcang')
const waiting = () => queryAll(context.table, { pk: noticesPartition('wangcang'), consistent: true })
const delivered = () => weChat.notices.delivered
const minutes = (n: number) => context.setNow(new Date(context.now() + n * 60_000).toISOString())

describe('a notice by WeChat', () => {
  test('goes out once, though its message was delivered twice and the run came twice', async () => {
    await allow(3)
    await tell()
    await stream()
    await stream()
    expect(await waiting()).toHaveLength(1)
    expect(await run()).toEqual({ sent: 1, busy: false })
    await stream()
    expect(await run()).toEqual({ sent: 0, busy: false })
    expect(delivered()).toEqual([{ touser: openId, template_id: record, page: 'packages/mine/messages/index', data: { thing1: { value: '清理河道' }, phrase2: { value: '已通过' }, time3: { value: '2026年6月15日 10:00' } } }])
    expect(await readAllowance(context.table, identity)).toMatchObject({ record: 2 })
  })

  test('two runs at once send it once; without the claim it goes out twice', async () => {
    await allow(4)
    const race = async (claim?: typeof claimNotice) => {
      await tell()
      await stream()
      const before = delivered().length
      const send = together(2, sender())
      const slow = setTimeout(() => void send(openId, localTemplates.record, { what: '', outcome: '已通过', at: '2026-06-15T02:00:00Z', page: 'pages/home/index' }).catch(() => undefined), 1500)
      await Promise.all([sendNotices(context, send, 'wangcang', claim), sendNotices(context, send, 'wangcang', claim)])
      clearTimeout(slow)
      return delivered().slice(before).filter(({ page }) => page !== 'pages/home/index').length
    }
    expect(await race(async () => true)).toBe(2)
    expect(await race()).toBe(1)
  }, 30_000)

  test('waits for nobody who allowed none, and not for a message that has no template', async () => {
    await tell()
    await allow(1)
    await tell({ kind: 'document', documentId: 'document-1', document: 'transcript' })
    context.config.noticeTemplates = localTemplates
    await stream()
    expect(await waiting()).toHaveLength(1)
  })

  test('consents are used up: two messages, one consent, one notice', async () => {
    await allow(1)
    await tell()
    await tell()
    await stream()
    expect(await run()).toEqual({ sent: 1, busy: false })
    expect([delivered().length, await waiting()]).toEqual([1, []])
    expect((await call(student, 'GET', '/v1/notices')).body.kinds).toContainEqual({ kind: 'record', templateId: record, allowed: 0 })
  })

  test('a user who takes none any more, or has left, is forgotten; the next one is told', async () => {
    await bind('w-classmate', `${app.appId}#o-classmate`)
    await allow(2)
    await allow(2, ['record'], 'w-classmate', 'o-classmate')
    weChat.notices.leave(openId)
    await tell()
    await tell(undefined, 'w-classmate')
    await stream()
    expect(await run()).toEqual({ sent: 1, busy: false })
    expect(await readAllowance(context.table, identity)).not.toHaveProperty('record')
    // 43101: what was counted here, WeChat never heard of.
    await call(student, 'POST', '/v1/notices', { id: 'allow-alone', kinds: ['task'] })
    await tell({ kind: 'asked', as: 'mentor', personId: 'w-classmate', name: '某某' })
    await stream()
    expect(await run()).toEqual({ sent: 0, busy: false })
    expect([await waiting(), await readAllowance(context.table, identity)]).toEqual([[], expect.not.objectContaining({ task: expect.anything() })])
  })

  test.each([['busy', -1], ['asked too often today', 45009], ['without an answer', 'no-answer']] as const)('waits while WeChat is %s, and goes out when it is up again', async (_how, fault) => {
    await allow(2)
    await tell()
    await tell()
    await stream()
    weChat.failNext(fault)
    expect(await run()).toEqual({ sent: 0, busy: true })
    weChat.failNext(fault, 2)
    expect(await run()).toEqual({ sent: 0, busy: true })
    weChat.failNext(fault, 0)
    expect(await waiting()).toHaveLength(2)
    expect(await run()).toEqual({ sent: 2, busy: false })
    expect(delivered()).toHaveLength(2)
  })

  test('the address is down altogether: nothing is lost, and what is three days old is no news', async () => {
    await allow(1)
    await tell()
    await stream()
    expect(await sendNotices(context, sender({ url: 'http://127.0.0.1:9', timeoutMs: 500 }), 'wangcang')).toEqual({ sent: 0, busy: true })
    const [{ expiresAt } = { expiresAt: 0 }] = (await waiting()) as unknown as { expiresAt: number }[]
    expect(expiresAt * 1000 - context.now()).toBeLessThanOrEqual(3 * 86_400_000 + 1000)
    minutes(4 * 24 * 60)
    await tell()
    context.setNow('2026-06-25T02:00:00Z')
    await stream()
    expect(await waiting()).toHaveLength(1)
  })

  test('the token is shared by the runs; where it ended on its way, another is asked for', async () => {
    await allow(5)
    await tell()
    await stream()
    await run()
    await tell()
    await stream()
    await run()
    expect(weChat.notices.tokensMade()).toBe(1)
    minutes(119)
    await tell()
    await stream()
    await run()
    expect(weChat.notices.tokensMade()).toBe(2)
    weChat.notices.endToken()
    await tell()
    await stream()
    expect(await run()).toEqual({ sent: 1, busy: false })
    expect(weChat.notices.tokensMade()).toBe(3)
    // Ended again within the half minute that WeChat wants between forced ones: it waits.
    weChat.notices.endToken()
    await tell()
    await stream()
    expect(await run()).toEqual({ sent: 0, busy: true })
    minutes(1)
    expect(await run()).toEqual({ sent: 1, busy: false })
  })

  test('a template that WeChat does not know holds up no other notice, and is a fault that rings', async () => {
    await allow(1, ['record', 'event'])
    context.config.noticeTemplates = { ...localTemplates, record: { ...localTemplates.record, id: 'gone' } }
    await tell()
    await tell({ kind: 'event', eventId: 'home~event', title: '清洁河岸' })
    await stream()
    await expect(notify(context, sender(), ['wangcang'])()).rejects.toThrow('errcode 40037')
    expect([delivered().map(({ template_id: id }) => id), await waiting()]).toEqual([[localTemplates.event.id], []])
  })

  test('a wrong secret is a fault, and the notices go on waiting', async () => {
    await allow(1)
    await tell()
    await stream()
    await expect(sendNotices(context, sender({ secret: 'wrong' }), 'wangcang')).rejects.toThrow('errcode 40125')
    minutes(3)
    expect(await run()).toEqual({ sent: 1, busy: false })
  })

  test('goes to another WeChat user who was let in, where the first takes none', async () => {
    await bind(student, 'wx-web#o-web', { joined: [identity, `${app.appId}#o-second`] })
    await call(student, 'POST', '/v1/notices', { id: 'allow-join1', kinds: ['record'] })
    weChat.notices.allow('o-second', record)
    await tell()
    await stream()
    expect(await run()).toEqual({ sent: 1, busy: false })
    expect(delivered().map(({ touser }) => touser)).toEqual(['o-second'])
  })

  test('without templates nothing is done', async () => {
    expect(await notify(context, undefined, ['wangcang'])()).toEqual({ sent: 0 })
  })
})

describe('what can be allowed', () => {
  test('each consent counts once, however often the phone says so', async () => {
    for (let i = 0; i < 2; i++) await call(student, 'POST', '/v1/notices', { id: 'allow-same1', kinds: ['record', 'record', 'event'] })
    expect((await call(student, 'GET', '/v1/notices')).body.kinds).toEqual([
      { kind: 'application', templateId: 'local-application', allowed: 0 }, { kind: 'record', templateId: record, allowed: 1 }, { kind: 'task', templateId: 'local-task', allowed: 0 }, { kind: 'event', templateId: 'local-event', allowed: 1 },
    ])
    expect((await call(student, 'POST', '/v1/notices', { id: 'allow-other', kinds: ['weather'] })).body.errors).toMatchObject([{ path: 'kinds[0]' }])
  })

  test('nothing without templates, nor to whom no mini-program can reach', async () => {
    expect((await call('w-classmate', 'GET', '/v1/notices')).body).toEqual({ kinds: [] })
    await bind('w-classmate', 'wx-web#o-web')
    expect((await call('w-classmate', 'GET', '/v1/notices')).body).toEqual({ kinds: [] })
    context.config.noticeTemplates = undefined
    expect((await call(student, 'POST', '/v1/notices', { id: 'allow-off01', kinds: ['record'] })).body).toEqual({ kinds: [] })
  })
})

describe('what WeChat shows', () => {
  test('fits its fields whatever the title', () => {
    expect(fitField('thing1', '一二三四五六七八九十一二三四五六七八九十')).toHaveLength(20)
    expect(fitField('thing1', '一二三四五六七八九十一二三四五六七八九十一')).toBe('一二三四五六七八九十一二三四五六七八九…')
    expect(fitField('thing1', '🌱'.repeat(25))).toBe(`${'🌱'.repeat(19)}…`)
    expect(fitField('thing1', '  ')).toBe('—')
    expect(fitField('time3', '2026-06-15T16:05:00Z')).toBe('2026年6月16日 00:05')
  })

  test('names nobody, and what came of it is one to five Chinese characters, in every state', () => {
    const abouts: MessageAbout[] = [
      ...applicationStates.map((state) => ({ kind: 'application' as const, applicationId: 'a', act: 'talk' as const, state, n: 1 })),
      ...(['approved', 'rejected', 'withdrawn', 'revoked', 'corrected', 'kept'] as const).map((verdict) => ({ kind: 'record' as const, recordId: 'r', verdict, title: '清理河道' })),
      ...(['accepted', 'dismissed', 'undone'] as const).map((outcome) => ({ kind: 'scan' as const, eventId: 'e', title: '清洁河岸', outcome })),
      ...(['mentor', 'introducer'] as const).map((as) => ({ kind: 'asked' as const, as, personId: 'p', name: '张小明' })),
      { kind: 'exam', examId: 'x', course: 'league-class', score: 80 },
    ]
    for (const about of abouts) {
      const notice = noticeOf(about)
      expect(notice?.outcome).toMatch(/^\p{Script=Han}{1,5}$/u)
      expect(notice?.what).not.toContain('张小明')
    }
  })
})

const deployed = { STAGE: 'prod' }
const one = (change: object) => JSON.stringify({ record: { id: 'tmpl-1', what: 'thing1', outcome: 'phrase2', at: 'time3', ...change } })
test.each([
  ['no JSON', 'record=1', /no JSON/], ['an unknown kind', '{"weather":{}}', /no kind weather/], ['no id', one({ id: '' }), /record has no id/], ['the local stage’s template', JSON.stringify(localTemplates), /local stage/],
  ['a field of another kind', one({ what: 'amount1' }), /for what a field of the kind thing/], ['a field that is missing', one({ at: undefined }), /for at a field of the kind time or date/],
])('templates with %s: a deployed stage refuses to start', (_what, WECHAT_TEMPLATES, message) => {
  expect(() => readNoticeTemplates({ ...deployed, WECHAT_TEMPLATES })).toThrow(message)
})
test('templates are read as they are set; none is none', () => {
  expect(readNoticeTemplates({ ...deployed, WECHAT_TEMPLATES: one({}) })).toEqual({ record: { id: 'tmpl-1', what: 'thing1', outcome: 'phrase2', at: 'time3' } })
  for (const WECHAT_TEMPLATES of ['none', '', undefined]) expect(readNoticeTemplates({ ...deployed, WECHAT_TEMPLATES })).toBeUndefined()
})
