import { applicationEndpoints } from '@shared/contract/applications'
import { apply } from '../../use-cases/apply'
import { applyFor } from '../../use-cases/apply-for'
import { decideApplication } from '../../use-cases/decide-application'
import { listApplications } from '../../use-cases/list-applications'
import { showApplication } from '../../use-cases/show-application'
import { withdrawApplication } from '../../use-cases/withdraw-application'
import type { Routes } from '../app'

export const applicationRoutes: Routes = {
  showApplication: { endpoint: applicationEndpoints.showApplication, useCase: showApplication },
  apply: { endpoint: applicationEndpoints.apply, useCase: apply },
  applyFor: { endpoint: applicationEndpoints.applyFor, useCase: applyFor },
  withdrawApplication: { endpoint: applicationEndpoints.withdrawApplication, useCase: withdrawApplication },
  listApplications: { endpoint: applicationEndpoints.listApplications, useCase: listApplications },
  decideApplication: { endpoint: applicationEndpoints.decideApplication, useCase: decideApplication },
}
