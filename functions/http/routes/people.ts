import { sessionEndpoints } from '@shared/contract/session'
import { bindIdentity } from '../../use-cases/bind-identity'
import { issueBindingCode } from '../../use-cases/issue-binding-code'
import { listDemoAccounts } from '../../use-cases/list-demo-accounts'
import { removeRole } from '../../use-cases/remove-role'
import { unbindPerson } from '../../use-cases/unbind-person'
import type { Routes } from '../app'

/** Who people are: binding to the roster, and roles. */
export const peopleRoutes: Routes = {
  listDemoAccounts: { endpoint: sessionEndpoints.listDemoAccounts, useCase: listDemoAccounts },
  bindIdentity: { endpoint: sessionEndpoints.bindIdentity, useCase: bindIdentity },
  issueBindingCode: { endpoint: sessionEndpoints.issueBindingCode, useCase: issueBindingCode },
  unbindPerson: { endpoint: sessionEndpoints.unbindPerson, useCase: unbindPerson },
  removeRole: { endpoint: sessionEndpoints.removeRole, useCase: removeRole },
}
