import type { SignUp } from '@shared/model/event'
import { refuse } from '@shared/model/refusal'
import { attendanceOf } from '../core/attendance-of'
import { isNamed } from '../core/is-named'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { readScans } from '../store/scans'
import { readSummary } from '../store/summaries'
import { readSignUpsPage, signUpPartitions } from '../store/sign-ups'
import { eachOf } from './each-of'
import { pageAcross } from './page-across'
import { orgName } from './show-person'

/** Who signed up or walked in, with their stay read from their own scans: a check-in writes nothing to the list. A cancelled sign-up shows only where the person came; that somebody did not is said once the event is finished, and goes away with a late scan. */
export const listAttendees: UseCase<'listAttendees'> = async (context, { eventId, name, cursor, limit }) => {
  const event = await readEvent(context.table, eventId)
  if (!event) return refuse('not-found')
  const finished = (await readSummary(context.table, eventId)) !== undefined
  const show = (signUps: SignUp[]) =>
    eachOf(signUps, 20, async (signUp) => {
      if (name !== undefined && !isNamed(signUp, name)) return undefined
      const attendance = attendanceOf(await readScans(context.table, signUp.personId, eventId))
      if (signUp.state === 'cancelled' && attendance.entryAt === undefined) return undefined
      const { personId, branch, initials, state } = signUp
      return {
        personId, name: signUp.name, ...(initials !== undefined && { initials }), ...(branch !== undefined && { branchName: await orgName(context, branch) }), signedUp: state === 'signed-up', ...(state === 'waiting' && { waiting: true }),
        ...(finished && state === 'signed-up' && attendance.entryAt === undefined && { noShow: true }), ...attendance,
      }
    })
  return pageAcross(signUpPartitions(event), cursor, limit, (one, most, after) => readSignUpsPage(context.table, one, most, after), show)
}
