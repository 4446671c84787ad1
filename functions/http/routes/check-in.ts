import { eventEndpoints } from '@shared/contract/events'
import { checkIn } from '../../use-cases/check-in'
import type { Routes } from '../app'

export const checkInRoutes: Routes = { checkIn: { endpoint: eventEndpoints.checkIn, useCase: checkIn } }
