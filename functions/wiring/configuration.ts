/** What a deployment sets, and the refusal to start with what only the local stage may have. The only reader of process.env. */
export interface Configuration {
  stage: string
  table: string
  bucket: string
  sessionSecret: Uint8Array
  sessionMinutes: number
  demo: boolean
  /** The counties the daily sweep goes through. */
  counties: string[]
  weChat: { appId: string; secret: string; url: string }
}

const localSecret = 'only-for-the-local-stage-0123456789abcdef'

/** @throws Error that names the variable where one is missing, or a deployed stage has a development sign-in or a default secret. */
export const readConfiguration = (env: Record<string, string | undefined> = process.env): Configuration => {
  const stage = env.STAGE ?? ''
  const local = stage === 'local'
  const need = (name: string, fallback?: string): string => {
    const value = env[name] || (local ? fallback : undefined)
    if (value === undefined) throw new Error(`${name} is not set`)
    return value
  }
  if (stage === '') throw new Error('STAGE is not set')
  const demo = env.DEMO_SIGN_IN === 'true'
  if (demo && !local) throw new Error(`DEMO_SIGN_IN is for the local stage only: stage ${stage} refuses to start`)
  const secret = need('SESSION_SECRET', localSecret)
  if (!local && (secret.length < 32 || secret === localSecret || /^(secret|change-?me|default|development)/i.test(secret))) {
    throw new Error(`SESSION_SECRET is a default or too short (32 characters at least): stage ${stage} refuses to start`)
  }
  const weChat = { appId: need('WECHAT_APP_ID', 'wx-local'), secret: need('WECHAT_SECRET', 'local-secret'), url: env.WECHAT_URL || 'https://api.weixin.qq.com' }
  if (!local && (weChat.secret === 'local-secret' || weChat.appId === 'wx-local')) throw new Error(`WECHAT_SECRET or WECHAT_APP_ID is the local stage's: stage ${stage} refuses to start`)
  return { stage, table: need('TABLE_NAME'), bucket: need('BUCKET_NAME', 'qingcheng-local-files'), sessionSecret: new TextEncoder().encode(secret), sessionMinutes: Number(env.SESSION_MINUTES ?? 30), demo, counties: (env.COUNTIES ?? 'wangcang').split(','), weChat }
}
