import { jest } from '@jest/globals'
import type { Session } from '@/api/session'

const store = new Map<string, string>()
const led: string[] = []
let page = ''
jest.unstable_mockModule('@tarojs/taro', () => ({
  default: {
    setStorageSync: (key: string, value: string) => store.set(key, value), getStorageSync: (key: string) => store.get(key) ?? '', removeStorageSync: (key: string) => store.delete(key), getStorageInfoSync: () => ({ keys: [...store.keys()] }),
    reLaunch: async ({ url }: { url: string }) => void led.push(url), getCurrentInstance: () => ({ router: { path: page } }),
  },
  useRouter: () => ({ params: {} }),
}))
let code: string | undefined
jest.unstable_mockModule('@/platform/wechat-login', () => ({ inWechat: code !== undefined, wechatCode: async () => code }))
const sent: { url: string; token: string | undefined }[] = []
let boundTo = 'p-1'
const sessionOf = (personId: string, token: string, minutes: number): Session => ({ token, expiresAt: Math.floor(Date.now() / 1000) + minutes * 60, person: { personId, name: personId, roles: [] } })
jest.unstable_mockModule('@/platform/http', () => ({
  send: async ({ url, headers }: { url: string; headers: Record<string, string> }) => {
    const token = headers.authorization?.slice('Bearer '.length)
    sent.push({ url, token })
    await new Promise((next) => setTimeout(next, 0))
    if (url.endsWith('/v1/session')) return { status: 200, body: sessionOf(boundTo, 'new', 30) }
    return token === 'new' ? { status: 200, body: { asOf: 'now' } } : { status: 401, body: { code: 'session-ended' } }
  },
}))
const { call } = await import('@/api/call')
const { comeBackTo, currentSession, endSession, openSession, takeBack } = await import('@/api/session')
const { noteWaiting, waiting } = await import('@/api/waiting')

const scanner = 'packages/staff/check-in/index?id=e'
beforeEach(() => {
  store.clear()
  Object.assign(led, { length: 0 })
  Object.assign(sent, { length: 0 })
  boundTo = 'p-1'
  code = undefined
  page = 'pages/home/index'
})

describe('in WeChat', () => {
  beforeEach(() => { code = 'wx-code' })

  test('a session that has ended is opened anew unseen, once for many calls, and each of them is answered', async () => {
    openSession(sessionOf('p-1', 'old', -60))
    const replies = await Promise.all([call('home', {}), call('home', {}), call('home', {})])
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true])
    expect([led, currentSession()?.token, sent.filter(({ url }) => url.endsWith('/v1/session')).length]).toEqual([[], 'new', 1])
  })

  test('not as somebody else: who is bound to the identity now signs in by themselves', async () => {
    openSession(sessionOf('p-1', 'old', -60))
    boundTo = 'p-2'
    expect((await call('home', {})).ok).toBe(false)
    expect([led, currentSession()]).toEqual([['/pages/sign-in/index'], undefined])
  })
})

describe('in a browser', () => {
  test.each([
    ['a session that ran out leaves whoever scans where they are', scanner, -60, []],
    ['one that was ended before its time, as with a role, does not', scanner, 20, ['/pages/sign-in/index']],
    ['nor does one that ran out at another page', 'pages/home/index', -60, ['/pages/sign-in/index']],
  ])('%s', async (_, at, minutes, to) => {
    page = at
    openSession(sessionOf('p-1', 'old', minutes))
    const reply = await call('home', {})
    expect([reply.ok ? undefined : reply.trouble.code, led, currentSession()?.token]).toEqual(['session-ended', to, to.length ? undefined : 'old'])
  })
})

test('how many scans wait for whom is known after sign-out, and the same person goes on where they were, once', () => {
  openSession(sessionOf('p-1', 'old', -60))
  noteWaiting({ personId: 'p-1', name: '贾承然', n: 3 })
  noteWaiting({ personId: 'p-2', name: '李明', n: 1 })
  noteWaiting({ personId: 'p-2', name: '李明', n: 0 })
  comeBackTo('staff/check-in', { id: 'e' })
  endSession()
  expect(waiting()).toEqual([{ personId: 'p-1', name: '贾承然', n: 3 }])
  openSession(sessionOf('p-1', 'new', 30))
  expect([takeBack()?.params, takeBack()]).toEqual([{ id: 'e' }, undefined])
  comeBackTo('staff/check-in', { id: 'e' })
  openSession(sessionOf('p-2', 'new', 30))
  expect(takeBack()).toBeUndefined()
})
