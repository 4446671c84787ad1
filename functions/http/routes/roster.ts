import { rosterEndpoints } from '@shared/contract/roster'
import { initialsOf } from '../../pinyin/initials-of'
import { readSheets } from '../../sheets/read-sheet'
import { importRosterWith } from '../../use-cases/import-roster'
import type { Routes } from '../app'

/** The roster, in a function of its own: what reads a spreadsheet is large, and so is what knows how names are read. */
export const rosterRoutes: Routes = { importRoster: { endpoint: rosterEndpoints.importRoster, useCase: importRosterWith(readSheets, initialsOf) } }
