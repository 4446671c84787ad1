import { noticeVersion } from '@shared/model/consent'
import { appOf } from '../../functions/http/app'
import { logRead } from '../../functions/use-cases/log-read'
import type { Context, WeChat } from '../../functions/use-cases/context'
import { allRoutes } from './all-routes'
import { request } from './api'

/** WeChat by its answers alone: a code `who` or `who/union` is the identity `open-<who>` of that union id. */
const identityOf = (code: string) => {
  const [who, unionId] = code.split('/')
  return { openId: `open-${who}`, ...(unionId && { unionId }) }
}
export const plainWeChat: WeChat = { exchange: async (code) => ({ ...identityOf(code), sessionKey: 'never-out' }), exchangeWeb: async (code) => identityOf(code) }

export interface Answered {
  status: number
  // A test reads what it expects; a wrong expectation fails.
  // biome-ignore lint/suspicious/noExplicitAny: answers of every endpoint come through here
  body: any
}

/** Calls the whole API with a session's token, as the app does. */
export const callWith = (context: Context, routes = allRoutes) => async (token: string | undefined, method: string, path: string, body?: unknown): Promise<Answered> => {
  const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) }
  const response = await request(appOf(context, routes, logRead), path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

/** A WeChat user in front of the mini-program and of a browser. */
export const weChatUser = (context: Context, routes = allRoutes) => {
  const call = callWith(context, routes)
  const consent = { version: noticeVersion }
  return {
    call,
    signIn: async (code: string): Promise<Answered['body']> => (await call(undefined, 'POST', '/v1/session', { provider: 'wechat', code })).body,
    signInOnWeb: async (code: string): Promise<Answered['body']> => {
      const { url, browser } = (await call(undefined, 'GET', '/v1/session/web')).body
      return (await call(undefined, 'POST', '/v1/session', { provider: 'wechat-web', code, state: new URL(url).searchParams.get('state'), browser })).body
    },
    bind: (token: string, code: string) => call(token, 'POST', '/v1/binding', { code, consent }),
  }
}
