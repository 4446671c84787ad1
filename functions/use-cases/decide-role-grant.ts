import type { Answer } from '@shared/contract'
import { countyOf } from '@shared/model/org'
import { isRefusal, type Refusal, refuse } from '@shared/model/refusal'
import type { GrantDecision, RoleStep } from '@shared/model/role-trail'
import { mayGiveCode } from '../core/may-give-code'
import { holds, nextNumber, readGrantId, refusalOf } from '../core/role-grants'
import type { UseCase } from '../http/app'
import { type Me, readMe } from '../store/people'
import { appendRoleStep, countCountySecretaries, type RoleChange, readRoleStep, readRoleStepBy, readRoleTail } from '../store/role-trail'
import { type Context, instantOf } from './context'
import { giveBindingCode } from './give-binding-code'
import { showStep } from './show-role-grants'
import { untilDecided } from './until-decided'

export type AppendRoleStep = typeof appendRoleStep
interface Wanted {
  grantId: string
  id: string
  to: GrantDecision
  why?: string | undefined
}

/** Of a handover, the step by which the outgoing person's role ends with the approval; none where they hold it no more. Nobody ends their own. */
const endOfHandover = async (context: Context, { replaces, note }: RoleStep, approval: RoleStep): Promise<{ step: RoleStep; change: RoleChange } | Refusal | undefined> => {
  const { role, scope, by } = approval
  const me = replaces && (await readMe(context.table, replaces.personId, true))
  if (!me || !holds(me.roles, role, scope)) return undefined
  if (me.personId === by) return refuse('own-role')
  const { byName } = approval
  const step: RoleStep = { n: approval.n + 1, kind: 'removed', at: approval.at, ...(by !== undefined && { by }), ...(byName !== undefined && { byName }), personId: me.personId, name: me.name, role, scope, why: approval.name, ...(note !== undefined && { note }) }
  return { step, change: { take: { name: role, scope }, me } }
}

/**
 * Decides a proposal: reads the end of the county's trail, then the three accounts, and appends the next number on the condition that it is free, with the
 * role in the account. Whoever decided first, or whose role was taken away meanwhile, took that number: it is all read again. `by` is absent for the
 * operator's command; `append` is a parameter so that a test can take the guard away.
 */
export const decideGrant = (context: Context, { grantId, id, to, why }: Wanted, by: string | undefined, append: AppendRoleStep = appendRoleStep): Promise<RoleStep | Refusal> =>
  untilDecided(context, async () => {
    const { county, n } = readGrantId(grantId)
    const tail = await readRoleTail(context.table, county, context.now())
    const proposal = tail.find((step) => step.n === n) ?? (await readRoleStep(context.table, county, n))
    if (proposal?.kind !== 'proposed') return refuse('not-found')
    const { personId, name, role, scope, newPerson } = proposal
    const read = (one: string | undefined) => (one === undefined ? undefined : readMe(context.table, one, true))
    const [actor, proposer, person, countySecretaries, again] = await Promise.all([
      read(by), read(proposal.by), read(personId), countCountySecretaries(context.table, county), by === undefined ? undefined : readRoleStepBy(context.table, county, by, id),
    ])
    if (again) return again.proposal === n && again.kind === to && again.why === why ? again : refuse('id-reused')
    if (by !== undefined && !actor) return refuse('not-allowed')
    const refusal = refusalOf({ tail, proposal, to, by: actor, proposerRoles: proposer?.roles ?? [], personRoles: person?.roles ?? [], countySecretaries, now: context.now() })
    if (refusal) return refusal
    const step: RoleStep = { n: nextNumber(tail), kind: to, at: instantOf(context.now()), by, ...(actor && { byName: actor.name }), personId, name, role, scope, why, proposal: n }
    if (to !== 'approved') return (await append(context.table, step, { id })) ? step : undefined
    if (!person && !newPerson) return refuse('not-found')
    const give = { name: role, scope }
    const ends = await endOfHandover(context, proposal, step)
    if (isRefusal(ends)) return ends
    const change: RoleChange = person ? { give, me: person } : { give, newPerson: true }
    return (await append(context.table, step, { id, change, ...(ends && { ends }) })) ? step : undefined
  })

/** A code for somebody with neither a branch, which would give one, nor an identity, from their superior; the last one given is the one that works. */
const codeFromApprover = async (context: Context, personId: string, by: Me): Promise<Answer<'issueBindingCode'> | undefined> => {
  const me = await readMe(context.table, personId, true)
  if (!me || me.branch !== undefined || !mayGiveCode(by.roles, me.roles)) return undefined
  const code = await giveBindingCode(context, personId, by.personId)
  return isRefusal(code) ? undefined : code
}

/** Approves, refuses or withdraws a proposal. */
export const decideRoleGrant: UseCase<'decideRoleGrant'> = async (context, wanted, { actor }) => {
  const { county } = readGrantId(wanted.grantId)
  if (!actor.roles.some(({ scope }) => countyOf(scope) === county)) return refuse('not-allowed')
  const step = await decideGrant(context, wanted, actor.personId)
  if (isRefusal(step)) return step
  const bindingCode = step.kind === 'approved' ? await codeFromApprover(context, step.personId, actor) : undefined
  return { step: await showStep(context, step), ...(bindingCode && { bindingCode }) }
}
