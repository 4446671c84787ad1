import { applicationRoutes } from '../../functions/http/routes/applications'
import { checkInRoutes } from '../../functions/http/routes/check-in'
import { eventRoutes } from '../../functions/http/routes/events'
import { peopleRoutes } from '../../functions/http/routes/people'
import { progressRoutes } from '../../functions/http/routes/progress'
import { recordRoutes } from '../../functions/http/routes/records'
import { reviewRoutes } from '../../functions/http/routes/reviews'
import { roleRoutes } from '../../functions/http/routes/roles'
import { rosterRoutes } from '../../functions/http/routes/roster'
import { sessionRoutes } from '../../functions/http/routes/session'

/** The whole API, as its three functions serve it between them. */
export const allRoutes = { ...sessionRoutes, ...peopleRoutes, ...progressRoutes, ...recordRoutes, ...reviewRoutes, ...eventRoutes, ...checkInRoutes, ...applicationRoutes, ...rosterRoutes, ...roleRoutes }
