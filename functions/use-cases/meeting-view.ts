import type { MeetingView } from '@shared/contract/meetings'
import type { CandidateVote, Meeting, VotePolicy } from '@shared/model/meeting'
import { countyOf } from '@shared/model/org'
import { lastOf } from '@shared/rules/application-order'
import { localDateIn } from '@shared/rules/local-date-in'
import { silentIntroducers } from '../core/act-conditions'
import { inForce } from '../core/fold-policy'
import { may } from '../core/may'
import { candidateConditions } from '../core/meeting'
import { procedureInForce } from '../core/procedure-in-force'
import { keys } from '../store/keys'
import { readMinutesRevisions } from '../store/meetings'
import { readMembers } from '../store/members'
import type { Me } from '../store/people'
import { readProcedures } from '../store/procedure'
import { getItems } from '../store/table'
import { applicationFacts } from './application-facts'
import type { Actor, Context } from './context'
import { eachOf } from './each-of'
import { namesOf } from './names-of'
import { orgName } from './show-person'
import { zone } from './visits-of'

/** What the county's procedure says of a branch's meetings today. */
export const meetingTerms = async (context: Context, branch: string) => {
  const now = context.now()
  const [versions, policy] = await Promise.all([readProcedures(context.table, countyOf(branch), true), context.policy(countyOf(branch))])
  const today = localDateIn(inForce(policy, now)?.ruleSet.timeZone ?? zone, now)
  const { vote, actors } = procedureInForce(versions, today, now).content
  return { today, policy: vote satisfies VotePolicy, records: (actor: Actor): boolean => may(actor.roles, actors.vote, branch) }
}

/** Whether there is such a branch: an id may look like one. */
export const isBranchOf = async (context: Context, org: string): Promise<boolean> => (await context.orgs(countyOf(org))).get(org)?.kind === 'branch'

export const rosterOf = async (context: Context, branch: string) =>
  (await readMembers(context.table, branch)).filter(({ graduated }) => graduated === undefined).map(({ personId, name, initials, className, leagueMember }) => ({ personId, name, ...(initials !== undefined && { initials }), ...(className !== undefined && { className }), leagueMember: leagueMember !== undefined }))

/** Applicants with what their vote at a meeting of `date` still waits for; by the ledger, as the vote itself will be decided. */
export const showCandidates = async (context: Context, branch: string, personIds: readonly string[], date: string, actor: Actor) => {
  const people = await getItems<Me>(context.table, personIds.map((id) => keys.me(id)), true)
  return eachOf(people.flatMap((me) => (me ? [me] : [])), 4, async (me) => {
    const { facts } = await applicationFacts(context, me)
    const { application } = facts
    const introducers = application ? (lastOf(application, 'fill-form')?.facts.introducers ?? []) : []
    const [names, silent] = [await namesOf(context, introducers), silentIntroducers(application)]
    const conditions = [...candidateConditions(facts, date, actor.personId), ...(me.branch === branch ? [] : [{ key: 'same-branch', met: false, mend: 'none' }])]
    return {
      personId: me.personId, name: me.name, ...(me.className !== undefined && { className: me.className }), ...(application && { state: application.state }),
      introducers: introducers.map((id) => ({ name: names.get(id) ?? '', spoken: !silent.includes(id) })), conditions, ready: conditions.every(({ met }) => met),
    }
  })
}

const showVote = ({ voteId, personId, by, named, ...counts }: CandidateVote, nameOf: (id: string) => string) => ({ ...counts, byName: nameOf(by), ...(named && { named: named.map((one) => ({ ...one, name: nameOf(one.personId) })) }) })

/** A meeting as it is answered: people by name, and, until it is held, what each candidate still waits for. */
export const meetingView = async (context: Context, meeting: Meeting, actor: Actor): Promise<MeetingView> => {
  const { meetingId, branch, state, revision, at, by, date, place, host, recorder, candidates, items, roll, besides, reason, votes, minutes, held, cancelled } = meeting
  const open = state === 'planned'
  const voteOf = (id: string) => votes.find(({ personId }) => personId === id)
  const waiting = open ? candidates.filter((id) => !voteOf(id)) : []
  const [{ today, policy, records }, roster, revisions, shown] = await Promise.all([
    meetingTerms(context, branch), rosterOf(context, branch), readMinutesRevisions(context.table, branch, meetingId), showCandidates(context, branch, waiting, date, actor),
  ])
  const names = await namesOf(context, [by, held?.by, ...candidates, ...roll.map(({ personId }) => personId), ...votes.map((vote) => vote.by), ...revisions.map((one) => one.by)])
  const nameOf = (id: string) => names.get(id) ?? ''
  const initials = new Map(roster.map((one) => [one.personId, one.initials]))
  const edit = open && records(actor)
  return {
    meetingId, org: branch, branchName: await orgName(context, branch), state, revision, at, byName: nameOf(by), date, place, host, recorder, items, besides, reason, minutes, cancelled,
    candidates: candidates.map((personId) => {
      const vote = voteOf(personId)
      return {
        ...(shown.find((one) => one.personId === personId) ?? { personId, name: nameOf(personId), introducers: [], conditions: [], ready: false }),
        ...(vote && { vote: showVote(vote, nameOf) }),
      }
    }),
    roll: roll.map(({ personId, present }) => ({ personId, name: nameOf(personId), present, initials: initials.get(personId) })),
    held: held && { at: held.at, byName: nameOf(held.by) },
    corrections: revisions.map((one) => ({ n: one.n, at: one.at, byName: nameOf(one.by), reason: one.reason, minutes: one.minutes })),
    policy: { quorum: policy.quorum, majority: policy.majority }, today, may: { edit: edit || (state === 'held' && records(actor)) },
    ...(edit && { members: roster }),
  }
}
