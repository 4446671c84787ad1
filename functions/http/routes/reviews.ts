import { recordEndpoints } from '@shared/contract/records'
import { correctRecord } from '../../use-cases/correct-record'
import { grantRoll } from '../../use-cases/grant-roll'
import { listReviews } from '../../use-cases/list-reviews'
import { reviewRecords } from '../../use-cases/review-records'
import type { Routes } from '../app'

export const reviewRoutes: Routes = {
  listReviews: { endpoint: recordEndpoints.listReviews, useCase: listReviews },
  reviewRecords: { endpoint: recordEndpoints.reviewRecords, useCase: reviewRecords },
  correctRecord: { endpoint: recordEndpoints.correctRecord, useCase: correctRecord },
  grantRoll: { endpoint: recordEndpoints.grantRoll, useCase: grantRoll },
}
