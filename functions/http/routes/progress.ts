import { progressEndpoints } from '@shared/contract/progress'
import { exportCase } from '../../use-cases/export-case'
import { listMembers } from '../../use-cases/list-members'
import { showDashboard } from '../../use-cases/show-dashboard'
import { showProgress } from '../../use-cases/show-progress'
import type { Routes } from '../app'

/** Where people stand. */
export const progressRoutes: Routes = {
  showProgress: { endpoint: progressEndpoints.showProgress, useCase: showProgress },
  exportCase: { endpoint: progressEndpoints.exportCase, useCase: exportCase },
  listMembers: { endpoint: progressEndpoints.listMembers, useCase: listMembers },
  showDashboard: { endpoint: progressEndpoints.showDashboard, useCase: showDashboard },
}
