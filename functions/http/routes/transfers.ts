import { transferEndpoints } from '@shared/contract/transfers'
import { listTransfers } from '../../use-cases/list-transfers'
import { receiveTransfer, settleTransfer } from '../../use-cases/settle-transfer'
import type { Routes } from '../app'

/** Graduates' transfers. */
export const transferRoutes: Routes = {
  listTransfers: { endpoint: transferEndpoints.listTransfers, useCase: listTransfers },
  settleTransfer: { endpoint: transferEndpoints.settleTransfer, useCase: settleTransfer },
  receiveTransfer: { endpoint: transferEndpoints.receiveTransfer, useCase: receiveTransfer },
}
