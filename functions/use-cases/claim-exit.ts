import { createHash } from 'node:crypto'
import { isRefusal, refuse } from '@shared/model/refusal'
import { decideExitClaim } from '../core/claim-exit'
import { standingScans } from '../core/fold-attendance'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { keepVerdict, readLooks, readScans } from '../store/scans'
import { type Context, instantOf } from './context'
import { ownAttendance } from './own-attendance'

/** One claim for each stay, whoever sends it twice: its id follows from the stay's entry. 27 bytes, as every scan's. */
const scanIdOf = (eventId: string, personId: string, entryScanId: string): string =>
  createHash('sha256').update(`exit claim\n${eventId}\n${personId}\n${entryScanId}`).digest().subarray(0, 27).toString('base64url')

const attendanceAt = async (context: Context, eventId: string, personId: string) => (await ownAttendance(context, eventId, personId, true)) ?? { looks: [] }

/** A member's word for when they left. It counts nothing until a manager has looked at it. `keep` is a parameter so that a test can take the guard away. */
export const claimExitBy = (keep: typeof keepVerdict = keepVerdict): UseCase<'claimExit'> => async (context, { eventId, id, leftAt }, { actor: { personId, name } }) => {
  const time = instantOf(Date.parse(leftAt))
  // The id comes before any rule: a repeated request hears the same though the exit is there meanwhile.
  const before = (await readLooks(context.table, personId, eventId, true)).find(({ claimId }) => claimId === id)
  if (before) return before.time === time ? attendanceAt(context, eventId, personId) : refuse('id-reused')
  const event = await readEvent(context.table, eventId, true)
  if (!event) return refuse('not-found')
  const now = context.now()
  const decided = decideExitClaim(event, standingScans(await readScans(context.table, personId, eventId, true)), Date.parse(time), now)
  if (isRefusal(decided)) return decided
  const scanId = scanIdOf(eventId, personId, decided.entry.scanId)
  const held = await keep(context.table, {
    scanId, eventId, verdict: 'conflict', code: 'exit-claimed', direction: 'exit', way: 'claim', personId, name, time, deviceTime: instantOf(now), skewMs: 0, at: instantOf(now), by: personId, claimId: id,
  })
  return held.claimId === id ? attendanceAt(context, eventId, personId) : refuse('exit-claimed')
}

export const claimExit = claimExitBy()
