import { forget, keptKeys } from './storage'

/** At sign-out: what this phone held of events' people. Scans that were not sent yet stay, for the same person (see sealed-store.ts). */
export const forgetHeld = (): void => {
  for (const key of keptKeys()) if (key.startsWith('held:')) forget(key)
}
