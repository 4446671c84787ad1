import type { NoticeTemplate } from '../use-cases/context'
import type { NoticeOutcome, SendNotice } from '../use-cases/send-notices'
import { fitField } from './fit-field'

export interface NoticeSettings {
  appId: string
  secret: string
  /** Without a slash at its end, `https://api.weixin.qq.com` or a stand-in's. */
  url: string
  timeoutMs?: number
}

/** Where the access token is kept between runs: WeChat gives a few a day to whoever asks too often. */
export interface TokenStore {
  read(): Promise<{ token: string; endsAt: number } | undefined>
  keep(token: { token: string; endsAt: number }): Promise<void>
}

type Answered = Record<string, unknown> & { errcode?: number }

const post = async ({ url, timeoutMs = 5000 }: NoticeSettings, path: string, body: object): Promise<Answered | undefined> => {
  try {
    const response = await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
    return response.ok ? ((await response.json()) as Answered) : undefined
  } catch {
    // Unreachable, too slow or no JSON. The fault's own words may hold the address, and with it the token: they are dropped.
    return undefined
  }
}

/** System busy, too many a minute or a day, no answer: the same again later. */
const isBusy = (answer: Answered | undefined): boolean => answer === undefined || [-1, 45009, 45011, 45047].includes(answer.errcode ?? 0)
/** The token has ended, or was made worthless by another one. */
const isStale = (answer: Answered | undefined): boolean => [40001, 40014, 42001].includes(answer?.errcode ?? 0)
const marginMs = 60_000

/**
 * Sends subscription messages by WeChat's server API (`stable_token`, `subscribeMessage.send`), each by a consent that the user gave for one.
 * @throws Error with WeChat's number where our own id, secret or address is refused: no notice is at fault then
 */
export const noticeSender = (settings: NoticeSettings, tokens: TokenStore, now: () => number): SendNotice => {
  const fresh = async (force: boolean): Promise<string | undefined> => {
    const answer = await post(settings, '/cgi-bin/stable_token', { grant_type: 'client_credential', appid: settings.appId, secret: settings.secret, force_refresh: force })
    if (isBusy(answer)) return undefined
    const { access_token: token, expires_in: seconds } = answer as Answered
    if (typeof token !== 'string' || typeof seconds !== 'number') throw new Error(`WeChat refuses this service a token: errcode ${answer?.errcode ?? 'none'}`)
    await tokens.keep({ token, endsAt: now() + seconds * 1000 })
    return token
  }
  const held = async (): Promise<string | undefined> => {
    const kept = await tokens.read()
    return kept && kept.endsAt - marginMs > now() ? kept.token : fresh(false)
  }
  /** Another token than the one that is worth nothing: as a rule WeChat has one already; only where it has not, one is forced, which it allows twenty times a day. */
  const anotherThan = async (stale: string): Promise<string | undefined> => {
    const token = await fresh(false)
    return token === stale ? fresh(true) : token
  }

  const send = (token: string, openId: string, { id, what, outcome, at }: NoticeTemplate, said: Parameters<SendNotice>[2]) => {
    const data = { [what]: said.what, [outcome]: said.outcome, [at]: said.at }
    return post(settings, `/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(token)}`, {
      touser: openId, template_id: id, page: said.page, miniprogram_state: 'formal', lang: 'zh_CN', data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value: fitField(name, value) }])),
    })
  }

  return async (openId, template, said): Promise<NoticeOutcome> => {
    const token = await held()
    if (token === undefined) return 'busy'
    let answer = await send(token, openId, template, said)
    if (isStale(answer)) {
      const another = await anotherThan(token)
      if (another === undefined) return 'busy'
      answer = await send(another, openId, template, said)
    }
    if (isBusy(answer) || isStale(answer)) return 'busy'
    const errcode = answer?.errcode ?? 0
    if (errcode === 0) return 'sent'
    return errcode === 43101 || errcode === 40003 ? 'not-allowed' : { fault: errcode }
  }
}
