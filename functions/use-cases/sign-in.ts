import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { keys } from '../store/keys'
import { readMe } from '../store/people'
import { getItem } from '../store/table'
import { openSession } from './open-session'
import { issueToken } from './session-token'

/** Exchanges WeChat's code (or, on the local stage, a demo person's) for a session. WeChat's session_key goes no further than this. */
export const signIn: UseCase<'signIn'> = async (context, { provider, code }) => {
  if (provider === 'demo') {
    if (!context.config.demo) return refuse('not-allowed')
    const account = await getItem<{ personId: string }>(context.table, keys.demoAccount(code))
    const me = account && (await readMe(context.table, account.personId))
    return me ? openSession(context, me) : refuse('sign-in-code-invalid')
  }
  const exchanged = await context.wechat.exchange(code)
  if ('refused' in exchanged) return refuse(exchanged.refused)
  const identity = `${context.config.weChatAppId}#${exchanged.openId}`
  const bound = await getItem<{ personId: string }>(context.table, keys.identity(context.config.weChatAppId, exchanged.openId))
  const me = bound && (await readMe(context.table, bound.personId))
  if (me?.identity === identity) return openSession(context, me)
  return { ...(await issueToken(context, { identity })), person: null }
}
