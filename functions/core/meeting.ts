import type { CandidateVote, Meeting, Voice } from '@shared/model/meeting'
import { type FieldError, type Refusal, refuse } from '@shared/model/refusal'
import { lastOf, mayFollow } from '@shared/rules/application-order'
import { attendanceOf, isAdjusted } from '@shared/rules/meeting-vote'
import { type ActFacts, actConditions, type Condition, dayAfter } from './act-conditions'
import { canonical } from './audit-chain'

const field = (path: string, code: string, message: string): FieldError => ({ path, code, message })
const wrong = (errors: FieldError[]): Refusal | undefined => (errors.length ? { refused: 'invalid-input', errors } : undefined)
const twice = (ids: readonly string[]): number => ids.findIndex((id, i) => ids.indexOf(id) < i)

export type MeetingContent = Pick<Meeting, 'date' | 'place' | 'host' | 'recorder' | 'candidates' | 'items' | 'roll' | 'besides' | 'reason' | 'minutes'>

/** What a meeting is checked against: the branch's roster, and who of it waits for a vote. */
export interface Branch {
  /** Everyone of the branch: whether they are a member of the League. */
  roster: ReadonlyMap<string, boolean>
  /** Whether a person's application waits for the branch's vote. */
  awaitsVote(personId: string): boolean
}

/** Everything that is wrong with a meeting as somebody would save it. Once a vote is recorded, what it was counted by stays as it is. */
export const faultsOfMeeting = (said: MeetingContent, held: Meeting | undefined, { roster, awaitsVote }: Branch): FieldError[] => {
  const { candidates, roll, besides, reason } = said
  const voted = held?.votes.map(({ personId }) => personId) ?? []
  const known = new Set(held?.roll.map(({ personId }) => personId))
  const sameRoll = held !== undefined && canonical([roll, besides]) === canonical([held.roll, held.besides])
  return [
    ...(voted.length && held && said.date !== held.date ? [field('date', 'voted', 'A vote was recorded on this date')] : []),
    ...(voted.length && !sameRoll ? [field('roll', 'voted', 'A vote was counted by this roll')] : []),
    ...voted.filter((id) => !candidates.includes(id)).map(() => field('candidates', 'voted', 'A candidate who was voted on stays on the agenda')),
    ...(twice(candidates) >= 0 ? [field(`candidates[${twice(candidates)}]`, 'twice', 'Nobody is on the agenda twice')] : []),
    ...candidates.flatMap((id, i) => (held?.candidates.includes(id) || awaitsVote(id) ? [] : [field(`candidates[${i}]`, 'not-a-candidate', 'Nobody of the branch whose application waits for a vote')])),
    ...(twice(roll.map(({ personId }) => personId)) >= 0 ? [field(`roll[${twice(roll.map(({ personId }) => personId))}]`, 'twice', 'Nobody is on the roll twice')] : []),
    ...roll.flatMap(({ personId }, i) => (roster.has(personId) || known.has(personId) ? [] : [field(`roll[${i}]`, 'not-of-branch', 'Nobody of this branch')])),
    ...(besides.present > besides.should ? [field('besides.present', 'more-than-should', 'More were present than should attend')] : []),
    ...(!sameRoll && reason === undefined && isAdjusted(said, roster) ? [field('reason', 'required', 'Say why the roll is not the branch’s members of the League')] : []),
  ]
}

/** What a vote on somebody at a meeting of `date` still waits for: the procedure's conditions, and what the meeting itself asks. */
export const candidateConditions = (facts: ActFacts, date: string, actorId?: string): Condition[] => {
  const { application, personId } = facts
  if (!application || !mayFollow(application, 'vote')) return [{ key: 'form-filled', met: false, mend: 'fill-form' }]
  const form = lastOf(application, 'fill-form')
  const spoken = application.steps.flatMap((one) => (one.act === 'introduce' && one.n > (form?.n ?? 0) ? [one.facts.date] : [])).sort().at(-1) ?? form?.facts.date
  return [
    ...actConditions('vote', facts, date, actorId),
    ...(spoken === undefined ? [] : [{ key: 'after-introducers', met: date > spoken, ...(date <= spoken && { mend: 'move-meeting', earliest: dayAfter(spoken) }) }]),
    ...(actorId === personId ? [{ key: 'own-application', met: false, mend: 'another-decides' }] : []),
  ]
}

export type Ballot = Pick<CandidateVote, 'voteId' | 'personId' | 'secret' | 'for' | 'against' | 'abstain' | 'by'> & { named?: Voice[] | undefined; words?: string | undefined }

const faultsOfVoices = (meeting: Meeting, { personId, secret, named, ...tally }: Ballot): FieldError[] => {
  if (!named) return []
  if (secret) return [field('named', 'secret', 'Of a secret vote nobody’s choice is taken')]
  const present = new Set(meeting.roll.filter((one) => one.present && one.personId !== personId).map((one) => one.personId))
  const voices = named.map((voice) => voice.personId)
  const more = (['for', 'against', 'abstain'] as const).filter((choice) => named.filter((voice) => voice.choice === choice).length > tally[choice])
  return [
    ...voices.flatMap((id, i) => (id === personId ? [field(`named[${i}]`, 'candidate', 'Nobody votes on their own application')] : present.has(id) && voices.indexOf(id) === i ? [] : [field(`named[${i}]`, 'not-present', 'Each who was present is named once')])),
    ...(voices.length < present.size ? [field('named', 'incomplete', 'Everyone present on the roll is named')] : []),
    ...more.map((choice) => field(choice, 'does-not-add-up', 'More are named for it than are counted')),
  ]
}

/** What a ballot comes to by the roll: the counts of the vote, the same vote recorded before, or why it cannot be. */
export const countBallot = (meeting: Meeting, ballot: Ballot): { counts: { shouldAttend: number; present: number } } | { stands: CandidateVote } | Refusal => {
  const { voteId, personId, secret, named, words, by, ...tally } = ballot
  const again = meeting.votes.find((one) => one.voteId === voteId)
  if (again) return again.by === by && again.personId === personId && again.secret === secret && canonical([again.for, again.against, again.abstain, again.named, again.words]) === canonical([tally.for, tally.against, tally.abstain, named, words]) ? { stands: again } : refuse('id-reused')
  if (meeting.state !== 'planned') return refuse('meeting-held', { state: meeting.state })
  const before = meeting.votes.find((one) => one.personId === personId)
  if (before) return refuse('already-voted', { conflict: { by: before.by, at: before.at } })
  if (!meeting.candidates.includes(personId)) return wrong([field('personId', 'not-on-agenda', 'Not a candidate of this meeting')]) as Refusal
  const counts = attendanceOf(meeting, personId)
  const faults = [
    ...(tally.for + tally.against + tally.abstain === counts.present ? [] : [field('for', 'does-not-add-up', `For, against and abstain add up to those present: ${counts.present}`)]),
    ...faultsOfVoices(meeting, ballot),
  ]
  return wrong(faults) ?? { counts }
}

/** What stands in the way of saying that a meeting was held. */
export const faultsOfClose = (meeting: Meeting, today: string): FieldError[] => [
  ...(meeting.date > today ? [field('date', 'in-future', 'It has not been yet')] : []),
  ...(attendanceOf(meeting).present === 0 ? [field('roll', 'nobody-present', 'Nobody is marked as present')] : []),
  ...(meeting.minutes === undefined ? [field('minutes', 'required', 'A meeting that was held has minutes')] : []),
]
