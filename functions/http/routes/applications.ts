import { applicationEndpoints } from '@shared/contract/applications'
import { exportEndpoints } from '@shared/contract/exports'
import { apply } from '../../use-cases/apply'
import { applyFor } from '../../use-cases/apply-for'
import { fillForm } from '../../use-cases/fill-form'
import { showAuditKey } from '../../use-cases/export-audit'
import { listApplications } from '../../use-cases/list-applications'
import { listIntroducers } from '../../use-cases/list-introducers'
import { actOnApplication, actOnApplications } from '../../use-cases/record-act'
import { showApplication } from '../../use-cases/show-application'
import { showBoard } from '../../use-cases/show-board'
import { showTasks, speakForApplicant } from '../../use-cases/speak-for-applicant'
import { withdrawApplication } from '../../use-cases/withdraw-application'
import type { Routes } from '../app'

export const applicationRoutes: Routes = {
  showApplication: { endpoint: applicationEndpoints.showApplication, useCase: showApplication },
  apply: { endpoint: applicationEndpoints.apply, useCase: apply },
  applyFor: { endpoint: applicationEndpoints.applyFor, useCase: applyFor },
  fillForm: { endpoint: applicationEndpoints.fillForm, useCase: fillForm },
  listIntroducers: { endpoint: applicationEndpoints.listIntroducers, useCase: listIntroducers },
  withdrawApplication: { endpoint: applicationEndpoints.withdrawApplication, useCase: withdrawApplication },
  listApplications: { endpoint: applicationEndpoints.listApplications, useCase: listApplications },
  showBoard: { endpoint: applicationEndpoints.showBoard, useCase: showBoard },
  actOnApplication: { endpoint: applicationEndpoints.actOnApplication, useCase: actOnApplication },
  actOnApplications: { endpoint: applicationEndpoints.actOnApplications, useCase: actOnApplications },
  speakForApplicant: { endpoint: applicationEndpoints.speakForApplicant, useCase: speakForApplicant },
  showTasks: { endpoint: applicationEndpoints.showTasks, useCase: showTasks },
  showAuditKey: { endpoint: exportEndpoints.showAuditKey, useCase: showAuditKey },
}
