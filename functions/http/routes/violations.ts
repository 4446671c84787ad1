import { violationEndpoints } from '@shared/contract/violations'
import { checkViolations } from '../../use-cases/check-violations'
import type { Routes } from '../app'

export const violationRoutes: Routes = {
  checkViolations: { endpoint: violationEndpoints.checkViolations, useCase: checkViolations },
}
