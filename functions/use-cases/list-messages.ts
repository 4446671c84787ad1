import type { Answer } from '@shared/contract'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { countUnread as count, isUnread, markReadTo, placeOf, readInbox, readMessage, readMessagesPage, type StoredMessage } from '../store/messages'
import type { Context } from './context'
import { pageAcross } from './page-across'
import { orgName } from './show-person'

const shown = async (context: Context, { messageId, at, about }: StoredMessage, unread: boolean): Promise<Answer<'listMessages'>['items'][number]> =>
  ({ messageId, at, unread, about: 'scope' in about ? { ...about, scopeName: await orgName(context, about.scope) } : about })

/** The caller's own messages, newest first, with how many are unread. */
export const listMessages: UseCase<'listMessages'> = async (context, { cursor, limit }, { actor: { personId } }) => {
  const inbox = await readInbox(context.table, personId)
  const [page, unread] = await Promise.all([
    pageAcross([personId], cursor, limit, (_own, most, after) => readMessagesPage(context.table, personId, most, after), (messages) => Promise.all(messages.map((one) => shown(context, one, isUnread(inbox, one))))),
    count(context.table, personId, inbox),
  ])
  return { ...page, unread }
}

/** Asked for after the first screen, so that the first screen costs no more. */
export const countUnread: UseCase<'countUnread'> = async (context, _input, { actor: { personId } }) => ({ unread: await count(context.table, personId, await readInbox(context.table, personId)) })

/** Everything up to a message is read. What comes later is not, whatever the phone's clock says: the place is that of a message that is there. */
export const markRead: UseCase<'markRead'> = async (context, { at, messageId }, { actor: { personId } }) => {
  const message = await readMessage(context.table, personId, new Date(at).toISOString(), messageId)
  if (!message) return refuse('not-found')
  await markReadTo(context.table, personId, placeOf(message.sk))
  return { unread: await count(context.table, personId, await readInbox(context.table, personId)) }
}
