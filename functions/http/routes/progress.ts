import { progressEndpoints } from '@shared/contract/progress'
import { readEndpoints } from '@shared/contract/reads'
import { exportCase } from '../../use-cases/export-case'
import { listMembers } from '../../use-cases/list-members'
import { listReads } from '../../use-cases/list-reads'
import { showDashboard } from '../../use-cases/show-dashboard'
import { showProgress } from '../../use-cases/show-progress'
import type { Routes } from '../app'

/** Where people stand, and who looked. */
export const progressRoutes: Routes = {
  showProgress: { endpoint: progressEndpoints.showProgress, useCase: showProgress },
  exportCase: { endpoint: progressEndpoints.exportCase, useCase: exportCase },
  listMembers: { endpoint: progressEndpoints.listMembers, useCase: listMembers },
  showDashboard: { endpoint: progressEndpoints.showDashboard, useCase: showDashboard },
  listReads: { endpoint: readEndpoints.listReads, useCase: listReads },
}
