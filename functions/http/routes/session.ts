import { homeEndpoints } from '@shared/contract/home'
import { sessionEndpoints } from '@shared/contract/session'
import { home } from '../../use-cases/home'
import { renewSession } from '../../use-cases/renew-session'
import { signIn } from '../../use-cases/sign-in'
import type { Routes } from '../app'

/** Sign-in and the first screen: with check-in, what the hot function serves. */
export const sessionRoutes: Routes = {
  signIn: { endpoint: sessionEndpoints.signIn, useCase: signIn },
  renewSession: { endpoint: sessionEndpoints.renewSession, useCase: renewSession },
  home: { endpoint: homeEndpoints.home, useCase: home },
}
