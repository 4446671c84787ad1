import { planEndpoints } from '@shared/contract/plan'
import { allocateNumbers, listNumbers } from '../../use-cases/allocate-numbers'
import { saveCommitteeQuota, saveQuotas } from '../../use-cases/save-quotas'
import { setSchoolStage } from '../../use-cases/set-school-stage'
import { showPlan } from '../../use-cases/show-plan'
import type { Routes } from '../app'

export const planRoutes: Routes = {
  showPlan: { endpoint: planEndpoints.showPlan, useCase: showPlan },
  listNumbers: { endpoint: planEndpoints.listNumbers, useCase: listNumbers },
  allocateNumbers: { endpoint: planEndpoints.allocateNumbers, useCase: allocateNumbers },
  saveCommitteeQuota: { endpoint: planEndpoints.saveCommitteeQuota, useCase: saveCommitteeQuota },
  saveQuotas: { endpoint: planEndpoints.saveQuotas, useCase: saveQuotas },
  setSchoolStage: { endpoint: planEndpoints.setSchoolStage, useCase: setSchoolStage },
}
