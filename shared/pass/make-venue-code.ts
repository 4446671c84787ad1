import { ed25519 } from './ed25519'
import { stepAt } from './pass'
import { venueMessage, writeVenueCode } from './venue-code'

/** The venue's code at `ms` (epoch milliseconds, corrected by the server's clock), signed by the screen's secret key (32 random bytes). */
export const makeVenueCode = ({ eventId, keyId, secretKey, ms }: { eventId: string; keyId: string; secretKey: Uint8Array; ms: number }): string => {
  const step = stepAt(ms)
  return writeVenueCode({ keyId, step, signature: ed25519.sign(venueMessage(eventId, keyId, step), secretKey) })
}
