import type { Meeting } from '@shared/model/meeting'
import type { UseCase } from '../http/app'
import { readMeetingsPage } from '../store/meetings'
import { branchesBelow } from './branches-below'
import { pageAcross } from './page-across'
import { orgName } from './show-person'

export const listMeetings: UseCase<'listMeetings'> = async (context, { org, cursor, limit }) => {
  const show = (meetings: Meeting[]) =>
    Promise.all(meetings.map(async ({ meetingId, branch, state, date, place, candidates, votes }) => ({
      meetingId, org: branch, branchName: await orgName(context, branch), state, date, place, candidates: candidates.length, voted: votes.length, passed: votes.filter(({ passed }) => passed).length,
    })))
  return pageAcross(await branchesBelow(context, org), cursor, limit, (branch, most, after) => readMeetingsPage(context.table, branch, most, after), show)
}
