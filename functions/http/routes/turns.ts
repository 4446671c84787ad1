import { turnEndpoints } from '@shared/contract/turns'
import { showTurns, turnYear, undoTurn } from '../../use-cases/turn-year'
import type { Routes } from '../app'

/** The school year's turn, as it is looked at. */
export const turnRoutes: Routes = { showTurns: { endpoint: turnEndpoints.showTurns, useCase: showTurns } }

/** Done and undone: in a function that may take its time. */
export const turnWorkRoutes: Routes = {
  turnYear: { endpoint: turnEndpoints.turnYear, useCase: turnYear },
  undoTurn: { endpoint: turnEndpoints.undoTurn, useCase: undoTurn },
}
