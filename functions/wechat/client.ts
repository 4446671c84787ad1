import type { WeChat } from '../use-cases/context'

interface Account {
  appId: string
  secret: string
}

export interface WeChatSettings extends Account {
  /** Without a slash at its end, `https://api.weixin.qq.com` or a stand-in's. */
  url: string
  /** The account that browsers sign in with, where there is one. */
  web?: Account | undefined
  timeoutMs?: number
}

type Refused = Extract<Awaited<ReturnType<WeChat['exchange']>>, { refused: string }>

/** WeChat's errors that are about the code or the moment, not about how we are set up. */
const refusals: Record<number, Refused['refused']> = {
  40029: 'sign-in-code-invalid', // wrong, or older than five minutes
  40163: 'sign-in-code-used',
  40226: 'sign-in-code-invalid', // WeChat blocks this user as high-risk
  41008: 'sign-in-code-invalid', // missing
  42003: 'sign-in-code-invalid', // a browser's, too old
  45011: 'sign-in-busy', // more than 100 a minute for one user
  [-1]: 'sign-in-busy',
}

const ask = async ({ url, timeoutMs = 5000 }: WeChatSettings, path: string, query: Record<string, string>): Promise<Record<string, unknown> | undefined> => {
  try {
    const response = await fetch(`${url}${path}?${new URLSearchParams(query)}`, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
    return response.ok ? ((await response.json()) as Record<string, unknown>) : undefined
  } catch {
    // Unreachable, too slow or no JSON. The fault's own words may hold the address, and with it the secret: they are dropped.
    return undefined
  }
}

/**
 * The identity in WeChat's answer, and its word for what else must be there (`key`): both calls speak alike. An unreachable WeChat is `sign-in-busy`: what to do about it is the same.
 * @throws Error with WeChat's number where our own id or secret is refused, or the answer is not understood
 */
const identityIn = (answer: Record<string, unknown> | undefined, key: string): Refused | { openId: string; unionId?: string; secret: string } => {
  if (!answer) return { refused: 'sign-in-busy' }
  const errcode = typeof answer.errcode === 'number' ? answer.errcode : 0
  const refused = refusals[errcode]
  if (refused) return { refused }
  if (errcode !== 0) throw new Error(`WeChat refuses this service: errcode ${errcode}`)
  const { openid, unionid, [key]: secret } = answer
  if (typeof openid !== 'string' || openid === '' || typeof secret !== 'string') throw new Error(`WeChat’s answer has no openid or ${key}`)
  return { openId: openid, secret, ...(typeof unionid === 'string' && unionid ? { unionId: unionid } : {}) }
}

/**
 * Exchanges a code for the identity behind it: what `wx.login` gave (WeChat's `auth.code2Session`), and what its authorize page gave a browser (`sns/oauth2/access_token`).
 * The session key stays with the caller, on the server; the access token is dropped.
 */
export const weChatClient = (settings: WeChatSettings): WeChat => ({
  exchange: async (code) => {
    const { appId, secret } = settings
    const found = identityIn(await ask(settings, '/sns/jscode2session', { appid: appId, secret, js_code: code, grant_type: 'authorization_code' }), 'session_key')
    if ('refused' in found) return found
    const { secret: sessionKey, ...identity } = found
    return { ...identity, sessionKey }
  },
  exchangeWeb: async (code) => {
    if (!settings.web) return { refused: 'web-sign-in-off' }
    const { appId, secret } = settings.web
    const found = identityIn(await ask(settings, '/sns/oauth2/access_token', { appid: appId, secret, code, grant_type: 'authorization_code' }), 'access_token')
    if ('refused' in found) return found
    const { secret: _token, ...identity } = found
    return identity
  },
})
