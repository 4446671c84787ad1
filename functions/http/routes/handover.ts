import { handoverEndpoints } from '@shared/contract/handover'
import { replacePhone } from '../../use-cases/replace-phone'
import { showHandover } from '../../use-cases/show-handover'
import type { Routes } from '../app'

/** A secretary's handover, and a member's lost phone. */
export const handoverRoutes: Routes = {
  showHandover: { endpoint: handoverEndpoints.showHandover, useCase: showHandover },
  replacePhone: { endpoint: handoverEndpoints.replacePhone, useCase: replacePhone },
}
