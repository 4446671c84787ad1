import type { MeetingView } from '@shared/contract/meetings'
import type { Meeting } from '@shared/model/meeting'
import { type FieldError, type Refusal, refuse } from '@shared/model/refusal'
import { mayFollow } from '@shared/rules/application-order'
import { type Branch, faultsOfMeeting, type MeetingContent } from '../core/meeting'
import { foldApplication } from '../core/fold-application'
import { readApplicationSteps } from '../store/applications'
import { readMeeting } from '../store/meetings'
import type { Actor, Context } from './context'
import { isBranchOf, meetingTerms, meetingView, rosterOf } from './meeting-view'

/** Does a write at a branch's meeting, for whoever the procedure lets record votes, and answers with the meeting as it then stands. */
export const meetingAfter = async (context: Context, { org, meetingId }: { org: string; meetingId: string }, actor: Actor, write: (today: string) => Promise<Refusal | undefined>): Promise<MeetingView | Refusal> => {
  if (!(await isBranchOf(context, org))) return refuse('not-found')
  const { today, records } = await meetingTerms(context, org)
  if (!records(actor)) return refuse('not-allowed')
  const refusal = await write(today)
  if (refusal) return refusal
  const meeting = await readMeeting(context.table, org, meetingId, true)
  return meeting ? meetingView(context, meeting, actor) : refuse('not-found')
}

/** A branch as a meeting of it is checked against; applications are read of those who are new on the agenda. */
export const readBranch = async (context: Context, branch: string, candidates: readonly string[]): Promise<Branch> => {
  const roster = new Map((await rosterOf(context, branch)).map(({ personId, leagueMember }) => [personId, leagueMember]))
  const waiting = new Set<string>()
  for (const id of new Set(candidates)) {
    const application = roster.has(id) ? foldApplication(await readApplicationSteps(context.table, id)) : undefined
    if (application && mayFollow(application, 'vote')) waiting.add(id)
  }
  return { roster, awaitsVote: (id) => waiting.has(id) }
}

export const faultsOfContent = async (context: Context, branch: string, said: MeetingContent, held: Meeting | undefined): Promise<Refusal | undefined> => {
  const errors: FieldError[] = faultsOfMeeting(said, held, await readBranch(context, branch, said.candidates.filter((id) => !held?.candidates.includes(id))))
  return errors.length ? { refused: 'invalid-input', errors } : undefined
}
