import { identityEndpoints } from '@shared/contract/identities'
import { issueBindingCodes } from '../../use-cases/issue-binding-codes'
import { issueJoinCode } from '../../use-cases/issue-join-code'
import { listPeople } from '../../use-cases/list-people'
import { startWebSignIn } from '../../use-cases/start-web-sign-in'
import { switchPerson } from '../../use-cases/switch-person'
import type { Routes } from '../app'

/** WeChat identities with several people or several doors, and slips for a class. */
export const identityRoutes: Routes = {
  startWebSignIn: { endpoint: identityEndpoints.startWebSignIn, useCase: startWebSignIn },
  listPeople: { endpoint: identityEndpoints.listPeople, useCase: listPeople },
  switchPerson: { endpoint: identityEndpoints.switchPerson, useCase: switchPerson },
  issueJoinCode: { endpoint: identityEndpoints.issueJoinCode, useCase: issueJoinCode },
  issueBindingCodes: { endpoint: identityEndpoints.issueBindingCodes, useCase: issueBindingCodes },
}
