import { conflictEndpoints } from '@shared/contract/conflicts'
import { spotCheckEndpoints } from '@shared/contract/spot-checks'
import { decideConflict } from '../../use-cases/decide-conflict'
import { listConflicts } from '../../use-cases/list-conflicts'
import { listPersonScans } from '../../use-cases/list-person-scans'
import { listSpotChecks } from '../../use-cases/list-spot-checks'
import { showScanReport } from '../../use-cases/show-scan-report'
import { spotCheck } from '../../use-cases/spot-check'
import { undoScan } from '../../use-cases/undo-scan'
import type { Routes } from '../app'

/** What somebody looks at, of scans: those that wait for a manager, those to be taken back, and of those by the list the sample for the level above. */
export const conflictRoutes: Routes = {
  listConflicts: { endpoint: conflictEndpoints.listConflicts, useCase: listConflicts },
  decideConflict: { endpoint: conflictEndpoints.decideConflict, useCase: decideConflict },
  listPersonScans: { endpoint: conflictEndpoints.listPersonScans, useCase: listPersonScans },
  undoScan: { endpoint: conflictEndpoints.undoScan, useCase: undoScan },
  listSpotChecks: { endpoint: spotCheckEndpoints.listSpotChecks, useCase: listSpotChecks },
  showScanReport: { endpoint: spotCheckEndpoints.showScanReport, useCase: showScanReport },
  spotCheck: { endpoint: spotCheckEndpoints.spotCheck, useCase: spotCheck },
}
