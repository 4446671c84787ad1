import { progressEndpoints } from '@shared/contract/progress'
import { sessionEndpoints } from '@shared/contract/session'
import { exportCase } from '../../use-cases/export-case'
import { issueBindingCode } from '../../use-cases/issue-binding-code'
import { listMembers } from '../../use-cases/list-members'
import { removeRole } from '../../use-cases/remove-role'
import { showDashboard } from '../../use-cases/show-dashboard'
import { showProgress } from '../../use-cases/show-progress'
import { unbindPerson } from '../../use-cases/unbind-person'
import type { Routes } from '../app'

/** Where people stand, and who they are. */
export const progressRoutes: Routes = {
  showProgress: { endpoint: progressEndpoints.showProgress, useCase: showProgress },
  exportCase: { endpoint: progressEndpoints.exportCase, useCase: exportCase },
  listMembers: { endpoint: progressEndpoints.listMembers, useCase: listMembers },
  showDashboard: { endpoint: progressEndpoints.showDashboard, useCase: showDashboard },
  issueBindingCode: { endpoint: sessionEndpoints.issueBindingCode, useCase: issueBindingCode },
  unbindPerson: { endpoint: sessionEndpoints.unbindPerson, useCase: unbindPerson },
  removeRole: { endpoint: sessionEndpoints.removeRole, useCase: removeRole },
}
