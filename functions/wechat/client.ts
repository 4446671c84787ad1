import type { WeChat } from '../use-cases/context'

export interface WeChatSettings {
  appId: string
  secret: string
  /** Without a slash at its end, `https://api.weixin.qq.com` or a stand-in's. */
  url: string
  timeoutMs?: number
}

type Exchanged = Awaited<ReturnType<WeChat['exchange']>>

/** WeChat's errors that are about the code or the moment, not about how we are set up. */
const refusals: Record<number, Extract<Exchanged, { refused: string }>['refused']> = {
  40029: 'sign-in-code-invalid', // wrong, or older than five minutes
  40163: 'sign-in-code-used',
  40226: 'sign-in-code-invalid', // WeChat blocks this user as high-risk
  45011: 'sign-in-busy', // more than 100 a minute for one user
  [-1]: 'sign-in-busy',
}

const ask = async (settings: WeChatSettings, code: string): Promise<Record<string, unknown> | undefined> => {
  const query = new URLSearchParams({ appid: settings.appId, secret: settings.secret, js_code: code, grant_type: 'authorization_code' })
  try {
    const response = await fetch(`${settings.url}/sns/jscode2session?${query}`, { signal: AbortSignal.timeout(settings.timeoutMs ?? 5000), redirect: 'error' })
    return response.ok ? ((await response.json()) as Record<string, unknown>) : undefined
  } catch {
    // Unreachable, too slow or no JSON. The fault's own words may hold the address, and with it the secret: they are dropped.
    return undefined
  }
}

/**
 * Exchanges what `wx.login` gave for the identity behind it (WeChat's `auth.code2Session`). The session key stays with the caller, on the server.
 * An unreachable WeChat is `sign-in-busy`: what to do about it is the same.
 * @throws Error with WeChat's number where our own id or secret is refused, or the answer is not understood
 */
export const weChatClient = (settings: WeChatSettings): WeChat => ({
  exchange: async (code): Promise<Exchanged> => {
    const answer = await ask(settings, code)
    if (!answer) return { refused: 'sign-in-busy' }
    const errcode = typeof answer.errcode === 'number' ? answer.errcode : 0
    const refused = refusals[errcode]
    if (refused) return { refused }
    if (errcode !== 0) throw new Error(`WeChat refuses this service: errcode ${errcode}`)
    const { openid, unionid, session_key } = answer
    if (typeof openid !== 'string' || openid === '' || typeof session_key !== 'string') throw new Error('WeChat’s answer has no openid or session_key')
    return { openId: openid, sessionKey: session_key, ...(typeof unionid === 'string' && unionid ? { unionId: unionid } : {}) }
  },
})
