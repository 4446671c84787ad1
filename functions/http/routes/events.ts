import { eventEndpoints } from '@shared/contract/events'
import { rosterEndpoints } from '@shared/contract/roster'
import { cancelSignUp } from '../../use-cases/cancel-sign-up'
import { closeEvent } from '../../use-cases/close-event'
import { exportCalendar } from '../../use-cases/export-calendar'
import { listAttendees } from '../../use-cases/list-attendees'
import { listEvents } from '../../use-cases/list-events'
import { listOrgs } from '../../use-cases/list-orgs'
import { publishEvent } from '../../use-cases/publish-event'
import { showEvent } from '../../use-cases/show-event'
import { signUp } from '../../use-cases/sign-up'
import type { Routes } from '../app'

/** Events of homes, branches and committees, and the organisations that hold them. Check-in is with the hot function. */
export const eventRoutes: Routes = {
  listOrgs: { endpoint: rosterEndpoints.listOrgs, useCase: listOrgs },
  listEvents: { endpoint: eventEndpoints.listEvents, useCase: listEvents },
  showEvent: { endpoint: eventEndpoints.showEvent, useCase: showEvent },
  publishEvent: { endpoint: eventEndpoints.publishEvent, useCase: publishEvent },
  signUp: { endpoint: eventEndpoints.signUp, useCase: signUp },
  cancelSignUp: { endpoint: eventEndpoints.cancelSignUp, useCase: cancelSignUp },
  exportCalendar: { endpoint: eventEndpoints.exportCalendar, useCase: exportCalendar },
  listAttendees: { endpoint: eventEndpoints.listAttendees, useCase: listAttendees },
  closeEvent: { endpoint: eventEndpoints.closeEvent, useCase: closeEvent },
}
