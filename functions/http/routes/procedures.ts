import { procedureEndpoints } from '@shared/contract/procedures'
import { listProcedures } from '../../use-cases/list-procedures'
import { publishProcedure } from '../../use-cases/publish-procedure'
import type { Routes } from '../app'

export const procedureRoutes: Routes = {
  listProcedures: { endpoint: procedureEndpoints.listProcedures, useCase: listProcedures },
  publishProcedure: { endpoint: procedureEndpoints.publishProcedure, useCase: publishProcedure },
}
