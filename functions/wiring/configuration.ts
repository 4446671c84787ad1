import { noticeKinds } from '@shared/model/notice'
import type { NoticeTemplate, NoticeTemplates } from '../use-cases/context'
import type { WeChatPage } from '../wechat/authorize-page'
import { fieldKinds, kindOfField } from '../wechat/fit-field'

/** What a deployment sets, each part read only by the functions that use it, and the refusal to start with what only the local stage may have. */
type Environment = Record<string, string | undefined>

export interface Stage {
  name: string
  table: string
  bucket: string
  /** Whether anyone may sign in as a demo person: on the local stage only. */
  demo: boolean
  /** The counties the daily sweep goes through. */
  counties: string[]
  /** How long it is kept how a scan's time was found (spec/privacy.md: 90 days). */
  telemetryDays: number
  /** How long the words of an application that came to nothing are kept (spec/privacy.md: a year). */
  endedApplicationDays: number
}
export interface Sessions {
  secret: Uint8Array
  minutes: number
}
interface Account {
  appId: string
  secret: string
}
export interface WeChatAccount extends Account {
  url: string
  /** What browsers sign in with; absent where the stage has none. */
  web?: Account | undefined
}

/** Values of the local stage (serverless.yml, custom.local): none is a secret, and none is accepted anywhere else. */
const local = { secret: 'only-for-the-local-stage-0123456789abcdef', weChatAppId: 'wx-local', weChatSecret: 'local-secret', weChatWebAppId: 'wx-web-local', weChatWebSecret: 'local-web-secret' }

const need = (env: Environment, name: string, fallback?: string): string => {
  const value = env[name] || (env.STAGE === 'local' ? fallback : undefined)
  if (value === undefined) throw new Error(`${name} is not set`)
  return value
}

/** @throws Error that names the variable where one is missing, or a deployed stage has the demo sign-in. */
export const readStage = (env: Environment = process.env): Stage => {
  const name = need(env, 'STAGE')
  const demo = env.DEMO_SIGN_IN === 'true'
  if (demo && name !== 'local') throw new Error(`DEMO_SIGN_IN is for the local stage only: stage ${name} refuses to start`)
  return { name, table: need(env, 'TABLE_NAME'), bucket: need(env, 'BUCKET_NAME', 'qingcheng-local-files'), demo, counties: (env.COUNTIES ?? 'wangcang').split(','), telemetryDays: Number(env.TELEMETRY_DAYS ?? 90), endedApplicationDays: Number(env.ENDED_APPLICATION_DAYS ?? 365) }
}

/** @throws Error where a deployed stage has no secret, a short one or a default one. */
export const readSessions = (env: Environment = process.env): Sessions => {
  const secret = need(env, 'SESSION_SECRET', local.secret)
  if (env.STAGE !== 'local' && (secret.length < 32 || secret === local.secret || /^(secret|change-?me|default|development)/i.test(secret))) {
    throw new Error(`SESSION_SECRET is a default or too short (32 characters at least): stage ${env.STAGE} refuses to start`)
  }
  return { secret: new TextEncoder().encode(secret), minutes: Number(env.SESSION_MINUTES ?? 30) }
}

/** The mini-program's id, for functions that hold no secret of it. */
export const readWeChatAppId = (env: Environment = process.env): string => need(env, 'WECHAT_APP_ID', local.weChatAppId)

/** The mini-program's account. @throws Error where a deployed stage has none, or the local stage's. */
export const readWeChatApp = (env: Environment = process.env): Account & { url: string } => {
  const [appId, secret] = [need(env, 'WECHAT_APP_ID', local.weChatAppId), need(env, 'WECHAT_SECRET', local.weChatSecret)]
  if (env.STAGE !== 'local' && (secret === local.weChatSecret || appId === local.weChatAppId)) throw new Error(`WECHAT_SECRET or WECHAT_APP_ID is the local stage's: stage ${env.STAGE} refuses to start`)
  return { appId, secret, url: env.WECHAT_URL || 'https://api.weixin.qq.com' }
}

/** @throws Error where a deployed stage has no WeChat account, or the local stage's. */
export const readWeChat = (env: Environment = process.env): WeChatAccount => ({ ...readWeChatApp(env), web: readWeChatWeb(env) })

const templateOf = (kind: string, given: unknown, stage: string | undefined): NoticeTemplate => {
  const { id, ...fields } = (given ?? {}) as Record<string, unknown>
  const fault = (what: string) => new Error(`WECHAT_TEMPLATES: ${kind} ${what}: stage ${stage} refuses to start`)
  if (typeof id !== 'string' || id === '') throw fault('has no id')
  if (stage !== 'local' && id.startsWith('local-')) throw fault('is the local stage’s')
  const fieldOf = (role: keyof typeof fieldKinds): string => {
    const name = fields[role]
    if (typeof name !== 'string' || !(fieldKinds[role] as readonly string[]).includes(kindOfField(name))) throw fault(`needs for ${role} a field of the kind ${fieldKinds[role].join(' or ')}`)
    return name
  }
  return { id, what: fieldOf('what'), outcome: fieldOf('outcome'), at: fieldOf('at') }
}

