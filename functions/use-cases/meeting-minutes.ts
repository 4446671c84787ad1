import type { MeetingMinutes } from '@shared/model/meeting'
import { lastOf } from '@shared/rules/application-order'
import { attendanceOf } from '@shared/rules/meeting-vote'
import { foldApplication } from '../core/fold-application'
import { readApplicationSteps } from '../store/applications'
import { readMeeting, readMinutesRevisions } from '../store/meetings'
import type { Context } from './context'
import { eachOf } from './each-of'
import { namesOf } from './names-of'
import { orgName } from './show-person'

/** What a meeting's minutes are printed from, people by name; undefined where there is no such meeting. Of a secret vote there is nothing to name. */
export const meetingMinutes = async (context: Context, branch: string, meetingId: string): Promise<MeetingMinutes | undefined> => {
  const meeting = await readMeeting(context.table, branch, meetingId, true)
  if (!meeting) return undefined
  const { state, date, place, host, recorder, besides, reason, items, roll, votes, minutes = '', held } = meeting
  const [revisions, applications] = await Promise.all([
    readMinutesRevisions(context.table, branch, meetingId),
    eachOf(meeting.candidates, 4, async (personId) => ({ personId, application: foldApplication(await readApplicationSteps(context.table, personId)) })),
  ])
  const introducersOf = ({ application }: (typeof applications)[number]) => (application ? (lastOf(application, 'fill-form')?.facts.introducers ?? []) : [])
  const names = await namesOf(context, [held?.by, ...meeting.candidates, ...roll.map(({ personId }) => personId), ...votes.map(({ by }) => by), ...revisions.map(({ by }) => by), ...applications.flatMap(introducersOf)])
  const nameOf = (id: string) => names.get(id) ?? ''
  return {
    meetingId, branchName: await orgName(context, branch), state, date, place, host, recorder, ...attendanceOf(meeting), besides, ...(reason !== undefined && { reason }), items, minutes,
    presentNames: roll.flatMap(({ personId, present }) => (present ? [nameOf(personId)] : [])), absentNames: roll.flatMap(({ personId, present }) => (present ? [] : [nameOf(personId)])),
    candidates: applications.map((one) => {
      const number = one.application && lastOf(one.application, 'pre-review')?.facts.number
      const recorded = votes.find(({ personId }) => personId === one.personId)
      const { by = '', named, ...vote } = recorded ?? {}
      return {
        personId: one.personId, name: nameOf(one.personId), ...(number !== undefined && { number }), introducers: introducersOf(one).map(nameOf),
        ...(recorded && { vote: { ...(vote as Omit<typeof recorded, 'by' | 'named'>), byName: nameOf(by), ...(named && { named: named.map(({ personId, choice }) => ({ name: nameOf(personId), choice })) }) } }),
      }
    }),
    ...(held && { heldAt: held.at, heldByName: nameOf(held.by) }),
    corrections: revisions.map(({ n, at, by, reason: why, minutes: before }) => ({ n, at, byName: nameOf(by), reason: why, minutes: before })),
  }
}
