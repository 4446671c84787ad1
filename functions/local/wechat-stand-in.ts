import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type NoticeService, noticeService } from './wechat-notices'
import { authorizeHtml, faultOfAuthorize, goOn, isAuthorizePage } from './wechat-page'

export interface WeChatIdentity {
  openId: string
  unionId?: string
}

export interface WeChatStandIn {
  url: string
  port: number
  /** A code as `wx.login` gives one: five minutes, once. `at` moves its making into the past for an expired one. */
  mintCode(identity: WeChatIdentity, at?: number): string
  /** A code as the authorize page gives a browser one. */
  mintWebCode(identity: WeChatIdentity, at?: number): string
  /** The next `times` answers are this error, as WeChat gives on a bad day; `no-answer`: the line is cut. */
  failNext(errcode: -1 | 45009 | 45011 | 'no-answer', times?: number): void
  /** Subscription messages. */
  notices: NoticeService
  stop(): Promise<void>
}

const words: Record<number, string> = {
  [-1]: 'system error',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40029: 'invalid code',
  40125: 'invalid appsecret',
  40163: 'code been used',
  41008: 'missing code',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit  mustslower  retry next minute',
}
const codeLifeMs = 5 * 60_000
const mostAMinute = 100

interface Account {
  appId: string
  secret: string
}
interface Code {
  identity: WeChatIdentity
  at: number
  used: boolean
  web: boolean
}

/**
 * Speaks `GET /sns/jscode2session`, `GET /sns/oauth2/access_token`, the two authorize pages and (wechat-notices.ts) subscription messages as WeChat documents them, errors included, for the local stage and the tests.
 * Any code of the form `wx-<openId>` is taken as a fresh one of the mini-program too, so that one in a simulator can sign in without anybody minting.
 */
export const startWeChat = async (settings: Account & { web?: Account; port?: number; now?: () => number }): Promise<WeChatStandIn> => {
  const now = settings.now ?? Date.now
  const codes = new Map<string, Code>()
  const asked = new Map<string, number[]>()
  let failing: (number | 'no-answer')[] = []
  const notices = noticeService({ ...settings, now })
  let minted = 0

  const mint = (identity: WeChatIdentity, at: number, web: boolean): string => {
    minted += 1
    const code = `0a1${String(minted).padStart(6, '0')}${Math.abs(at % 1e6)}`
    codes.set(code, { identity, at, used: false, web })
    return code
  }

  const exchange = (query: URLSearchParams, web: boolean): object => {
    const account = web ? settings.web : settings
    const error = (errcode: number) => ({ errcode, errmsg: `${words[errcode]}, rid: 65f0-${errcode}` })
    const fails = failing.shift()
    if (typeof fails === 'number') return error(fails)
    if (query.get('grant_type') !== 'authorization_code') return error(40002)
    if (!account || query.get('appid') !== account.appId) return error(40013)
    if (query.get('secret') !== account.secret) return error(40125)
    const code = query.get(web ? 'code' : 'js_code')
    if (!code) return error(41008)
    const open = web ? undefined : /^wx-([A-Za-z0-9_-]{1,64})$/.exec(code)?.[1]
    const known = codes.get(code) ?? (open ? { identity: { openId: open }, at: now(), used: false, web } : undefined)
    if (!known || known.web !== web || now() - known.at > codeLifeMs) return error(40029)
    const { openId, unionId } = known.identity
    const recent = (asked.get(openId) ?? []).filter((at) => now() - at < 60_000)
    if (recent.length >= mostAMinute) return error(45011)
    asked.set(openId, [...recent, now()])
    if (known.used) return error(40163)
    codes.set(code, { ...known, used: open === undefined })
    if (web) return { access_token: `token-of-${openId}`, expires_in: 7200, refresh_token: `refresh-of-${openId}`, openid: openId, scope: 'snsapi_login', ...(unionId ? { unionid: unionId } : {}) }
    return { openid: openId, session_key: Buffer.from(openId.padEnd(16, '0').slice(0, 16)).toString('base64'), ...(unionId ? { unionid: unionId } : {}) }
  }

  /** The user's answer on the authorize page: where the browser goes on. */
  const confirmed = (query: URLSearchParams): string => {
    const [user = '', redirectUri = '', state = ''] = ['user', 'redirect_uri', 'state'].map((name) => query.get(name) ?? '')
    const identity = { openId: `web-${user}`, ...(query.get('union') && { unionId: `union-${user}` }) }
    return goOn(redirectUri, state, query.get('answer') === 'yes' ? mint(identity, now(), true) : undefined)
  }

  const answerPost = async (request: IncomingMessage, response: ServerResponse, path: string, query: URLSearchParams): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const fails = failing.shift()
    if (fails === 'no-answer') return void request.socket.destroy()
    const answer = fails === undefined ? notices.answer(path, query, Buffer.concat(chunks).toString()) : { errcode: fails, errmsg: words[fails] }
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json; encoding=utf-8' }).end(JSON.stringify(answer))
  }

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const exchanges = pathname === '/sns/jscode2session' || pathname === '/sns/oauth2/access_token'
    // WeChat itself says text/plain.
    if (request.method === 'GET' && exchanges) return response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(exchange(searchParams, pathname !== '/sns/jscode2session')))
    if (request.method === 'GET' && isAuthorizePage(pathname)) return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(faultOfAuthorize(pathname, searchParams, settings.web?.appId) ?? authorizeHtml(searchParams))
    if (request.method === 'GET' && pathname === '/connect/confirm' && URL.canParse(searchParams.get('redirect_uri') ?? '')) return response.writeHead(302, { location: confirmed(searchParams) }).end()
    if (request.method === 'POST' && pathname.startsWith('/cgi-bin/')) return void answerPost(request, response, pathname, searchParams)
    return response.writeHead(404).end()
  })
  await new Promise<void>((up, failed) => server.once('error', failed).listen(settings.port ?? 0, '127.0.0.1', up))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    mintCode: (identity, at = now()) => mint(identity, at, false),
    mintWebCode: (identity, at = now()) => mint(identity, at, true),
    notices,
    failNext: (errcode, times = 1) => {
      failing = Array.from({ length: times }, () => errcode)
    },
    stop: () =>
      new Promise((over) => {
        server.close(() => over())
        server.closeAllConnections()
      }),
  }
}
