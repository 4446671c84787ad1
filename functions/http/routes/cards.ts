import { cardEndpoints } from '@shared/contract/cards'
import { cutOffCard } from '../../use-cases/cut-off-card'
import { issueCards } from '../../use-cases/issue-cards'
import type { Routes } from '../app'

/** Printed cards. */
export const cardRoutes: Routes = {
  issueCards: { endpoint: cardEndpoints.issueCards, useCase: issueCards },
  cutOffCard: { endpoint: cardEndpoints.cutOffCard, useCase: cutOffCard },
}
