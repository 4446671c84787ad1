import { pdfRenderer } from '../documents/render'
import { s3Store } from '../files/s3-objects'
import { appOf } from '../http/app'
import { lambdaHandler } from '../http/lambda'
import { issueRoutes } from '../http/routes/documents'
import { logRead } from '../use-cases/log-read'
import { readPublicUrl, readSessions, readStage } from './configuration'
import { contextOf } from './context'

/** Issues documents as PDF, apart from the rest for the fonts. */
const stage = readStage()
const parts = { renderer: pdfRenderer, objects: s3Store(stage.bucket), publicUrl: readPublicUrl() }
export const handler = lambdaHandler(appOf(contextOf(stage, { sessions: readSessions() }), issueRoutes(parts), logRead))
