import { membershipEndpoints } from '@shared/contract/memberships'
import { markLeagueMember, takeBackLeagueMember } from '../../use-cases/mark-league-member'
import type { Routes } from '../app'

export const membershipRoutes: Routes = {
  markLeagueMember: { endpoint: membershipEndpoints.markLeagueMember, useCase: markLeagueMember },
  takeBackLeagueMember: { endpoint: membershipEndpoints.takeBackLeagueMember, useCase: takeBackLeagueMember },
}
