import { refuse } from '@shared/model/refusal'
import type { Meeting } from '@shared/model/meeting'
import type { UseCase } from '../http/app'
import { readMeeting, replaceMeeting } from '../store/meetings'
import { faultsOfContent, meetingAfter } from './meeting-after'
import { saveRevision } from './save-revision'

/** Saves a meeting whole until it is held: what is left out is gone. `replace` is a parameter so that a test can take the guard away. */
export const saveMeetingBy = (replace: typeof replaceMeeting = replaceMeeting): UseCase<'saveMeeting'> => (context, { org, meetingId, id, revision, date, place, host, recorder, candidates, items, roll, besides, reason, minutes }, { actor }) =>
  meetingAfter(context, { org, meetingId }, actor, async () => {
    const read = () => readMeeting(context.table, org, meetingId, true)
    if (!(await read())) return refuse('not-found')
    const said = { date, place, host, recorder, candidates, items: items.map(({ title, outcome }) => ({ title, ...(outcome !== undefined && { outcome }) })), roll, besides, ...(reason !== undefined && { reason }), ...(minutes !== undefined && { minutes }) }
    return saveRevision<Partial<Meeting>>(context, actor, { id, revision }, said, read, (held) => {
      const meeting = held as Meeting
      return meeting.state === 'planned' ? faultsOfContent(context, org, said, meeting) : refuse('meeting-held', { state: meeting.state })
    }, (next, held) => {
      const { reason: _reason, minutes: _minutes, ...rest } = held as Meeting
      return replace(context.table, { ...rest, ...next } as Meeting)
    }, 'meeting-changed')
  })
export const saveMeeting = saveMeetingBy()
