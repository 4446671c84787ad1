import type { Answer } from '@shared/contract'
import { noticeKinds } from '@shared/model/notice'
import type { UseCase } from '../http/app'
import { openIdsOf } from '../store/identities'
import { addAllowance, readAllowance } from '../store/notices'
import type { Actor, Context } from './context'

/** Nothing is offered where nothing could be sent: on a stage without templates, to a person without a WeChat user of the mini-program. */
const standing = async (context: Context, { identity }: Actor): Promise<Answer<'showNotices'>> => {
  const { noticeTemplates = {}, weChatAppId } = context.config
  const offered = noticeKinds.flatMap((kind) => (noticeTemplates[kind] ? [{ kind, templateId: noticeTemplates[kind].id }] : []))
  if (identity === undefined || offered.length === 0 || (await openIdsOf(context.table, identity, weChatAppId)).length === 0) return { kinds: [] }
  const allowance = await readAllowance(context.table, identity)
  return { kinds: offered.map((one) => ({ ...one, allowed: allowance[one.kind] ?? 0 })) }
}

export const showNotices: UseCase<'showNotices'> = (context, _input, { actor }) => standing(context, actor)

/** WeChat gives one sending for each consent, and so it is counted: once for each of the phone's requests. */
export const allowNotices: UseCase<'allowNotices'> = async (context, { id, kinds }, { actor }) => {
  const offered = [...new Set(kinds)].filter((kind) => context.config.noticeTemplates?.[kind])
  if (actor.identity !== undefined && offered.length > 0) await addAllowance(context.table, actor.identity, id, offered)
  return standing(context, actor)
}
