import type { Meeting } from '@shared/model/meeting'
import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readMeeting, replaceMeeting } from '../store/meetings'
import { faultsOfContent, meetingAfter } from './meeting-after'
import { rosterOf } from './meeting-view'
import { saveRevision } from './save-revision'

/** Plans a meeting: who should attend is everyone whom the roster knows as a member of the League. */
export const planMeeting: UseCase<'planMeeting'> = (context, { org, id, date, place, host, recorder, candidates, items }, { actor }) => {
  const meetingId = `${date}-${id}`
  return meetingAfter(context, { org, meetingId }, actor, async () => {
    const held = await readMeeting(context.table, org, meetingId, true)
    // It was planned by this request, and may have been saved since.
    if (held) return held.state === 'planned' && held.place === place && held.host === host ? undefined : refuse('id-reused')
    const roll = (await rosterOf(context, org)).flatMap(({ personId, leagueMember }) => (leagueMember ? [{ personId, present: false }] : []))
    const said = { meetingId, branch: org, state: 'planned' as const, date, place, host, recorder, candidates, items, roll, besides: { should: 0, present: 0 }, votes: [] }
    return saveRevision<Omit<Meeting, 'revision' | 'saveId' | 'at' | 'by'>>(context, actor, { id, revision: 0 }, said, async () => undefined, () => faultsOfContent(context, org, said, undefined), (next) => replaceMeeting(context.table, next), 'meeting-changed')
  })
}
