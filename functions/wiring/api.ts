import { s3Files } from '../files/s3-files'
import { appOf } from '../http/app'
import { lambdaHandler } from '../http/lambda'
import { withPublicPages } from '../http/public-pages'
import { applicationRoutes } from '../http/routes/applications'
import { conflictRoutes } from '../http/routes/conflicts'
import { attachmentRoutes } from '../http/routes/attachments'
import { cardRoutes } from '../http/routes/cards'
import { documentRoutes } from '../http/routes/documents'
import { eventPeopleRoutes } from '../http/routes/event-people'
import { eventRoutes } from '../http/routes/events'
import { examRoutes } from '../http/routes/exams'
import { identityRoutes } from '../http/routes/identities'
import { leagueSchoolRoutes } from '../http/routes/league-schools'
import { meetingRoutes } from '../http/routes/meetings'
import { messageRoutes } from '../http/routes/messages'
import { peopleRoutes } from '../http/routes/people'
import { membershipRoutes } from '../http/routes/memberships'
import { planRoutes } from '../http/routes/plan'
import { handoverRoutes } from '../http/routes/handover'
import { moveRoutes } from '../http/routes/moves'
import { transferRoutes } from '../http/routes/transfers'
import { turnRoutes } from '../http/routes/turns'
import { policyRoutes } from '../http/routes/policy'
import { procedureRoutes } from '../http/routes/procedures'
import { progressRoutes } from '../http/routes/progress'
import { recordRoutes } from '../http/routes/records'
import { reviewRoutes } from '../http/routes/reviews'
import { roleRoutes } from '../http/routes/roles'
import { scannerRoutes } from '../http/routes/scanners'
import { youthHomeRoutes } from '../http/routes/youth-homes'
import { venueRoutes } from '../http/routes/venue'
import { violationRoutes } from '../http/routes/violations'
import { withVerifyPages } from '../http/verify-pages'
import { logRead } from '../use-cases/log-read'
import { authorizePage } from '../wechat/authorize-page'
import { readNoticeTemplates, readSessions, readStage, readWeChatAppId, readWeChatPage } from './configuration'
import { contextOf } from './context'
import { auditSigner } from './signer'

/** The rest of the API. */
const routes = {
  ...peopleRoutes,
  ...identityRoutes,
  ...progressRoutes,
  ...recordRoutes,
  ...reviewRoutes,
  ...eventRoutes,
  ...eventPeopleRoutes,
  ...scannerRoutes,
  ...conflictRoutes,
  ...cardRoutes,
  ...venueRoutes,
  ...applicationRoutes,
  ...attachmentRoutes,
  ...meetingRoutes,
  ...documentRoutes,
  ...roleRoutes,
  ...membershipRoutes,
  ...planRoutes,
  ...leagueSchoolRoutes,
  ...moveRoutes,
  ...turnRoutes,
  ...transferRoutes,
  ...handoverRoutes,
  ...violationRoutes,
  ...policyRoutes,
  ...procedureRoutes,
  ...examRoutes,
  ...youthHomeRoutes,
  ...messageRoutes,
}
const stage = readStage()
const page = readWeChatPage()
const context = contextOf(stage, { files: s3Files(stage.bucket), signer: auditSigner(), sessions: readSessions(), weChatPage: page && authorizePage(page), noticeTemplates: readNoticeTemplates(), weChatAppId: readWeChatAppId() })
export const handler = lambdaHandler(withPublicPages(withVerifyPages(appOf(context, routes, logRead))))
