import * as z from 'zod'
import { applicationStates } from '../model/application'
import { choices, meetingStates } from '../model/meeting'
import { condition } from './applications'
import { clientId, instant, localDate, orgId, pageOf, paging, personId, shortText } from './common'
import { endpoint } from './endpoint'
import { reviewers } from './progress'

/** The server puts the date before it: together they are a meeting's id. */
const newId = clientId.max(50)
const count = z.number().int().min(0).max(10_000)
const choice = z.enum(choices)
const words = shortText(1000)
const minutes = shortText(20_000)
const share = z.tuple([z.number().int(), z.number().int()])
const policy = z.object({ quorum: z.object({ moreThan: share }), majority: z.object({ moreThan: share, of: z.enum(['should-attend', 'present']) }) })

const agenda = {
  date: localDate, place: shortText(60), host: shortText(40), recorder: shortText(40),
  candidates: z.array(personId).max(30),
  items: z.array(z.object({ title: shortText(100), outcome: words.optional() })).max(20),
}
const attendance = {
  roll: z.array(z.object({ personId, present: z.boolean() })).max(500),
  besides: z.object({ should: count, present: count }),
  reason: shortText(200).optional(),
}
const tally = { for: count, against: count, abstain: count }

/** An applicant to be voted on: what of the procedure is still unmet as of the meeting's date. */
const candidate = z.object({
  personId, name: z.string(), className: z.string().optional(), state: z.enum(applicationStates).optional(),
  introducers: z.array(z.object({ name: z.string(), spoken: z.boolean() })), conditions: z.array(condition), ready: z.boolean(),
})
const member = z.object({ personId, name: z.string(), initials: z.string().optional(), className: z.string().optional(), leagueMember: z.boolean() })
const vote = z.object({
  secret: z.boolean(), shouldAttend: count, present: count, ...tally, passed: z.boolean(), words: z.string().optional(), at: instant, byName: z.string(),
  named: z.array(z.object({ personId, name: z.string(), choice })).optional(),
})
const meeting = z.object({
  meetingId: clientId, org: orgId, branchName: z.string(), state: z.enum(meetingStates), revision: z.number().int(), at: instant, byName: z.string(),
  date: localDate, place: z.string(), host: z.string(), recorder: z.string(),
  candidates: z.array(candidate.extend({ vote: vote.optional() })), items: z.array(z.object({ title: z.string(), outcome: z.string().optional() })),
  roll: z.array(z.object({ personId, name: z.string(), initials: z.string().optional(), present: z.boolean() })), besides: z.object({ should: count, present: count }), reason: z.string().optional(),
  minutes: z.string().optional(), held: z.object({ at: instant, byName: z.string() }).optional(), cancelled: z.string().optional(),
  corrections: z.array(z.object({ n: z.number().int(), at: instant, byName: z.string(), reason: z.string(), minutes: z.string() })),
  policy, today: localDate, may: z.object({ edit: z.boolean() }),
  /** The branch, while the roll may still change: who is a member of the League is on it unless there is a reason. */
  members: z.array(member).optional(),
})
export type MeetingView = z.infer<typeof meeting>

const access = { who: 'roles', roles: reviewers, scope: 'org' } as const
const ofBranch = z.object({ org: orgId })
const params = ofBranch.extend({ meetingId: clientId })
const onRevision = { id: clientId, revision: z.number().int().min(1).max(1_000_000) }

/** Meetings of a branch: agenda, roll, a vote for each candidate, minutes. Who records them, the county's procedure says. */
export const meetingEndpoints = {
  listMeetings: endpoint({
    method: 'GET', path: '/v1/meetings', summary: 'Meetings of an organisation’s branches, by branch, the newest first', access, query: z.object({ ...paging, org: orgId }),
    answer: pageOf(z.object({ meetingId: clientId, org: orgId, branchName: z.string(), state: z.enum(meetingStates), date: localDate, place: z.string(), candidates: count, voted: count, passed: count })),
  }),
  prepareMeeting: endpoint({
    method: 'GET', path: '/v1/branches/{org}/meeting-preparation', summary: 'What a branch’s next meeting is planned with: applicants who wait for a vote, members, quorum and majority', access, params: ofBranch,
    answer: z.object({ org: orgId, branchName: z.string(), candidates: z.array(candidate), members: z.array(member), policy, today: localDate, may: z.object({ edit: z.boolean() }) }),
  }),
  planMeeting: endpoint({
    method: 'POST', path: '/v1/branches/{org}/meetings', summary: 'Plan a meeting; its roll is the branch’s members of the League', access, params: ofBranch,
    body: z.object({ id: newId, ...agenda }), answer: meeting, status: 201,
  }),
  showMeeting: endpoint({ method: 'GET', path: '/v1/branches/{org}/meetings/{meetingId}', summary: 'One meeting: agenda with what each candidate still lacks, roll, votes, minutes', access, params, answer: meeting }),
  saveMeeting: endpoint({
    method: 'POST', path: '/v1/branches/{org}/meetings/{meetingId}', summary: 'Save a meeting that is not held yet, whole, on the revision that was read', access, params,
    body: z.object({ ...onRevision, ...agenda, ...attendance, minutes: minutes.optional() }), answer: meeting,
  }),
  recordVote: endpoint({
    method: 'POST', path: '/v1/branches/{org}/meetings/{meetingId}/votes', summary: 'Record the vote on one candidate, once; of a secret one tallies alone', access, params,
    body: z.object({ id: clientId, personId, secret: z.boolean(), ...tally, named: z.array(z.object({ personId, choice })).max(500).optional(), words: words.optional() }), answer: meeting,
  }),
  closeMeeting: endpoint({
    method: 'POST', path: '/v1/branches/{org}/meetings/{meetingId}/close', summary: 'Say that a meeting was held, as its minutes have it: nothing but the minutes changes after', access, params, body: z.object(onRevision), answer: meeting,
  }),
  cancelMeeting: endpoint({
    method: 'POST', path: '/v1/branches/{org}/meetings/{meetingId}/cancel', summary: 'Say that a meeting will not be held; one that has voted is closed instead', access, params, body: z.object({ ...onRevision, reason: shortText(200) }), answer: meeting,
  }),
  correctMinutes: endpoint({
    method: 'POST', path: '/v1/branches/{org}/meetings/{meetingId}/corrections', summary: 'Correct the minutes of a meeting that was held; what they said before stays', access, params, body: z.object({ ...onRevision, minutes, reason: shortText(200) }), answer: meeting,
  }),
}
