import { rosterEndpoints } from '@shared/contract/roster'
import { readSheets } from '../../sheets/read-sheet'
import { importRosterWith } from '../../use-cases/import-roster'
import type { Routes } from '../app'

/** The roster, in a function of its own: what reads a spreadsheet is large. */
export const rosterRoutes: Routes = { importRoster: { endpoint: rosterEndpoints.importRoster, useCase: importRosterWith(readSheets) } }