/** The local stage's own templates, which its stand-in for WeChat knows too. */
export const localTemplates: Required<NoticeTemplates> = {
  application: { id: 'local-application', what: 'thing1', outcome: 'phrase2', at: 'time3' },
  record: { id: 'local-record', what: 'thing1', outcome: 'phrase2', at: 'time3' },
  task: { id: 'local-task', what: 'thing1', outcome: 'phrase2', at: 'time3' },
  event: { id: 'local-event', what: 'thing1', outcome: 'phrase2', at: 'time3' },
}

/**
 * The templates of WeChat's subscription messages by kind of notice, as JSON: `{"record":{"id":"…","what":"thing1","outcome":"phrase2","at":"time3"}}`; absent where none are set (`none`).
 * @throws Error where one is not understood, or is the local stage's on another
 */
export const readNoticeTemplates = (env: Environment = process.env): NoticeTemplates | undefined => {
  const given = env.WECHAT_TEMPLATES || (env.STAGE === 'local' ? JSON.stringify(localTemplates) : 'none')
  if (given === 'none') return undefined
  let parsed: Record<string, unknown>
  try {
    parsed = JSON.parse(given)
  } catch {
    throw new Error(`WECHAT_TEMPLATES is no JSON: stage ${env.STAGE} refuses to start`)
  }
  const unknown = Object.keys(parsed).find((kind) => !(noticeKinds as readonly string[]).includes(kind))
  if (unknown !== undefined) throw new Error(`WECHAT_TEMPLATES: there is no kind ${unknown}: stage ${env.STAGE} refuses to start`)
  return Object.fromEntries(Object.entries(parsed).map(([kind, one]) => [kind, templateOf(kind, one, env.STAGE)]))
}

/** `none` is a deployment's word for no account: CloudFormation wants a value. */
const webAppIdOf = (env: Environment): string | undefined => {
  const appId = env.WECHAT_WEB_APP_ID || (env.STAGE === 'local' ? local.weChatWebAppId : undefined)
  return appId === 'none' ? undefined : appId
}

const readWeChatWeb = (env: Environment): Account | undefined => {
  const appId = webAppIdOf(env)
  if (appId === undefined) return undefined
  const secret = need(env, 'WECHAT_WEB_SECRET', local.weChatWebSecret)
  if (env.STAGE !== 'local' && (secret === local.weChatWebSecret || appId === local.weChatWebAppId)) throw new Error(`WECHAT_WEB_SECRET or WECHAT_WEB_APP_ID is the local stage's: stage ${env.STAGE} refuses to start`)
  return { appId, secret }
}

/**
 * WeChat's page for browsers and the app's own address; absent where the stage has no account for the web.
 * @throws Error where the account is there and the app's address or the kind of account is not
 */
export const readWeChatPage = (env: Environment = process.env): WeChatPage | undefined => {
  const appId = webAppIdOf(env)
  if (appId === undefined) return undefined
  const scope = env.WECHAT_WEB_SCOPE || 'snsapi_login'
  if (scope !== 'snsapi_login' && scope !== 'snsapi_userinfo') throw new Error('WECHAT_WEB_SCOPE is snsapi_login (a website’s account) or snsapi_userinfo (an official account’s)')
  return { appId, scope, url: env.WECHAT_OPEN_URL || 'https://open.weixin.qq.com', appUrl: need(env, 'APP_URL', 'http://127.0.0.1:10086/') }
}

/** What signs the heads of audit chains. @throws where a deployed stage has no KMS key, or a key file: a file can be copied, and then proves nothing. */
export const readAuditKey = (env: Environment = process.env): { arn: string } | { file: string } => {
  if (env.STAGE === 'local' && env.AUDIT_KEY_FILE) return { file: env.AUDIT_KEY_FILE }
  if (env.AUDIT_KEY_FILE) throw new Error(`AUDIT_KEY_FILE is for the local stage only: stage ${env.STAGE} refuses to start`)
  return { arn: need(env, 'AUDIT_KEY_ARN') }
}

/** Where anyone reaches the API, as it is printed on documents; without a slash at its end. */
export const readPublicUrl = (env: Environment = process.env): string => need(env, 'PUBLIC_URL', 'http://127.0.0.1:3000').replace(/\/+$/, '')

/** The credentials of the function's role, as Lambda sets them. @throws Error that names the variable where one is missing. */
export const readCredentials = (env: Environment = process.env) => ({ accessKeyId: need(env, 'AWS_ACCESS_KEY_ID'), secretAccessKey: need(env, 'AWS_SECRET_ACCESS_KEY'), sessionToken: env.AWS_SESSION_TOKEN })
