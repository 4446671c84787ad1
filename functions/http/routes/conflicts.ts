import { conflictEndpoints } from '@shared/contract/conflicts'
import { decideConflict } from '../../use-cases/decide-conflict'
import { listConflicts } from '../../use-cases/list-conflicts'
import { listPersonScans } from '../../use-cases/list-person-scans'
import { undoScan } from '../../use-cases/undo-scan'
import type { Routes } from '../app'

/** What a manager looks at, of scans: those that wait, and those to be taken back. */
export const conflictRoutes: Routes = {
  listConflicts: { endpoint: conflictEndpoints.listConflicts, useCase: listConflicts },
  decideConflict: { endpoint: conflictEndpoints.decideConflict, useCase: decideConflict },
  listPersonScans: { endpoint: conflictEndpoints.listPersonScans, useCase: listPersonScans },
  undoScan: { endpoint: conflictEndpoints.undoScan, useCase: undoScan },
}
