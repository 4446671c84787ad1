import { recordEndpoints } from '@shared/contract/records'
import { appealRecord } from '../../use-cases/appeal-record'
import { listRecords } from '../../use-cases/list-records'
import { showRecord } from '../../use-cases/show-record'
import { showUpload } from '../../use-cases/show-upload'
import { startUpload } from '../../use-cases/start-upload'
import { submitRecord } from '../../use-cases/submit-record'
import { withdrawRecord } from '../../use-cases/withdraw-record'
import type { Routes } from '../app'

export const recordRoutes: Routes = {
  startUpload: { endpoint: recordEndpoints.startUpload, useCase: startUpload },
  showUpload: { endpoint: recordEndpoints.showUpload, useCase: showUpload },
  submitRecord: { endpoint: recordEndpoints.submitRecord, useCase: submitRecord },
  listRecords: { endpoint: recordEndpoints.listRecords, useCase: listRecords },
  showRecord: { endpoint: recordEndpoints.showRecord, useCase: showRecord },
  withdrawRecord: { endpoint: recordEndpoints.withdrawRecord, useCase: withdrawRecord },
  appealRecord: { endpoint: recordEndpoints.appealRecord, useCase: appealRecord },
}
