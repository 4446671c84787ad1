import type { UseCase } from '../http/app'
import { endMeeting } from './close-meeting'
import { meetingAfter } from './meeting-after'

/** A meeting that has voted was held: it is closed, not cancelled. */
export const cancelMeeting: UseCase<'cancelMeeting'> = (context, { reason, ...asked }, { actor }) =>
  meetingAfter(context, asked, actor, () =>
    endMeeting(context, actor, asked, { state: 'cancelled', cancelled: reason }, ({ votes }) => (votes.length ? { refused: 'invalid-input', errors: [{ path: 'meetingId', code: 'voted', message: 'It has voted on a candidate' }] } : undefined)))
