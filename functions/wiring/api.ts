import { s3Files } from '../files/s3-files'
import { appOf } from '../http/app'
import { lambdaHandler } from '../http/lambda'
import { withPublicPages } from '../http/public-pages'
import { applicationRoutes } from '../http/routes/applications'
import { documentRoutes } from '../http/routes/documents'
import { eventRoutes } from '../http/routes/events'
import { examRoutes } from '../http/routes/exams'
import { peopleRoutes } from '../http/routes/people'
import { progressRoutes } from '../http/routes/progress'
import { recordRoutes } from '../http/routes/records'
import { reviewRoutes } from '../http/routes/reviews'
import { logRead } from '../use-cases/log-read'
import { readSessions, readStage } from './configuration'
import { contextOf } from './context'

/** The rest of the API. */
const stage = readStage()
const context = contextOf(stage, { files: s3Files(stage.bucket), sessions: readSessions() })
export const handler = lambdaHandler(withPublicPages(appOf(context, { ...peopleRoutes, ...progressRoutes, ...recordRoutes, ...reviewRoutes, ...eventRoutes, ...applicationRoutes, ...documentRoutes, ...examRoutes }, logRead)))
