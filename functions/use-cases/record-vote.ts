import type { CandidateVote, Meeting } from '@shared/model/meeting'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { countBallot } from '../core/meeting'
import type { UseCase } from '../http/app'
import { appendApplicationStep } from '../store/applications'
import { meetingWrite, readMeeting } from '../store/meetings'
import { readMe } from '../store/people'
import { type AppendStep, actOn } from './act-on-application'
import { instantOf } from './context'
import { meetingAfter } from './meeting-after'
import { withName } from './names-of'
import { untilDecided } from './until-decided'

/** The meeting was written by somebody else while a vote of it was decided. */
class MeetingMoved extends Error {}

/**
 * Records one candidate's vote in the application's chain and in the meeting, both or neither: on the condition that the meeting still is as it was counted
 * by. Two votes at once on two candidates both stand. Of a secret vote nothing but tallies is kept. `writeOf` is a parameter so that a test can take the guard away.
 */
export const recordVoteBy = (writeOf: typeof meetingWrite = meetingWrite, append: AppendStep = appendApplicationStep): UseCase<'recordVote'> => (context, { org, meetingId, id, personId, secret, named, words, ...tally }, { actor }) =>
  meetingAfter(context, { org, meetingId }, actor, async () => {
    const ballot = { voteId: id, personId, secret, for: tally.for, against: tally.against, abstain: tally.abstain, named, words, by: actor.personId }
    const outcome = await untilDecided<Refusal | 'done'>(context, async () => {
      const meeting = await readMeeting(context.table, org, meetingId, true)
      if (!meeting) return refuse('not-found')
      const counted = countBallot(meeting, ballot)
      if (isRefusal(counted)) return withName(context, counted)
      if ('stands' in counted) return 'done'
      const me = await readMe(context.table, personId, true)
      if (me?.branch !== org) return { refused: 'invalid-input', errors: [{ path: 'personId', code: 'not-a-candidate', message: 'No longer of this branch' }] }
      const { counts } = counted
      const both: AppendStep = async (table, whose, appended) => {
        const { step } = appended
        if (step.act !== 'vote') throw new Error('Only a vote is recorded at a meeting')
        const at = instantOf(context.now())
        const vote: CandidateVote = { voteId: id, personId, secret, ...counts, for: tally.for, against: tally.against, abstain: tally.abstain, passed: step.facts.passed, ...(named && { named }), ...(words !== undefined && { words }), at, by: actor.personId }
        const next: Meeting = { ...meeting, votes: [...meeting.votes, vote], revision: meeting.revision + 1, saveId: id, at, by: actor.personId }
        if (await append(table, whose, { ...appended, also: [...appended.also, writeOf(table, next)] })) return true
        if ((await readMeeting(context.table, org, meetingId, true))?.revision !== meeting.revision) throw new MeetingMoved()
        return false
      }
      try {
        const refusal = await actOn(context, me, { stepId: id, actor, input: { act: 'vote', meetingId, date: meeting.date, secret, ...counts, for: tally.for, against: tally.against, abstain: tally.abstain, ...(words !== undefined && { words }) } }, both)
        return refusal ? withName(context, refusal) : 'done'
      } catch (error) {
        if (error instanceof MeetingMoved) return undefined
        throw error
      }
    })
    return outcome === 'done' ? undefined : outcome
  })
export const recordVote = recordVoteBy()
