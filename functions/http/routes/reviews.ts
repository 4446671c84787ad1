import { importEndpoints } from '@shared/contract/imports'
import { recordEndpoints } from '@shared/contract/records'
import { correctRecord } from '../../use-cases/correct-record'
import { grantRoll } from '../../use-cases/grant-roll'
import { keepRecord } from '../../use-cases/keep-record'
import { listCollisions } from '../../use-cases/list-collisions'
import { listImports } from '../../use-cases/list-imports'
import { listReviews } from '../../use-cases/list-reviews'
import { reviewRecords } from '../../use-cases/review-records'
import type { Routes } from '../app'

export const reviewRoutes: Routes = {
  listReviews: { endpoint: recordEndpoints.listReviews, useCase: listReviews },
  reviewRecords: { endpoint: recordEndpoints.reviewRecords, useCase: reviewRecords },
  keepRecord: { endpoint: recordEndpoints.keepRecord, useCase: keepRecord },
  listCollisions: { endpoint: recordEndpoints.listCollisions, useCase: listCollisions },
  correctRecord: { endpoint: recordEndpoints.correctRecord, useCase: correctRecord },
  listImports: { endpoint: importEndpoints.listImports, useCase: listImports },
  grantRoll: { endpoint: recordEndpoints.grantRoll, useCase: grantRoll },
}
