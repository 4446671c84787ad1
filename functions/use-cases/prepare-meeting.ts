import { refuse } from '@shared/model/refusal'
import type { UseCase } from '../http/app'
import { readBranchAccounts } from '../store/members'
import { isBranchOf, meetingTerms, rosterOf, showCandidates } from './meeting-view'
import { orgName } from './show-person'

/** Who waits for a vote is found by the projection; what each still lacks is asked of the ledger. */
export const prepareMeeting: UseCase<'prepareMeeting'> = async (context, { org }, { actor }) => {
  if (!(await isBranchOf(context, org))) return refuse('not-found')
  const [{ today, policy, records }, accounts, members] = await Promise.all([meetingTerms(context, org), readBranchAccounts(context.table, org), rosterOf(context, org)])
  const waiting = accounts.filter(({ progress }) => progress?.application?.state === 'form-filled').map(({ personId }) => personId)
  return { org, branchName: await orgName(context, org), candidates: await showCandidates(context, org, waiting, today, actor), members, policy: { quorum: policy.quorum, majority: policy.majority }, today, may: { edit: records(actor) } }
}
