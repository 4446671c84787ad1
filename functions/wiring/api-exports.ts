import { appOf } from '../http/app'
import { lambdaHandler } from '../http/lambda'
import { exportRoutes } from '../http/routes/exports'
import { readSessions, readStage } from './configuration'
import { contextOf } from './context'

/** Spreadsheets out, apart from the rest for the size of what writes them. */
export const handler = lambdaHandler(appOf(contextOf(readStage(), { sessions: readSessions() }), exportRoutes))
