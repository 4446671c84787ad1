/** More than this of a device's clock unexplained is for a person to look at (spec/check-in.md, 6). */
export const skewAtMostMs = 10 * 60_000
/** An upload is on its way for up to a minute (WeChat's own limit): so much later than it was sent is no skew; more than that was no upload. */
const onItsWayMs = 60_000

/** What a device knows of the server's clock. Epoch milliseconds, but for `elapsedMs`. */
export interface ClockEvidence {
  /** The last server time the device saw, and what its own clock said then. */
  serverMs: number
  deviceMs: number
  /** From then until the scan, by a clock that nobody sets; absent where the device has none, or was restarted since. */
  elapsedMs?: number | undefined
}

export interface CorrectedTime {
  /** When it was, by the server's clock. */
  ms: number
  /** `ms` less the device's clock. */
  skewMs: number
  /** How much of the skew nothing vouches for. */
  unexplainedMs: number
}

/**
 * When a scan was made. `now`: the server's clock as it is uploaded; `sentMs`: the device's, then. The clock that nobody sets vouches best; else two
 * looks at the server, before and after the scan, that found the device's clock off by the same; one look alone vouches for nothing.
 */
export const correctTime = (deviceMs: number, { now, sentMs, evidence }: { now: number; sentMs: number; evidence?: ClockEvidence | undefined }): CorrectedTime => {
  const atUpload = now - sentMs
  // A server time that is still to come was never seen.
  const seen = evidence && evidence.serverMs <= now ? evidence : undefined
  const bySteadyClock = seen?.elapsedMs === undefined ? undefined : seen.serverMs + seen.elapsedMs
  if (bySteadyClock !== undefined && bySteadyClock <= now) return { ms: bySteadyClock, skewMs: bySteadyClock - deviceMs, unexplainedMs: 0 }
  const before = seen && seen.serverMs - seen.deviceMs
  const apart = atUpload - (before ?? 0)
  const unexplainedMs = before !== undefined && apart >= 0 && apart <= onItsWayMs ? 0 : Math.abs(apart)
  // What a slow network took would else make a good pass an old one, and each copy of a scan of another time.
  const skewMs = before !== undefined && unexplainedMs === 0 ? before : atUpload
  const ms = deviceMs + skewMs
  // A clock set back between scan and upload: the scan would lie in the future.
  return { ms, skewMs, unexplainedMs: Math.max(unexplainedMs, ms - now) }
}
