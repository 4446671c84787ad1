import type { Meeting } from '@shared/model/meeting'
import { type Refusal, refuse } from '@shared/model/refusal'
import { faultsOfClose } from '../core/meeting'
import type { UseCase } from '../http/app'
import { readMeeting, replaceMeeting } from '../store/meetings'
import { type Actor, type Context, instantOf } from './context'
import { meetingAfter } from './meeting-after'
import { saveRevision } from './save-revision'

interface Asked {
  org: string
  meetingId: string
  id: string
  revision: number
}

/** Ends a planned meeting, held or not, on the revision that was read. */
export const endMeeting = async (context: Context, actor: Actor, { org, meetingId, id, revision }: Asked, end: Partial<Meeting>, check: (meeting: Meeting) => Refusal | undefined): Promise<Refusal | undefined> => {
  const read = () => readMeeting(context.table, org, meetingId, true)
  if (!(await read())) return refuse('not-found')
  const open = (meeting: Meeting) => (meeting.state === 'planned' ? check(meeting) : refuse('meeting-held', { state: meeting.state }))
  return saveRevision<Partial<Meeting>>(context, actor, { id, revision }, end, read, (held) => open(held as Meeting), (next, held) => replaceMeeting(context.table, { ...held, ...next, ...(next.state === 'held' && { held: { at: instantOf(context.now()), by: actor.personId } }) } as Meeting), 'meeting-changed')
}

export const closeMeeting: UseCase<'closeMeeting'> = (context, input, { actor }) =>
  meetingAfter(context, input, actor, (today) =>
    endMeeting(context, actor, input, { state: 'held' }, (meeting) => {
      const errors = faultsOfClose(meeting, today)
      return errors.length ? { refused: 'invalid-input', errors } : undefined
    }))
