import { countyOf } from '@shared/model/org'
import { type FieldError, isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import { isOpen } from '@shared/rules/application-order'
import { localDateIn } from '@shared/rules/local-date-in'
import { foldApplication } from '../core/fold-application'
import { membershipFault } from '../core/membership-fault'
import type { UseCase } from '../http/app'
import { readApplicationSteps } from '../store/applications'
import { keys } from '../store/keys'
import { endMembership, enterMembership, noStepSince } from '../store/memberships'
import { type LeagueMembership, type Member, readMe } from '../store/people'
import { readRanges } from '../store/plan'
import { getItem, type Write } from '../store/table'
import { type Context, instantOf } from './context'
import { untilDecided } from './until-decided'

const wrong = (error: FieldError): Refusal => ({ refused: 'invalid-input', errors: [error] })

/** That nobody applies meanwhile: for whoever becomes a member without an admission here. A refusal where an application is open. */
export const withoutApplication = async (context: Context, personId: string): Promise<Write | Refusal> => {
  const steps = await readApplicationSteps(context.table, personId)
  const application = foldApplication(steps)
  return application && isOpen(application.state) ? refuse('application-open', { state: application.state }) : noStepSince(context.table, personId, steps.length)
}

/** Whether a number is one that the county gave a committee to hand out: then only a pre-review gives it to somebody. */
const isAllocated = async (context: Context, county: string, number: string): Promise<boolean> => {
  const [year, serial] = [Number(number.slice(0, 4)), Number(number.slice(6))]
  return (await readRanges(context.table, county, year)).some(({ from, to }) => from <= serial && serial <= to)
}

/** A membership as answers show it. */
export const showMembership = ({ since, number, byHand, used }: LeagueMembership) => ({ since, ...(number !== undefined && { number }), ...(byHand && !used && { byHand }) })
const show = (personId: string, membership: LeagueMembership) => ({ personId, leagueMember: showMembership(membership) })

/** Enters an existing member: in the account and the roster, or in neither; never beside an open application, which would end in a second membership. */
export const markLeagueMember: UseCase<'markLeagueMember'> = async (context, { personId, id, since, number }, { actor }) =>
  untilDecided(context, async () => {
    const me = await readMe(context.table, personId, true)
    if (me?.branch === undefined) return refuse('not-found')
    const member = await getItem<Member>(context.table, keys.member(me.branch, personId), true)
    if (!member) return refuse('not-found')
    if (me.leagueMember) {
      const same = me.leagueMember.since === since && me.leagueMember.number === number
      return member.leagueEntry?.id !== id ? refuse('already-member', { since: me.leagueMember.since }) : same ? show(personId, me.leagueMember) : refuse('id-reused')
    }
    const fault = membershipFault(since, member.birthDate, localDateIn('Asia/Shanghai', context.now()))
    if (fault) return wrong({ path: 'since', code: fault, message: 'No day on which this person could have joined' })
    if (number !== undefined && (await isAllocated(context, countyOf(me.branch), number))) return wrong({ path: 'number', code: 'allocated', message: 'The county gave this number to a committee' })
    const free = await withoutApplication(context, personId)
    if (isRefusal(free)) return free
    const membership = { since, ...(number !== undefined && { number }), byHand: true }
    return (await enterMembership(context.table, me.branch, personId, membership, { id, by: actor.personId, at: instantOf(context.now()) }, free)) ? show(personId, membership) : undefined
  })

/** Takes back what was entered by mistake. What an admission brought, or an application's introducer stood on, stays. */
export const takeBackLeagueMember: UseCase<'takeBackLeagueMember'> = async (context, { personId }) =>
  untilDecided(context, async () => {
    const me = await readMe(context.table, personId, true)
    if (me?.branch === undefined) return refuse('not-found')
    if (!me.leagueMember) return { personId }
    const member = await getItem<Member>(context.table, keys.member(me.branch, personId), true)
    if (!member?.leagueEntry || me.leagueMember.used) return refuse('membership-stands')
    return (await endMembership(context.table, me.branch, personId)) ? { personId } : undefined
  })
