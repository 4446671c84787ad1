import { appOf } from '../http/app'
import { lambdaHandler } from '../http/lambda'
import { rosterRoutes } from '../http/routes/roster'
import { readSessions, readStage } from './configuration'
import { contextOf } from './context'

/** Roster import, apart from the rest for the size of the spreadsheet reader. */
export const handler = lambdaHandler(appOf(contextOf(readStage(), { sessions: readSessions() }), rosterRoutes))
