import { jest } from '@jest/globals'
import type { HttpReply, HttpRequest } from '@/platform/http'

// One app's life on one phone: what is kept outlives it.
const storage = new Map<string, string>()
let answers: (HttpReply | undefined)[] = []
let at = 'me'
const [asked, restarts]: [string[], string[]] = [[], []]
jest.unstable_mockModule('@/platform/storage', () => ({
  kept: (key: string) => (storage.has(key) ? JSON.parse(storage.get(key) as string) : undefined),
  keep: (key: string, value: unknown) => storage.set(key, JSON.stringify(value)), forget: (key: string) => storage.delete(key), keptKeys: () => [...storage.keys()],
}))
jest.unstable_mockModule('@/platform/http', () => ({ send: async ({ url }: HttpRequest) => { asked.push(url); return answers.shift() } }))
jest.unstable_mockModule('@/platform/navigate', () => ({ isAt: (page: string) => page === at, restartAt: (page: string) => void restarts.push(page) }))

/** The app started anew, of a version of the words. */
const start = async (version: string) => {
  process.env.TARO_APP_H5 = 'https://app.test'
  process.env.ENGLISH_VERSION = version
  jest.resetModules()
  const { chooseLanguage, renewEnglish } = await import('@/features/me/choose-language')
  const { language } = await import('@/text/language')
  const { textOf } = await import('@/text/make')
  return { choose: chooseLanguage, renew: renewEnglish, language, say: textOf('abcd', { yes: '是', no: '否' }) }
}
const file = (version: string, words: Record<string, string>): HttpReply => ({ status: 200, body: { version, words: { abcd: words } } })

beforeEach(() => {
  storage.clear()
  answers = []
  at = 'me'
  for (const list of [asked, restarts]) list.length = 0
})

test('English is fetched once, kept, and there when the app starts with no network', async () => {
  answers = [file('v1', { yes: 'yes' })]
  const app = await start('v1')
  expect(await app.choose('en')).toBe('begins')
  expect([asked, restarts, app.language(), app.say('yes'), app.say('no')]).toEqual([['https://app.test/english.json?v=v1'], ['sign-in'], 'en', 'yes', '否'])
  const next = await start('v1')
  await next.renew()
  expect([asked.length, next.language(), next.say('yes')]).toEqual([1, 'en', 'yes'])
  await next.choose('zh-CN')
  await next.choose('en')
  expect([asked.length, restarts.length, next.say('yes')]).toEqual([1, 3, 'yes'])
})

test.each([
  ['no answer', undefined],
  ['a refusal', { status: 503, body: { version: 'v1', words: {} } }],
  ['a page of the network’s own', { status: 200, body: undefined }],
  ['some other JSON', { status: 200, body: { version: 'v1' } }],
])('%s leaves the app in Chinese, and another tap tries again', async (_, reply) => {
  answers = [reply, file('v1', { yes: 'yes' })]
  const app = await start('v1')
  expect([await app.choose('en'), app.language(), app.say('yes'), restarts, storage.size]).toEqual(['failed', 'zh-CN', '是', [], 0])
  expect([await app.choose('en'), app.language(), app.say('yes')]).toEqual(['begins', 'en', 'yes'])
})

test('whoever left the page before English came is not taken away from where they are', async () => {
  answers = [file('v1', { yes: 'yes' })]
  const app = await start('v1')
  at = 'records'
  expect([await app.choose('en'), restarts, app.language(), app.say('yes')]).toEqual(['later', [], 'zh-CN', '是'])
  at = 'me'
  await app.choose('en')
  expect([asked.length, restarts.length, app.say('yes')]).toEqual([1, 1, 'yes'])
})

describe('after an update of the app', () => {
  beforeEach(async () => {
    answers = [file('v1', { yes: 'yes' })]
    await (await start('v1')).choose('en')
    restarts.length = 0
  })

  test('the words of the version before serve until the new ones are here, and nobody is interrupted', async () => {
    answers = [undefined, file('v2', { yes: 'yes, indeed', no: 'no' })]
    const app = await start('v2')
    await app.renew()
    expect([app.language(), app.say('yes'), app.say('no')]).toEqual(['en', 'yes', '否'])
    await app.renew()
    expect([asked.at(-1), app.say('yes'), app.say('no'), restarts]).toEqual(['https://app.test/english.json?v=v2', 'yes, indeed', 'no', []])
  })

  test('chosen again without a network, they serve too', async () => {
    const app = await start('v2')
    await app.choose('zh-CN')
    expect([await app.choose('en'), asked.length, app.say('yes')]).toEqual(['begins', 2, 'yes'])
  })

  test('a host that is behind gives what it has, and is asked again at the next start', async () => {
    answers = [file('v1', { yes: 'yes' }), file('v2', { yes: 'indeed' })]
    await (await start('v2')).renew()
    const app = await start('v2')
    await app.renew()
    expect([asked.length, app.say('yes')]).toEqual([3, 'indeed'])
  })
})

describe('English chosen when it was part of the app', () => {
  beforeEach(() => {
    storage.set('language', '"en"')
    answers = [file('v1', { yes: 'yes' })]
  })

  test('is fetched at the start, and the app begins once more in it', async () => {
    at = 'sign-in'
    const app = await start('v1')
    expect([app.language(), app.say('yes')]).toEqual(['zh-CN', '是'])
    await app.renew()
    expect([app.language(), app.say('yes'), restarts]).toEqual(['en', 'yes', ['sign-in']])
  })

  test('is there at the next start where the person has gone on meanwhile', async () => {
    at = 'records'
    const app = await start('v1')
    await app.renew()
    expect([app.language(), restarts]).toEqual(['zh-CN', []])
    expect((await start('v1')).say('yes')).toBe('yes')
  })
})

test('nobody who reads Chinese fetches anything', async () => {
  await (await start('v1')).renew()
  expect(asked).toEqual([])
})
