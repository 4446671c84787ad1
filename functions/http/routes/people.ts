import { accountEndpoints } from '@shared/contract/accounts'
import { attestGuardianConsent } from '../../use-cases/attest-guardian-consent'
import { bindIdentity } from '../../use-cases/bind-identity'
import { issueBindingCode } from '../../use-cases/issue-binding-code'
import { listDemoAccounts } from '../../use-cases/list-demo-accounts'
import { unbindPerson } from '../../use-cases/unbind-person'
import type { Routes } from '../app'

/** Who people are: binding to the roster. */
export const peopleRoutes: Routes = {
  listDemoAccounts: { endpoint: accountEndpoints.listDemoAccounts, useCase: listDemoAccounts },
  bindIdentity: { endpoint: accountEndpoints.bindIdentity, useCase: bindIdentity },
  issueBindingCode: { endpoint: accountEndpoints.issueBindingCode, useCase: issueBindingCode },
  attestGuardianConsent: { endpoint: accountEndpoints.attestGuardianConsent, useCase: attestGuardianConsent },
  unbindPerson: { endpoint: accountEndpoints.unbindPerson, useCase: unbindPerson },
}
