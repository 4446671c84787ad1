import { turnEndpoints } from '@shared/contract/turns'
import { showTurns, turnYear, undoTurn } from '../../use-cases/turn-year'
import type { Routes } from '../app'

/** The school year's turn. */
export const turnRoutes: Routes = {
  showTurns: { endpoint: turnEndpoints.showTurns, useCase: showTurns },
  turnYear: { endpoint: turnEndpoints.turnYear, useCase: turnYear },
  undoTurn: { endpoint: turnEndpoints.undoTurn, useCase: undoTurn },
}
