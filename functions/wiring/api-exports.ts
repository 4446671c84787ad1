import { appOf } from '../http/app'
import { lambdaHandler } from '../http/lambda'
import { exportRoutes } from '../http/routes/exports'
import { readSessions, readStage } from './configuration'
import { contextOf } from './context'
import { auditSigner } from './signer'

/** Spreadsheets and audit trails out, apart from the rest for the size of what writes them. */
export const handler = lambdaHandler(appOf(contextOf(readStage(), { signer: auditSigner(), sessions: readSessions() }), exportRoutes))
