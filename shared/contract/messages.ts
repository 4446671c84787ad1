import * as z from 'zod'
import type { ActName } from '../model/application'
import { applicationStates } from '../model/application'
import { documentKinds } from '../model/document'
import { noticeKinds } from '../model/notice'
import { clientId, instant, pageOf, paging, personId, role } from './common'
import { endpoint } from './endpoint'

const staffRole = role.shape.name.exclude(['student'])
const eventId = z.string()
const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('application'), applicationId: z.string(), act: z.custom<ActName>((value) => typeof value === 'string'), state: z.enum(applicationStates), n: z.number().int() }),
  z.object({ kind: z.literal('asked'), as: z.enum(['mentor', 'introducer']), personId, name: z.string() }),
  z.object({ kind: z.literal('record'), recordId: z.string(), verdict: z.enum(['approved', 'rejected', 'appealed', 'withdrawn', 'revoked', 'corrected', 'kept']), title: z.string(), appealed: z.literal(true).optional(), granted: z.literal(true).optional() }),
  z.object({ kind: z.literal('exam'), examId: z.string(), course: z.string(), score: z.number(), change: z.enum(['corrected', 'taken-back']).optional() }),
  z.object({ kind: z.literal('event'), eventId, title: z.string() }),
  z.object({ kind: z.literal('scan'), eventId, title: z.string(), outcome: z.enum(['accepted', 'dismissed', 'undone']) }),
  z.object({ kind: z.literal('role'), role: staffRole, scope: z.string(), scopeName: z.string(), outcome: z.enum(['given', 'ended']) }),
  z.object({ kind: z.literal('proposal'), role: staffRole, scope: z.string(), scopeName: z.string(), name: z.string(), outcome: z.enum(['approved', 'refused']) }),
  z.object({ kind: z.literal('moved'), how: z.enum(['moved', 'received', 'graduated']), place: z.string() }),
  z.object({ kind: z.literal('late'), scope: z.string(), scopeName: z.string(), own: z.number().int(), below: z.number().int() }),
  z.object({ kind: z.literal('document'), documentId: z.string(), document: z.enum(documentKinds) }),
])
const message = z.object({ messageId: z.string(), at: instant, unread: z.boolean(), about })
export type MessageView = z.infer<typeof message>

const unread = z.object({ unread: z.number().int() })
/** Kinds of notice there is a template for, and how many more of each the caller has allowed. */
const notices = z.object({ kinds: z.array(z.object({ kind: z.enum(noticeKinds), templateId: z.string(), allowed: z.number().int() })) })

export const messageEndpoints = {
  listMessages: endpoint({
    method: 'GET', path: '/v1/messages', summary: 'Decisions and requests that concern the caller, newest first; kept for two years', access: { who: 'signed-in' },
    query: z.object(paging), answer: pageOf(message).extend(unread.shape),
  }),
  countUnread: endpoint({ method: 'GET', path: '/v1/messages/unread', summary: 'How many messages the caller has not read', access: { who: 'signed-in' }, answer: unread }),
  markRead: endpoint({
    method: 'POST', path: '/v1/messages/read', summary: 'Everything up to this message is read', access: { who: 'signed-in' },
    body: z.object({ at: instant, messageId: z.string().min(1).max(200) }), answer: unread,
  }),
  showNotices: endpoint({ method: 'GET', path: '/v1/notices', summary: 'Of what the caller can be told by WeChat, and how many more times; nothing where this stage has no templates', access: { who: 'signed-in' }, answer: notices }),
  allowNotices: endpoint({
    method: 'POST', path: '/v1/notices', summary: 'One more notice of each of these kinds, as the user just allowed WeChat', access: { who: 'signed-in' },
    body: z.object({ id: clientId, kinds: z.array(z.enum(noticeKinds)).min(1).max(noticeKinds.length) }), answer: notices,
  }),
}
