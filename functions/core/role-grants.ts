import { countyOf } from '@shared/model/org'
import { type Refusal, refuse } from '@shared/model/refusal'
import type { Role } from '@shared/model/role'
import { type GrantDecision, grantEnds, type RoleStep, type StaffRole } from '@shared/model/role-trail'
import { mayGrant } from '@shared/rules/may-grant'

/** While the county has fewer secretaries than this, nobody could be the second approver of each other: then the operator is. */
export const secretariesToApprove = 2

/** The number after the trail's last. */
export const nextNumber = (tail: readonly RoleStep[]): number => (tail.at(-1)?.n ?? 0) + 1

export const grantIdOf = ({ scope, n }: RoleStep): string => `${countyOf(scope)}~${n}`
export const readGrantId = (grantId: string): { county: string; n: number } => {
  const [county = '', n] = grantId.split('~')
  return { county, n: Number(n) }
}

export const holds = (roles: readonly Role[], role: StaffRole, scope: string): boolean => roles.some((held) => held.name === role && held.scope === scope)

const decisionOf = (tail: readonly RoleStep[], proposal: RoleStep): RoleStep | undefined => tail.find((step) => step.proposal === proposal.n)

/** Proposals nobody decided and that have not run out at `now` (epoch milliseconds), oldest first. */
export const openProposals = (tail: readonly RoleStep[], now: number): RoleStep[] =>
  tail.filter((step) => step.kind === 'proposed' && grantEnds(step.at) >= now && !decisionOf(tail, step))

/** Everyone's roles are those they have now, read after the end of the trail was. */
export interface Decision {
  tail: readonly RoleStep[]
  proposal: RoleStep
  to: GrantDecision
  /** Who decides; the operator of the county's computers where absent. */
  by: { personId: string; roles: readonly Role[] } | undefined
  proposerRoles: readonly Role[]
  personRoles: readonly Role[]
  countySecretaries: number
  now: number
}

const notForThem = ({ proposal: { by: proposer, personId, role, scope }, to, by, countySecretaries }: Decision): Refusal | undefined => {
  if (!by) return to === 'approved' && countySecretaries < secretariesToApprove ? undefined : refuse('not-allowed')
  if (to === 'withdrawn') return by.personId === proposer ? undefined : refuse('not-allowed')
  if (!mayGrant(by.roles, role, scope)) return refuse('not-allowed')
  return by.personId === proposer || by.personId === personId ? refuse('own-role') : undefined
}

/**
 * Why a proposal cannot be decided so; undefined where it can. Two different people give a role, and neither of them is whom it is for; the first must
 * still have the authority to propose it.
 */
export const refusalOf = (decision: Decision): Refusal | undefined => {
  const { tail, proposal, to, proposerRoles, personRoles, now } = decision
  const { role, scope } = proposal
  const no = notForThem(decision)
  if (no) return no
  const decided = decisionOf(tail, proposal)
  if (decided || grantEnds(proposal.at) < now) return refuse('grant-not-open', { state: decided?.kind ?? 'expired', ...(decided?.byName !== undefined && { byName: decided.byName }) })
  if (to !== 'approved') return undefined
  if (!mayGrant(proposerRoles, role, scope)) return refuse('grant-not-open', { state: 'lapsed' })
  return holds(personRoles, role, scope) ? refuse('role-held', { state: 'held' }) : undefined
}
