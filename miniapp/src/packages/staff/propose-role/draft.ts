import type { Answer, Input } from '@shared/contract/index'
import type { FieldError } from '@shared/model/refusal'
import { scopeKinds, type StaffRole, staffRoles } from '@shared/model/role-trail'
import { mayGrant } from '@shared/rules/may-grant'
import type { Role } from '@/api/session'
import type { StaffKey } from '../text'
import type { Candidate } from './use-candidates'

export interface Draft {
  role: StaffRole
  scope: string
  whom: 'known' | 'new'
  person: Candidate | undefined
  newName: string
  why: string
}
export type Faults = Partial<Record<'whom' | 'scope' | 'why', StaffKey>>

type Orgs = Answer<'listOrgs'>

/** Organisations over which somebody in this role may propose another. */
export const scopesFor = (held: Role, role: StaffRole, orgs: Orgs): Orgs => orgs.filter(({ id, kind }) => scopeKinds[role].includes(kind) && mayGrant([held], role, id))

/** The roles there is an organisation for. */
export const rolesFor = (held: Role, orgs: Orgs): StaffRole[] => staffRoles.filter((role) => scopesFor(held, role, orgs).length > 0)

export const faultsOf = ({ whom, person, newName, scope, why }: Draft): Faults => ({
  ...(whom === 'known' && !person && { whom: 'needPerson' as const }),
  ...(whom === 'new' && newName.trim() === '' && { whom: 'needName' as const }),
  ...(scope === '' && { scope: 'needScope' as const }),
  ...(why.trim() === '' && { why: 'needWhy' as const }),
})

/** The API's own faults, at their fields. */
export const faultsFrom = (errors: readonly FieldError[]): Faults =>
  Object.fromEntries(errors.map(({ path }) => [path === 'scope' || path === 'why' ? path : path === 'role' ? 'scope' : 'whom', 'fieldWrong']))

export const inputOf = ({ role, scope, whom, person, newName, why }: Draft, id: string): Input<'proposeRole'> =>
  ({ id, role, scope, why: why.trim(), ...(whom === 'new' ? { newPerson: { name: newName.trim() } } : { personId: person?.personId }) })
