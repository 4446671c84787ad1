import { venueEndpoints } from '@shared/contract/venue'
import { checkInAtVenue } from '../../use-cases/check-in-at-venue'
import { claimExit } from '../../use-cases/claim-exit'
import { registerVenueKey } from '../../use-cases/register-venue-key'
import type { Routes } from '../app'

/** The venue's code, what members scan of it, and their word for an exit that nobody scanned. */
export const venueRoutes: Routes = {
  registerVenueKey: { endpoint: venueEndpoints.registerVenueKey, useCase: registerVenueKey },
  checkInAtVenue: { endpoint: venueEndpoints.checkInAtVenue, useCase: checkInAtVenue },
  claimExit: { endpoint: venueEndpoints.claimExit, useCase: claimExit },
}
