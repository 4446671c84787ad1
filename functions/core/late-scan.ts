import { doorsMs } from './check-in'

/** Whether a scan that came in `at` came when its event's doors were closed and it may have been finished; where the end is not known, it may have. Instants RFC 3339. */
export const isLateScan = (at: string | undefined, endsAt: string | undefined): boolean => at !== undefined && (endsAt === undefined || Date.parse(at) >= Date.parse(endsAt) + doorsMs)
