import type { Meeting } from '@shared/model/meeting'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { correctMeeting, readMeeting, readMinutesRevisions } from '../store/meetings'
import { meetingAfter } from './meeting-after'
import { saveRevision } from './save-revision'

/** Corrects the minutes of a meeting that was held; what they said before stays beside them, with why. */
export const correctMinutes: UseCase<'correctMinutes'> = (context, { org, meetingId, id, revision, minutes, reason }, { actor }) =>
  meetingAfter(context, { org, meetingId }, actor, async () => {
    const read = () => readMeeting(context.table, org, meetingId, true)
    if (!(await read())) return refuse('not-found')
    const n = (await readMinutesRevisions(context.table, org, meetingId)).length + 1
    return saveRevision<Partial<Meeting>>(context, actor, { id, revision }, { minutes }, read, (held) => (held?.state === 'held' ? undefined : refuse('meeting-held', { state: held?.state })), (next, held) => {
      const meeting = held as Meeting
      return correctMeeting(context.table, { ...meeting, ...next } as Meeting, { n, minutes: meeting.minutes ?? '', reason, at: next.at, by: actor.personId })
    }, 'meeting-changed')
  })
