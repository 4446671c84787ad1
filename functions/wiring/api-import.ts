import { appOf } from '../http/app'
import { lambdaHandler } from '../http/lambda'
import { questionRoutes } from '../http/routes/questions'
import { importRoutes } from '../http/routes/imports'
import { rosterRoutes } from '../http/routes/roster'
import { turnWorkRoutes } from '../http/routes/turns'
import { readSessions, readStage } from './configuration'
import { contextOf } from './context'

/** Imports of rosters, records and question banks, apart from the rest for the size of the spreadsheet reader; and a school's turn of the year, which takes as long. */
export const handler = lambdaHandler(appOf(contextOf(readStage(), { sessions: readSessions() }), { ...rosterRoutes, ...importRoutes, ...questionRoutes, ...turnWorkRoutes }))
