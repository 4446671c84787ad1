import { moveEndpoints } from '@shared/contract/moves'
import { decideMove } from '../../use-cases/decide-move'
import { listMoves } from '../../use-cases/list-moves'
import { listPlaces } from '../../use-cases/list-places'
import { listStays } from '../../use-cases/list-stays'
import { claimMember, moveMember } from '../../use-cases/move-member'
import type { Routes } from '../app'

/** Changes of class, branch or school. */
export const moveRoutes: Routes = {
  moveMember: { endpoint: moveEndpoints.moveMember, useCase: moveMember },
  claimMember: { endpoint: moveEndpoints.claimMember, useCase: claimMember },
  listMoves: { endpoint: moveEndpoints.listMoves, useCase: listMoves },
  listPlaces: { endpoint: moveEndpoints.listPlaces, useCase: listPlaces },
  decideMove: { endpoint: moveEndpoints.decideMove, useCase: decideMove },
  listStays: { endpoint: moveEndpoints.listStays, useCase: listStays },
}
