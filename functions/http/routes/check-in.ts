import { checkInEndpoints } from '@shared/contract/check-in'
import { checkIn } from '../../use-cases/check-in'
import type { Routes } from '../app'

export const checkInRoutes: Routes = { checkIn: { endpoint: checkInEndpoints.checkIn, useCase: checkIn } }
