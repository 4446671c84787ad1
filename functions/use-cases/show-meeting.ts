import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readMeeting } from '../store/meetings'
import { meetingView } from './meeting-view'

export const showMeeting: UseCase<'showMeeting'> = async (context, { org, meetingId }, { actor }) => {
  const meeting = await readMeeting(context.table, org, meetingId, true)
  return meeting ? meetingView(context, meeting, actor) : refuse('not-found')
}
