import { handle } from 'hono/aws-lambda'
import { appOf } from '../http/app'
import { checkInRoutes } from '../http/routes/check-in'
import { sessionRoutes } from '../http/routes/session'
import { weChatClient } from '../wechat/client'
import { readConfiguration } from './configuration'
import { contextOf } from './context'

/** The hot function: sign-in, home, check-in. Kept small, for it starts cold on a morning of 3 000 check-ins. */
const configuration = readConfiguration()
export const handler = handle(appOf(contextOf(configuration, { wechat: weChatClient(configuration.weChat) }), { ...sessionRoutes, ...checkInRoutes }))
