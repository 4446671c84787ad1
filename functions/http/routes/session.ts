import { progressEndpoints } from '@shared/contract/progress'
import { sessionEndpoints } from '@shared/contract/session'
import { bindIdentity } from '../../use-cases/bind-identity'
import { home } from '../../use-cases/home'
import { listDemoAccounts } from '../../use-cases/list-demo-accounts'
import { renewSession } from '../../use-cases/renew-session'
import { signIn } from '../../use-cases/sign-in'
import type { Routes } from '../app'

/** Sign-in and the first screen: with check-in, what the hot function serves. */
export const sessionRoutes: Routes = {
  listDemoAccounts: { endpoint: sessionEndpoints.listDemoAccounts, useCase: listDemoAccounts },
  signIn: { endpoint: sessionEndpoints.signIn, useCase: signIn },
  renewSession: { endpoint: sessionEndpoints.renewSession, useCase: renewSession },
  bindIdentity: { endpoint: sessionEndpoints.bindIdentity, useCase: bindIdentity },
  home: { endpoint: progressEndpoints.home, useCase: home },
}
