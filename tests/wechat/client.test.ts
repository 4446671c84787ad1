import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startWeChat, type WeChatStandIn } from '../../functions/local/wechat-stand-in'
import { weChatClient } from '../../functions/wechat/client'

const app = { appId: 'wx1', secret: 's3cret' }

describe('WeChat’s code for an identity', () => {
  let now = 1_800_000_000_000
  let weChat: WeChatStandIn
  beforeAll(async () => {
    weChat = await startWeChat({ ...app, now: () => now })
  })
  afterAll(() => weChat.stop())
  const exchange = (code: string, over: Partial<typeof app> = {}) => weChatClient({ ...app, url: weChat.url, ...over }).exchange(code)

  test('a fresh code gives the identity, the union id where there is one', async () => {
    expect(await exchange(weChat.mintCode({ openId: 'o-1' }))).toEqual({ openId: 'o-1', sessionKey: expect.any(String) })
    expect(await exchange(weChat.mintCode({ openId: 'o-1', unionId: 'u-1' }))).toMatchObject({ openId: 'o-1', unionId: 'u-1' })
  })
  test('a code works once', async () => {
    const code = weChat.mintCode({ openId: 'o-1' })
    await exchange(code)
    expect(await exchange(code)).toEqual({ refused: 'sign-in-code-used' })
  })
  test('an unknown code, and one older than five minutes, are invalid; one just younger is not', async () => {
    expect(await exchange('nonsense')).toEqual({ refused: 'sign-in-code-invalid' })
    expect(await exchange(weChat.mintCode({ openId: 'o-1' }, now - 300_001))).toEqual({ refused: 'sign-in-code-invalid' })
    expect(await exchange(weChat.mintCode({ openId: 'o-1' }, now - 300_000))).toMatchObject({ openId: 'o-1' })
  })
  test('a code with characters of a query goes through whole', async () => {
    expect(await exchange('a&appid=other#?')).toEqual({ refused: 'sign-in-code-invalid' })
  })
  test('busy, and too often', async () => {
    weChat.failNext(-1)
    expect(await exchange(weChat.mintCode({ openId: 'o-2' }))).toEqual({ refused: 'sign-in-busy' })
    for (let i = 0; i < 100; i++) await exchange(weChat.mintCode({ openId: 'o-3' }))
    expect(await exchange(weChat.mintCode({ openId: 'o-3' }))).toEqual({ refused: 'sign-in-busy' })
    now += 60_000
    expect(await exchange(weChat.mintCode({ openId: 'o-3' }))).toMatchObject({ openId: 'o-3' })
  })
  test('a wrong id or secret of ours is a fault, and its words hold neither', async () => {
    await expect(exchange(weChat.mintCode({ openId: 'o-1' }), { appId: 'other' })).rejects.toThrow('errcode 40013')
    const fault = await exchange(weChat.mintCode({ openId: 'o-1' }), { secret: 'hush-hush' }).catch((error: Error) => error)
    expect(String(fault)).toContain('errcode 40125')
    expect(JSON.stringify([fault, String((fault as Error).stack)])).not.toContain('hush-hush')
  })
})

describe('a browser’s code for an identity', () => {
  let now = 1_800_000_000_000
  const web = { appId: 'wx-web', secret: 'web-s3cret' }
  let weChat: WeChatStandIn
  beforeAll(async () => {
    weChat = await startWeChat({ ...app, web, now: () => now })
  })
  afterAll(() => weChat.stop())
  const exchange = (code: string, over: { web?: typeof web | undefined } = { web }) => weChatClient({ ...app, url: weChat.url, ...over }).exchangeWeb(code)

  test('gives the identity and the union id, and nothing of WeChat’s tokens', async () => {
    expect(await exchange(weChat.mintWebCode({ openId: 'o-1' }))).toEqual({ openId: 'o-1' })
    expect(await exchange(weChat.mintWebCode({ openId: 'o-1', unionId: 'u-1' }))).toEqual({ openId: 'o-1', unionId: 'u-1' })
  })
  test.each([
    ['used before', async () => { const code = weChat.mintWebCode({ openId: 'o-1' }); await exchange(code); return code }, 'sign-in-code-used'],
    ['unknown', async () => 'nonsense', 'sign-in-code-invalid'],
    ['absent', async () => '', 'sign-in-code-invalid'],
    ['older than five minutes', async () => weChat.mintWebCode({ openId: 'o-1' }, now - 300_001), 'sign-in-code-invalid'],
    ['of the mini-program', async () => weChat.mintCode({ openId: 'o-1' }), 'sign-in-code-invalid'],
    ['good, on a bad day', async () => { const code = weChat.mintWebCode({ openId: 'o-2' }); weChat.failNext(-1); return code }, 'sign-in-busy'],
    ['good, but too often', async () => { const code = weChat.mintWebCode({ openId: 'o-2' }); weChat.failNext(45011); return code }, 'sign-in-busy'],
  ])('a code that is %s', async (_which, make, refused) => {
    expect(await exchange(await make())).toEqual({ refused })
    now += 60_000
  })
  test('the mini-program’s door takes no code of a browser', async () => {
    expect(await weChatClient({ ...app, url: weChat.url }).exchange(weChat.mintWebCode({ openId: 'o-1' }))).toEqual({ refused: 'sign-in-code-invalid' })
  })
  test('without an account for the web it is off; a wrong one of ours is a fault', async () => {
    expect(await exchange('c', { web: undefined })).toEqual({ refused: 'web-sign-in-off' })
    await expect(exchange(weChat.mintWebCode({ openId: 'o-1' }), { web: { ...web, secret: 'other' } })).rejects.toThrow('errcode 40125')
  })
})

describe('a WeChat that is not well', () => {
  const answering = async (body: string, status = 200, afterMs = 0, call: 'exchange' | 'exchangeWeb' = 'exchange') => {
    const server = createServer((_, response) => void setTimeout(() => response.writeHead(status).end(body), afterMs).unref())
    await new Promise<void>((up) => server.listen(0, '127.0.0.1', up))
    const client = weChatClient({ ...app, web: app, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, timeoutMs: 200 })
    return client[call]('c').finally(() => server.close() && server.closeAllConnections())
  }
  test('5xx, HTML in place of JSON, silence and a closed door are busy', async () => {
    expect(await answering('{}', 502)).toEqual({ refused: 'sign-in-busy' })
    expect(await answering('<html>')).toEqual({ refused: 'sign-in-busy' })
    expect(await answering('{}', 200, 2000)).toEqual({ refused: 'sign-in-busy' })
    expect(await weChatClient({ ...app, url: 'http://127.0.0.1:9' }).exchange('c')).toEqual({ refused: 'sign-in-busy' })
    expect(await answering('<html>', 200, 0, 'exchangeWeb')).toEqual({ refused: 'sign-in-busy' })
    expect(await weChatClient({ ...app, web: app, url: 'http://127.0.0.1:9' }).exchangeWeb('c')).toEqual({ refused: 'sign-in-busy' })
  })
  test('an answer without an identity is a fault', async () => {
    await expect(answering('{"session_key":"k"}')).rejects.toThrow('no openid')
    await expect(answering('{"openid":"o"}', 200, 0, 'exchangeWeb')).rejects.toThrow('no openid or access_token')
  })
})
