/** What WeChat can tell a person of, each by a template of its own: their application, what was decided about what they recorded, something asked of them, a seat. */
export const noticeKinds = ['application', 'record', 'task', 'event'] as const
export type NoticeKind = (typeof noticeKinds)[number]
