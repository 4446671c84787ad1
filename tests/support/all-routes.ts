import { pdfRenderer } from '../../functions/documents/render'
import { applicationRoutes } from '../../functions/http/routes/applications'
import { attachmentRoutes } from '../../functions/http/routes/attachments'
import { cardRoutes } from '../../functions/http/routes/cards'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { conflictRoutes } from '../../functions/http/routes/conflicts'
import { documentRoutes, issueRoutes } from '../../functions/http/routes/documents'
import { eventPeopleRoutes } from '../../functions/http/routes/event-people'
import { eventRoutes } from '../../functions/http/routes/events'
import { identityRoutes } from '../../functions/http/routes/identities'
import { examRoutes } from '../../functions/http/routes/exams'
import { exportRoutes } from '../../functions/http/routes/exports'
import { importRoutes } from '../../functions/http/routes/imports'
import { leagueSchoolRoutes } from '../../functions/http/routes/league-schools'
import { meetingRoutes } from '../../functions/http/routes/meetings'
import { messageRoutes } from '../../functions/http/routes/messages'
import { peopleRoutes } from '../../functions/http/routes/people'
import { membershipRoutes } from '../../functions/http/routes/memberships'
import { planRoutes } from '../../functions/http/routes/plan'
import { handoverRoutes } from '../../functions/http/routes/handover'
import { moveRoutes } from '../../functions/http/routes/moves'
import { transferRoutes } from '../../functions/http/routes/transfers'
import { turnRoutes, turnWorkRoutes } from '../../functions/http/routes/turns'
import { policyRoutes } from '../../functions/http/routes/policy'
import { procedureRoutes } from '../../functions/http/routes/procedures'
import { progressRoutes } from '../../functions/http/routes/progress'
import { questionRoutes } from '../../functions/http/routes/questions'
import { recordRoutes } from '../../functions/http/routes/records'
import { reviewRoutes } from '../../functions/http/routes/reviews'
import { roleRoutes } from '../../functions/http/routes/roles'
import { rosterRoutes } from '../../functions/http/routes/roster'
import { scannerRoutes } from '../../functions/http/routes/scanners'
import { sessionRoutes } from '../../functions/http/routes/session'
import { youthHomeRoutes } from '../../functions/http/routes/youth-homes'
import { venueRoutes } from '../../functions/http/routes/venue'
import { violationRoutes } from '../../functions/http/routes/violations'

/** Where documents' bytes are kept, by key. */
export const keptDocuments = new Map<string, Uint8Array>()
const documents = issueRoutes({ renderer: pdfRenderer, objects: { get: async (key) => keptDocuments.get(key), put: async (key, body) => void keptDocuments.set(key, body) }, publicUrl: 'https://api.test' })

/** The whole API, as its functions serve it between them. */
export const allRoutes = {
  ...sessionRoutes,
  ...peopleRoutes,
  ...identityRoutes,
  ...progressRoutes,
  ...recordRoutes,
  ...reviewRoutes,
  ...eventRoutes,
  ...eventPeopleRoutes,
  ...checkInRoutes,
  ...scannerRoutes,
  ...conflictRoutes,
  ...cardRoutes,
  ...venueRoutes,
  ...applicationRoutes,
  ...attachmentRoutes,
  ...meetingRoutes,
  ...rosterRoutes,
  ...importRoutes,
  ...documentRoutes,
  ...exportRoutes,
  ...documents,
  ...roleRoutes,
  ...membershipRoutes,
  ...planRoutes,
  ...leagueSchoolRoutes,
  ...moveRoutes,
  ...turnRoutes,
  ...turnWorkRoutes,
  ...transferRoutes,
  ...handoverRoutes,
  ...violationRoutes,
  ...policyRoutes,
  ...procedureRoutes,
  ...examRoutes,
  ...youthHomeRoutes,
  ...questionRoutes,
  ...messageRoutes,
}
