import { exportEndpoints } from '@shared/contract/exports'
import { leagueSchoolEndpoints } from '@shared/contract/league-schools'
import { violationEndpoints } from '@shared/contract/violations'
import { transferEndpoints } from '@shared/contract/transfers'
import { writeSheet } from '../../exports/write-sheet'
import { exportAudit } from '../../use-cases/export-audit'
import { exportDevelopmentWith, exportNoticesWith } from '../../use-cases/export-applications'
import { exportLeagueSchoolsWith } from '../../use-cases/export-league-schools'
import { exportMembersWith } from '../../use-cases/export-members'
import { exportRecordsWith } from '../../use-cases/export-records'
import { exportTransfersWith } from '../../use-cases/export-transfers'
import { exportViolationsWith } from '../../use-cases/export-violations'
import type { Routes } from '../app'

/** Spreadsheets and audit trails out, in a function of its own: what writes them is large. */
export const exportRoutes: Routes = {
  exportMembers: { endpoint: exportEndpoints.exportMembers, useCase: exportMembersWith(writeSheet) },
  exportRecords: { endpoint: exportEndpoints.exportRecords, useCase: exportRecordsWith(writeSheet) },
  exportDevelopment: { endpoint: exportEndpoints.exportDevelopment, useCase: exportDevelopmentWith(writeSheet) },
  exportNotices: { endpoint: exportEndpoints.exportNotices, useCase: exportNoticesWith(writeSheet) },
  exportAudit: { endpoint: exportEndpoints.exportAudit, useCase: exportAudit },
  exportLeagueSchools: { endpoint: leagueSchoolEndpoints.exportLeagueSchools, useCase: exportLeagueSchoolsWith(writeSheet) },
  exportTransfers: { endpoint: transferEndpoints.exportTransfers, useCase: exportTransfersWith(writeSheet) },
  exportViolations: { endpoint: violationEndpoints.exportViolations, useCase: exportViolationsWith(writeSheet) },
}
