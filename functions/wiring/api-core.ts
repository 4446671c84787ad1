import { appOf } from '../http/app'
import { lambdaHandler } from '../http/lambda'
import { checkInRoutes } from '../http/routes/check-in'
import { sessionRoutes } from '../http/routes/session'
import { weChatClient } from '../wechat/client'
import { readSessions, readStage, readWeChat } from './configuration'
import { contextOf } from './context'

/** The hot function: sign-in, home, check-in. Kept small, for it starts cold on a morning of 3 000 check-ins. */
const weChat = readWeChat()
export const handler = lambdaHandler(appOf(contextOf(readStage(), { wechat: weChatClient(weChat), weChatAppId: weChat.appId, weChatWebAppId: weChat.web?.appId ?? '', sessions: readSessions() }), { ...sessionRoutes, ...checkInRoutes }))
