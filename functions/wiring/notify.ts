import { notify } from '../schedule/notify'
import { keepToken, readKeptToken } from '../store/notices'
import { noticeSender } from '../wechat/send-notice'
import { readNoticeTemplates, readStage, readWeChatApp } from './configuration'
import { contextOf } from './context'

const stage = readStage()
const noticeTemplates = readNoticeTemplates()
const app = noticeTemplates && readWeChatApp()
const context = contextOf(stage, { noticeTemplates, ...(app && { weChatAppId: app.appId }) })
const send = app && noticeSender(app, { read: () => readKeptToken(context.table, app.appId), keep: (token) => keepToken(context.table, app.appId, token) }, context.now)
export const handler = notify(context, send, stage.counties)
