import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface WeChatIdentity {
  openId: string
  unionId?: string
}

export interface WeChatStandIn {
  url: string
  port: number
  /** A code as `wx.login` gives one: five minutes, once. `at` moves its making into the past for an expired one. */
  mintCode(identity: WeChatIdentity, at?: number): string
  /** The next `times` answers are this error, as WeChat gives on a bad day. */
  failNext(errcode: -1 | 45011, times?: number): void
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
  45011: 'api minute-quota reach limit  mustslower  retry next minute',
}
const codeLifeMs = 5 * 60_000
const mostAMinute = 100

/**
 * Speaks `GET /sns/jscode2session` as WeChat documents it, errors included, for the local stage and the tests. Any code of the form
 * `wx-<openId>` is taken as a fresh one too, so that a mini-program in a simulator can sign in without anybody minting.
 */
export const startWeChat = async (settings: { appId: string; secret: string; port?: number; now?: () => number }): Promise<WeChatStandIn> => {
  const now = settings.now ?? Date.now
  const codes = new Map<string, { identity: WeChatIdentity; at: number; used: boolean }>()
  const asked = new Map<string, number[]>()
  let failing: number[] = []
  let minted = 0

  const exchange = (query: URLSearchParams): object => {
    const error = (errcode: number) => ({ errcode, errmsg: `${words[errcode]}, rid: 65f0-${errcode}` })
    const fails = failing.shift()
    if (fails !== undefined) return error(fails)
    if (query.get('grant_type') !== 'authorization_code') return error(40002)
    if (query.get('appid') !== settings.appId) return error(40013)
    if (query.get('secret') !== settings.secret) return error(40125)
    const code = query.get('js_code')
    if (!code) return error(41008)
    const open = /^wx-([A-Za-z0-9_-]{1,64})$/.exec(code)?.[1]
    const known = codes.get(code) ?? (open ? { identity: { openId: open }, at: now(), used: false } : undefined)
    if (!known || now() - known.at > codeLifeMs) return error(40029)
    const { openId, unionId } = known.identity
    const recent = (asked.get(openId) ?? []).filter((at) => now() - at < 60_000)
    if (recent.length >= mostAMinute) return error(45011)
    asked.set(openId, [...recent, now()])
    if (known.used) return error(40163)
    codes.set(code, { ...known, used: open === undefined })
    return { openid: openId, session_key: Buffer.from(openId.padEnd(16, '0').slice(0, 16)).toString('base64'), ...(unionId ? { unionid: unionId } : {}) }
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (request.method !== 'GET' || url.pathname !== '/sns/jscode2session') {
      response.writeHead(404).end()
      return
    }
    // WeChat itself says text/plain.
    response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(exchange(url.searchParams)))
  })
  await new Promise<void>((up, failed) => server.once('error', failed).listen(settings.port ?? 0, '127.0.0.1', up))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    mintCode: (identity, at = now()) => {
      minted += 1
      const code = `0a1${String(minted).padStart(6, '0')}${Math.abs(at % 1e6)}`
      codes.set(code, { identity, at, used: false })
      return code
    },
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
