import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readUnion, resolveIdentity } from '../store/identities'
import { keys } from '../store/keys'
import { readMe } from '../store/people'
import { getItem, putIfAbsent } from '../store/table'
import type { Context } from './context'
import { openSession } from './open-session'
import { issueToken } from './session-token'
import { useWebState } from './web-state'

/** A session of whom the identity used last; one that may only bind where it opens nobody. */
const openIdentity = async (context: Context, given: string, unionId: string | undefined) => {
  const { identity, item } = await resolveIdentity(context.table, given, unionId)
  const own = item && identity === given ? unionId : undefined
  const [me, union] = await Promise.all([item && readMe(context.table, item.personId), own === undefined ? undefined : readUnion(context.table, own)])
  if (me?.identity !== identity) return { ...(await issueToken(context, { identity: given, ...(unionId !== undefined && { unionId }) })), person: null }
  // From now on the same user's other identities open the same people without a code.
  if (own !== undefined && !union) await putIfAbsent(context.table, { ...keys.union(own), identity })
  return openSession(context, me)
}

/** Exchanges WeChat's code (or, on the local stage, a demo person's) for a session. WeChat's keys and tokens go no further than this. */
export const signIn: UseCase<'signIn'> = async (context, { provider, code, state, browser }) => {
  if (provider === 'demo') {
    if (!context.config.demo) return refuse('not-allowed')
    const account = await getItem<{ personId: string }>(context.table, keys.demoAccount(code))
    const me = account && (await readMe(context.table, account.personId))
    return me ? openSession(context, me) : refuse('sign-in-code-invalid')
  }
  const web = provider === 'wechat-web'
  if (web && !(await useWebState(context, state, browser))) return refuse('sign-in-state-invalid')
  const exchanged = await (web ? context.wechat.exchangeWeb(code) : context.wechat.exchange(code))
  if ('refused' in exchanged) return refuse(exchanged.refused)
  const { weChatAppId, weChatWebAppId } = context.config
  return openIdentity(context, `${web ? weChatWebAppId : weChatAppId}#${exchanged.openId}`, exchanged.unionId)
}
