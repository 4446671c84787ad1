import type { Answer } from '@shared/contract'
import { noticeKinds } from '@shared/model/notice'
import type { UseCase } from '../http/app'
import { addAllowance, readAllowance } from '../store/notices'
import type { Actor, Context } from './context'

/** Nothing is offered to whom nothing could be sent: a stage without templates, a person without a WeChat identity. */
const standing = async (context: Context, { identity }: Actor): Promise<Answer<'showNotices'>> => {
  const { noticeTemplates = {} } = context.config
  const offered = identity === undefined ? [] : noticeKinds.flatMap((kind) => (noticeTemplates[kind] ? [{ kind, templateId: noticeTemplates[kind].id }] : []))
  const allowance = identity === undefined || offered.length === 0 ? {} : await readAllowance(context.table, identity)
  return { kinds: offered.map((one) => ({ ...one, allowed: allowance[one.kind] ?? 0 })) }
}

export const showNotices: UseCase<'showNotices'> = (context, _input, { actor }) => standing(context, actor)

/** WeChat gives one sending for each consent, and so it is counted: once for each of the phone's requests. */
export const allowNotices: UseCase<'allowNotices'> = async (context, { id, kinds }, { actor }) => {
  const { noticeTemplates = {} } = context.config
  const offered = [...new Set(kinds)].filter((kind) => noticeTemplates[kind])
  if (actor.identity !== undefined && offered.length > 0) await addAllowance(context.table, actor.identity, id, offered)
  return standing(context, actor)
}
