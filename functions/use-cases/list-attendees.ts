import type { SignUp } from '@shared/model/event'
import { refuse } from '@shared/model/refusal'
import { attendanceOf } from '../core/attendance-of'
import { isNamed } from '../core/is-named'
import type { UseCase } from '../http/app'
import { readEvent } from '../store/events'
import { readScans } from '../store/scans'
import { readSignUpsPage } from '../store/sign-ups'
import { eachOf } from './each-of'
import { pageAcross } from './page-across'
import { orgName } from './show-person'

/** Who signed up or walked in, with their stay read from their own scans: a check-in writes nothing to the list. A cancelled sign-up shows only where the person came. */
export const listAttendees: UseCase<'listAttendees'> = async (context, { eventId, name, cursor, limit }) => {
  if (!(await readEvent(context.table, eventId))) return refuse('not-found')
  const show = (signUps: SignUp[]) =>
    eachOf(signUps, 20, async (signUp) => {
      if (name !== undefined && !isNamed(signUp, name)) return undefined
      const attendance = attendanceOf(await readScans(context.table, signUp.personId, eventId))
      if (signUp.state === 'cancelled' && attendance.entryAt === undefined) return undefined
      const { personId, branch, initials } = signUp
      return { personId, name: signUp.name, ...(initials !== undefined && { initials }), ...(branch !== undefined && { branchName: await orgName(context, branch) }), signedUp: signUp.state === 'signed-up', ...attendance }
    })
  return pageAcross([eventId], cursor, limit, (one, most, after) => readSignUpsPage(context.table, one, most, after), show)
}
