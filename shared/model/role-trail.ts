import type { OrgKind } from './org'
import type { RoleName } from './role'

/** Roles that are given and taken away; a student's comes with the roster. */
export const staffRoles = ['home-manager', 'branch-secretary', 'committee', 'county-committee'] as const
export type StaffRole = (typeof staffRoles)[number]

/** What kind of organisation each role is held over. */
export const scopeKinds: Record<StaffRole, readonly OrgKind[]> = { 'home-manager': ['home'], 'branch-secretary': ['branch'], committee: ['school', 'township'], 'county-committee': ['county'] }

/** Who proposes and approves at all; over what, shared/rules/may-grant.ts says. */
export const grantors = ['committee', 'county-committee'] as const satisfies readonly RoleName[]

export const grantDecisions = ['approved', 'refused', 'withdrawn'] as const
export type GrantDecision = (typeof grantDecisions)[number]

/** `appointed`: the county's first secretary. `code-issued`, `unbound`: for staff without a branch. */
export const roleStepKinds = ['proposed', ...grantDecisions, 'removed', 'appointed', 'code-issued', 'unbound'] as const
export type RoleStepKind = (typeof roleStepKinds)[number]

/** One entry of a county's trail of roles: numbered without gaps, only ever added. Names are those of that day. */
export interface RoleStep {
  n: number
  kind: RoleStepKind
  /** RFC 3339, UTC. */
  at: string
  /** Absent: the operator's command. */
  by?: string
  byName?: string
  personId: string
  name: string
  role: StaffRole
  scope: string
  why?: string
  /** A proposal of someone without an account, which comes with the approval. */
  newPerson?: boolean
  /** A handover: whose role of the same kind and scope ends when this one begins, and what is to be known. */
  replaces?: { personId: string; name: string }
  note?: string
  /** The number of the proposal that is decided. */
  proposal?: number
}

const grantDays = 14

/** The last instant, in milliseconds since 1970 (UTC), at which a proposal of `at` can be decided: 14 times 24 hours later. */
export const grantEnds = (at: string): number => Date.parse(at) + grantDays * 24 * 3_600_000
