import { jest } from '@jest/globals'
import type { MessageView } from '@shared/contract/messages'
import { type ActName, applicationStates } from '@shared/model/application'

// Words ask which language was chosen: here as the H5 build keeps it, for Taro's own loads in no test.
jest.unstable_mockModule('@tarojs/taro', () => ({ default: { setStorageSync: () => {}, getStorageSync: () => '', removeStorageSync: () => {}, getStorageInfoSync: () => ({ keys: [] }), getSystemInfoSync: () => ({ language: 'zh_CN' }) } }))
const { setLanguage } = await import('@/text/language')
const { messageWords } = await import('@/packages/mine/messages/message-words')
const { byDay } = await import('@/packages/mine/messages/by-day')

type About = MessageView['about']
const acts: ActName[] = ['talk', 'record-route', 'name-activist', 'mentor-talk', 'propose-candidate', 'pre-review', 'open-notice', 'object', 'answer-objection', 'close-notice', 'fill-form', 'introduce', 'vote', 'approve', 'reject', 'file', 'swear-in', 'archive', 'return', 'withdraw', 'terminate']
const role = { role: 'branch-secretary' as const, scope: 'wangcang.s01.b01', scopeName: '团支部' }
const abouts: About[] = [
  ...applicationStates.flatMap((state) => acts.map((act): About => ({ kind: 'application', applicationId: 'application-1', act, state, n: 1 }))),
  ...(['mentor', 'introducer'] as const).map((as): About => ({ kind: 'asked', as, personId: 'w-student-1', name: '张小明' })),
  ...(['approved', 'rejected', 'appealed', 'withdrawn', 'revoked', 'corrected', 'kept'] as const).flatMap((verdict): About[] => [{ kind: 'record', recordId: 'record-1', verdict, title: '打扫' }, { kind: 'record', recordId: 'record-1', verdict, title: '', appealed: true }]),
  ...([undefined, 'corrected', 'taken-back'] as const).map((change): About => ({ kind: 'exam', examId: 'league-class~1', course: 'league-class', score: 61.5, ...(change && { change }) })),
  { kind: 'event', eventId: 'home~event-1', title: '' },
  ...(['accepted', 'dismissed', 'undone'] as const).map((outcome): About => ({ kind: 'scan', eventId: 'home~event-1', title: '活动', outcome })),
  ...(['given', 'ended'] as const).map((outcome): About => ({ kind: 'role', ...role, outcome })),
  ...(['approved', 'refused'] as const).map((outcome): About => ({ kind: 'proposal', ...role, name: '张小明', outcome })),
  { kind: 'document', documentId: 'document-1', document: 'transcript' },
]

test.each(['zh-CN', 'en'] as const)('in %s every message says what happened and leads somewhere, with no id and no gap', (language) => {
  setLanguage(language)
  for (const about of abouts) {
    const { title, more, page } = messageWords(about)
    for (const words of [title, more]) {
      expect(words).toMatch(/\S/)
      expect(words).not.toMatch(/[{}~]|undefined|\b\w+-\d+\b|wangcang/)
      if (language === 'zh-CN') expect(words).not.toMatch(/[a-z]{3}/)
      else expect(title.replace('张小明', '')).not.toMatch(/\p{Script=Han}/u)
    }
    expect(page).toMatch(/^[a-z]+(\/[a-z-]+)?$/)
  }
  setLanguage('zh-CN')
})

test('a refusal is not called news, and an appeal is answered as one', () => {
  expect(messageWords({ kind: 'application', applicationId: 'a', act: 'return', state: 'returned', n: 3 }).title).toBe('入团申请被退回')
  expect(messageWords({ kind: 'record', recordId: 'r', verdict: 'rejected', title: '打扫', appealed: true }).title).toBe('申诉后仍没有通过')
  expect(messageWords({ kind: 'record', recordId: 'r', verdict: 'approved', title: '团课 第三讲', granted: true })).toMatchObject({ title: '点名记录已计入', more: '团课 第三讲', page: 'mine/record' })
})

test('messages lie under their day in Beijing, newest first', () => {
  const message = (at: string): MessageView => ({ messageId: at, at, unread: false, about: { kind: 'event', eventId: 'e', title: '活动' } })
  expect(byDay(['2026-06-15T16:30:00Z', '2026-06-15T15:30:00Z', '2026-06-15T01:00:00Z'].map(message)).map(({ day, messages }) => [day, messages.length])).toEqual([['2026-06-16', 1], ['2026-06-15', 2]])
  expect(byDay([])).toEqual([])
})
