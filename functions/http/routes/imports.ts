import { importEndpoints } from '@shared/contract/imports'
import { readSheets } from '../../sheets/read-sheet'
import { importRecordsWith } from '../../use-cases/import-records'
import { undoImport } from '../../use-cases/undo-import'
import type { Routes } from '../app'

/** Records from other platforms' sheets, beside the roster: what reads a spreadsheet is large, and an undo takes as long as an import. */
export const importRoutes: Routes = {
  importRecords: { endpoint: importEndpoints.importRecords, useCase: importRecordsWith(readSheets) },
  undoImport: { endpoint: importEndpoints.undoImport, useCase: undoImport },
}
