import { localTemplates } from '../wiring/configuration'

/** A subscription message as the stand-in delivered it. */
export interface DeliveredNotice {
  touser: string
  template_id: string
  page: string
  data: Record<string, { value: string }>
}

export interface NoticeService {
  /** Everything that was delivered, oldest first. */
  delivered: DeliveredNotice[]
  /** The user taps "allow" this often, as `wx.requestSubscribeMessage` lets them. */
  allow(openId: string, templateId: string, times?: number): void
  /** The user has left: their open id is unknown from now on. */
  leave(openId: string): void
  /** The access token given last ends at once, as when somebody forces another one elsewhere. */
  endToken(): void
  /** How many tokens were given so far that were not given before. */
  tokensMade(): number
  /** Answers a request; undefined: this path is not of this service. */
  answer(path: string, query: URLSearchParams, body: string): object | undefined
}

type Field = [fits: (value: string) => boolean, what: string]
/** WeChat's limits of a field by the letters of its name. */
const fields: Record<string, Field> = {
  thing: [(value) => [...value].length <= 20, 'at most 20 characters'],
  phrase: [(value) => /^\p{Script=Han}{1,5}$/u.test(value), 'one to five Chinese characters'],
  time: [(value) => /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(:\d{2})?$/.test(value), 'a time'],
  date: [(value) => /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/.test(value), 'a date'],
}

const words: Record<number, string> = {
  40001: 'invalid credential, access_token is invalid or not latest', 40002: 'invalid grant_type', 40003: 'invalid openid', 40013: 'invalid appid', 40037: 'invalid template_id', 40125: 'invalid appsecret', 41001: 'access_token missing', 41030: 'invalid page',
  42001: 'access_token expired', 43101: 'user refuse to accept the msg', 45009: 'reach max api daily quota limit', 47001: 'data format error', 47003: 'argument invalid!',
}
const error = (errcode: number, more = '') => ({ errcode, errmsg: `${words[errcode] ?? 'error'}${more} rid: 65f0-${errcode}` })

const lifeMs = 7_200_000
/** In normal mode WeChat makes another token this long before the end of the one that is good. */
const earlyMs = 300_000
const forcedADay = 20
const forcedEveryMs = 30_000

/** Speaks `POST /cgi-bin/stable_token` and `POST /cgi-bin/message/subscribe/send` as WeChat documents them, errors included. A message takes one consent; there is none that nobody gave. */
export const noticeService = ({ appId, secret, now }: { appId: string; secret: string; now: () => number }): NoticeService => {
  const templates = new Map(Object.values(localTemplates).map(({ id, what, outcome, at }) => [id, [what, outcome, at]]))
  const allowed = new Map<string, number>()
  const left = new Set<string>()
  const delivered: DeliveredNotice[] = []
  const ended = new Map<string, number>()
  let made = 0
  let current: { token: string; endsAt: number } | undefined
  let forced: number[] = []

  const makeToken = () => {
    made += 1
    current = { token: `token-${made}-${appId}`, endsAt: now() + lifeMs }
    return current
  }

  const tokenFor = (asked: Record<string, unknown>): object => {
    if (asked.grant_type !== 'client_credential') return error(40002)
    if (asked.appid !== appId) return error(40013)
    if (asked.secret !== secret) return error(40125)
    if (asked.force_refresh === true) {
      forced = forced.filter((at) => now() - at < 86_400_000)
      if (forced.length >= forcedADay || forced.some((at) => now() - at < forcedEveryMs)) return error(45009)
      forced.push(now())
      if (current) ended.set(current.token, 40001)
    }
    // Whether the last one was ended elsewhere is not asked: until its time is up it is given again.
    const { token, endsAt } = current && current.endsAt - earlyMs > now() && asked.force_refresh !== true ? current : makeToken()
    return { access_token: token, expires_in: Math.floor((endsAt - now()) / 1000) }
  }

  const faultOfToken = (token: string | null): number | undefined => {
    if (!token) return 41001
    if (ended.has(token)) return ended.get(token)
    if (token !== current?.token) return 40001
    return now() >= current.endsAt ? 42001 : undefined
  }

  const faultOfData = (names: string[], data: Record<string, { value?: unknown }> = {}): string | undefined => {
    for (const name of names) {
      const value = data[name]?.value
      const [fits, what] = fields[name.replace(/\d+$/, '')] as Field
      if (typeof value !== 'string' || value === '') return ` data.${name}.value is empty`
      if (!fits(value)) return ` data.${name}.value invalid: ${what}`
    }
    return Object.keys(data).find((name) => !names.includes(name)) && ' data has a field that the template has not'
  }

  const deliver = (notice: DeliveredNotice): object => {
    const { touser, template_id: template, page, data } = notice
    if (!touser || left.has(touser)) return error(40003)
    const names = templates.get(template)
    if (!names) return error(40037)
    if (page !== undefined && !/^(pages|packages)\/[\w/-]+$/.test(page)) return error(41030)
    const fault = faultOfData(names, data)
    if (fault) return error(47003, fault)
    const key = `${touser} ${template}`
    const times = allowed.get(key) ?? 0
    if (times < 1) return error(43101)
    allowed.set(key, times - 1)
    delivered.push({ touser, template_id: template, page, data })
    return { errcode: 0, errmsg: 'ok' }
  }

  return {
    delivered,
    allow: (openId, templateId, times = 1) => void allowed.set(`${openId} ${templateId}`, (allowed.get(`${openId} ${templateId}`) ?? 0) + times),
    leave: (openId) => void left.add(openId),
    endToken: () => {
      if (current) ended.set(current.token, 40001)
    },
    tokensMade: () => made,
    answer: (path, query, body) => {
      if (path !== '/cgi-bin/stable_token' && path !== '/cgi-bin/message/subscribe/send') return undefined
      let asked: Record<string, unknown>
      try {
        asked = JSON.parse(body)
      } catch {
        return error(47001)
      }
      if (path === '/cgi-bin/stable_token') return tokenFor(asked)
      const fault = faultOfToken(query.get('access_token'))
      return fault === undefined ? deliver(asked as unknown as DeliveredNotice) : error(fault)
    },
  }
}
