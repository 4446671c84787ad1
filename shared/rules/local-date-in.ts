import { formatDay } from './local-date'
import { zoneOf } from './time-zone'

/** The local date (YYYY-MM-DD) of an instant (epoch ms) in an IANA time zone; throws for an unknown zone. */
export const localDateIn = (timeZone: string, ms: number): string => {
  const zone = zoneOf(timeZone)
  if (!zone) throw new RangeError(`Unknown time zone: ${timeZone}`)
  return formatDay(zone.dayOf(ms))
}
