import type { MessageView } from '@shared/contract/messages'
import { actWords, stateWords } from '@/features/apply/words'
import { t, tOr } from '@/text'
import { g } from './text'

type About = MessageView['about']

/** What a message says in a line, what below it, and which page it opens. */
export interface MessageWords {
  title: string
  more: string
  page: string
  params?: Record<string, string>
}

const application = ({ act, state }: Extract<About, { kind: 'application' }>): MessageWords => {
  if (act === 'close-notice' && state === 'public-notice') return { title: g('fillForm'), more: g('noticeOver'), page: 'mine/apply' }
  const over = state === 'returned' || state === 'rejected' || state === 'terminated' || state === 'withdrawn'
  const [done, now] = [actWords(act), g('now', { state: stateWords(state) })]
  const step = stateWords(state).includes(done) ? now : g('step', { act: done, now })
  return { title: g(over ? state : 'application'), more: over && state !== 'withdrawn' ? g('lookWhy') : step, page: 'mine/apply' }
}

const record = ({ verdict, appealed, granted, title, recordId }: Extract<About, { kind: 'record' }>): MessageWords => {
  const heard = appealed && (verdict === 'approved' || verdict === 'rejected')
  return { title: g(granted ? 'record-granted' : heard ? `appeal-${verdict}` : `record-${verdict}`), more: title || t('recordDetail'), page: 'mine/record', params: { id: recordId } }
}

export const messageWords = (about: About): MessageWords => {
  switch (about.kind) {
    case 'application': return application(about)
    case 'asked': return { title: g(about.as, { name: about.name }), more: g('openTask'), page: 'people/asked' }
    case 'record': return record(about)
    case 'exam': return { title: g(about.change ? `exam-${about.change}` : 'exam', { course: tOr(`cat-${about.course}`, '') }), more: g('points', { score: about.score }), page: 'mine/requirement', params: { key: about.course } }
    case 'event': return { title: g('event'), more: about.title || g('thing'), page: 'event', params: { id: about.eventId } }
    case 'scan': return { title: g(`scan-${about.outcome}`), more: about.title || g('thing'), page: 'event', params: { id: about.eventId } }
    case 'role': return { title: g(`role-${about.outcome}`, { role: t(`role-${about.role}`) }), more: about.scopeName, page: 'me' }
    case 'proposal': return { title: g(`proposal-${about.outcome}`, { name: about.name, role: t(`role-${about.role}`) }), more: about.scopeName, page: 'staff/roles' }
    case 'moved': return { title: g(about.how), more: about.place, page: 'me' }
    case 'late': return { title: about.own > 0 ? g('late', { n: about.own }) : g('lateBelow', { n: about.below }), more: about.own > 0 && about.below > 0 ? `${about.scopeName} · ${g('lateBelow', { n: about.below })}` : about.scopeName, page: 'staff/applications' }
    case 'document': return { title: g('document'), more: g('documentWords'), page: 'documents/list' }
  }
}
