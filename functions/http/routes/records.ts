import { recordEndpoints } from '@shared/contract/records'
import { appealRecord } from '../../use-cases/appeal-record'
import { listRecords } from '../../use-cases/list-records'
import { showRecord } from '../../use-cases/show-record'
import { showUpload } from '../../use-cases/show-upload'
import { startUpload } from '../../use-cases/start-upload'
import { startUploadFor } from '../../use-cases/start-upload-for'
import { submitRecord } from '../../use-cases/submit-record'
import { submitRecordFor } from '../../use-cases/submit-record-for'
import { withdrawRecord } from '../../use-cases/withdraw-record'
import { withdrawRecordFor } from '../../use-cases/withdraw-record-for'
import type { Routes } from '../app'

export const recordRoutes: Routes = {
  startUpload: { endpoint: recordEndpoints.startUpload, useCase: startUpload },
  startUploadFor: { endpoint: recordEndpoints.startUploadFor, useCase: startUploadFor },
  showUpload: { endpoint: recordEndpoints.showUpload, useCase: showUpload },
  submitRecord: { endpoint: recordEndpoints.submitRecord, useCase: submitRecord },
  submitRecordFor: { endpoint: recordEndpoints.submitRecordFor, useCase: submitRecordFor },
  listRecords: { endpoint: recordEndpoints.listRecords, useCase: listRecords },
  showRecord: { endpoint: recordEndpoints.showRecord, useCase: showRecord },
  withdrawRecord: { endpoint: recordEndpoints.withdrawRecord, useCase: withdrawRecord },
  withdrawRecordFor: { endpoint: recordEndpoints.withdrawRecordFor, useCase: withdrawRecordFor },
  appealRecord: { endpoint: recordEndpoints.appealRecord, useCase: appealRecord },
}
